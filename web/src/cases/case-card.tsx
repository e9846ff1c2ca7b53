import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import { ProblemNotice } from '../display/problem-notice';
import type { Case, Proposal } from '../http/answers';
import { useApi } from '../http/use-api';
import { useMay } from '../session/session';
import { AnswerDialog } from './answer-dialog';
import { ContactDialog } from './contact-dialog';
import { JudgeDialog } from './judge-dialog';
import { KeyDialog } from './key-dialog';
import { LandingList } from './landing-list';
import { useCaseStep } from './use-case-step';

type Open = 'offer' | 'no-show' | 'accept' | 'refuse' | 'judge' | 'key' | null;

/** States from which there is something to do or to read here. */
const SHOWN: readonly Proposal['status'][] = [
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'gehuisvest',
  'geweigerd',
];

/** The way from confirmation to key: the offer, the answer, what is arranged, and the key. */
export function CaseCard({ proposal }: { readonly proposal: Proposal }) {
  const isShown = SHOWN.includes(proposal.status);
  const found = useApi('/v1/voorstellen/{id}/zaak', { path: { id: proposal.id }, enabled: isShown });
  if (!isShown) return null;
  return (
    <Card title="Aanbod en sleutel">
      <Loaded query={found} loading="Het aanbod wordt geladen">
        {(data) => <CaseContent data={data} />}
      </Loaded>
    </Card>
  );
}

function CaseContent({ data }: { readonly data: Case }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const prepare = useCaseStep(data.voorstel);
  const may = useMay();
  const { weigering: refusal } = data;
  const can = (step: Case['stappen'][number]) => data.stappen.includes(step);
  const button = (label: string, opens: Open) => (
    <Button appearance="secondary-action-button" onClick={() => setOpen(opens)}>
      {label}
    </Button>
  );
  return (
    <div className="wp-stack wp-stack--tight">
      <Contacts contacts={data.contacten} />
      {refusal ? <Refusal refusal={refusal} /> : null}
      {data.landing ? <LandingList data={data} landing={data.landing} /> : null}
      {data.sleuteldatum ? <p>De cliënt kreeg de sleutel op {formatDate(data.sleuteldatum)}.</p> : null}
      {prepare.isError ? <ProblemNotice error={prepare.error} /> : null}
      <div className="wp-decision">
        {can('aanbieden') ? button('Aanbod vastleggen …', 'offer') : null}
        {can('accepteren') ? button('Cliënt zegt ja …', 'accept') : null}
        {can('weigeren') ? button('Cliënt zegt nee …', 'refuse') : null}
        {can('weigeren') ? button('Niet verschenen …', 'no-show') : null}
        {can('voorbereiden') ? (
          <Button
            appearance="primary-action-button"
            disabled={prepare.isPending}
            onClick={() => prepare.mutate({ kind: 'prepare', body: { versie: data.versie } })}
          >
            Zachte landing beginnen
          </Button>
        ) : null}
        {can('huisvesten') ? button('Sleutel vastleggen …', 'key') : null}
        {refusal?.teBeoordelen && may('proposal.judge-refusal') ? button('Weigering beoordelen …', 'judge') : null}
      </div>
      {open === 'offer' || open === 'no-show' ? <ContactDialog data={data} kind={open} onClose={close} /> : null}
      {open === 'accept' || open === 'refuse' ? <AnswerDialog data={data} kind={open} onClose={close} /> : null}
      {open === 'judge' ? <JudgeDialog data={data} onClose={close} /> : null}
      {open === 'key' ? <KeyDialog id={data.voorstel} version={data.versie} onClose={close} /> : null}
    </div>
  );
}

function Contacts({ contacts }: { readonly contacts: Case['contacten'] }) {
  if (contacts.length === 0) return <p>De woning is nog niet aangeboden.</p>;
  return (
    <ul className="wp-list">
      {contacts.map((contact) => (
        <li key={contact.vastgelegdOp}>
          {formatDate(contact.op)}: {contact.soort.naam.toLowerCase()}
          {contact.namens ? `, door ${contact.namens} namens de cliënt` : ''}
          {contact.reden ? `. Reden: ${contact.reden}` : ''}
          {contact.toelichting ? `. ${contact.toelichting}` : ''}
        </li>
      ))}
    </ul>
  );
}

function Refusal({ refusal }: { readonly refusal: NonNullable<Case['weigering']> }) {
  if (refusal.teBeoordelen) {
    return <p>Nog te beoordelen: was de woning passend? Tot dan heeft de weigering geen gevolg.</p>;
  }
  const until = refusal.tot === null ? '' : ` tot en met ${formatDate(refusal.tot)}`;
  return (
    <p>
      Gevolg van de weigering: {refusal.gevolg?.naam.toLowerCase()}
      {until}.
    </p>
  );
}
