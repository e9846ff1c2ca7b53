import { Link } from '@tanstack/react-router';
import { Button, Heading3 } from '@utrecht/component-library-react';
import { useState } from 'react';
import { Card } from '../display/card';
import { Facts } from '../display/facts';
import { formatDate } from '../display/format';
import { Loaded } from '../display/loaded';
import type { Tenancy } from '../http/answers';
import { useApi } from '../http/use-api';
import { TenancyStepDialog } from './tenancy-step-dialog';
import { EVENT_WORDS, STEP_LABELS, type StepName } from './tenancy-words';

/** Where a client lives and lived since the first key, with aftercare and what can be done. */
export function TenanciesCard({ clientId }: { readonly clientId: string }) {
  const tenancies = useApi('/v1/clienten/{id}/plaatsingen', { path: { id: clientId } });
  if (tenancies.data?.items.length === 0) return null;
  return (
    <Card title="Wonen en nazorg">
      <Loaded query={tenancies} loading="De plaatsingen worden geladen">
        {({ items }) => (
          <div className="wp-stack">
            {items.map((tenancy) => (
              <TenancyPart key={tenancy.id} tenancy={tenancy} />
            ))}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function TenancyPart({ tenancy }: { readonly tenancy: Tenancy }) {
  const [step, setStep] = useState<StepName | null>(null);
  const { wooneenheid: home } = tenancy;
  return (
    <section className="wp-stack wp-stack--tight">
      <Heading3>
        <Link className="utrecht-link" to="/woonplekken/$id" params={{ id: home.id }}>
          {home.naam}
        </Link>
      </Heading3>
      <Facts
        facts={[
          ['Stand', tenancy.status.naam],
          ['Contract', tenancy.contract.naam],
          ['Van', formatDate(tenancy.begin)],
          ['Tot en met', tenancy.eind === null ? null : formatDate(tenancy.eind)],
          ['Begeleiding', tenancy.aanbieder?.naam ?? null],
          ['Telt mee in afspraken', tenancy.teltMee ? 'Ja' : 'Nee, al geteld bij de eerste sleutel'],
        ]}
      />
      {tenancy.gebeurtenissen.length > 0 ? (
        <ul className="wp-list">
          {tenancy.gebeurtenissen.map((event) => (
            <li key={event.id}>
              {formatDate(event.op)}: {EVENT_WORDS[event.stap]}
              {event.voortgang ? `, ${event.voortgang.naam.toLowerCase()}` : ''}
              {event.reden ? `, ${event.reden.toLowerCase()}` : ''}
              {event.tot ? `, verwacht tot en met ${formatDate(event.tot)}` : ''}
              {event.toelichting ? `. ${event.toelichting}` : ''}
              {event.door ? ` (${event.door})` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="wp-row">
        {tenancy.stappen.map((each) => (
          <Button key={each} appearance="secondary-action-button" onClick={() => setStep(each)}>
            {STEP_LABELS[each]} …
          </Button>
        ))}
      </div>
      {step ? <TenancyStepDialog tenancy={tenancy} step={step} onClose={() => setStep(null)} /> : null}
    </section>
  );
}
