import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, LineField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import { useApi } from '../http/use-api';
import { useSend } from '../http/use-send';

const PATH = '/v1/clienten/{id}/warmeoverdrachten';
const ELSEWHERE = 'elders';

interface ProposeHandoverDialogProps {
  readonly client: Client;
  /** The gemeente that took over before. */
  readonly responsible: string | undefined;
  readonly onClose: () => void;
}

/** Asks another gemeente to take over a client; then shows what was asked. */
export function ProposeHandoverDialog({ client, responsible, onClose }: ProposeHandoverDialogProps) {
  const navigate = useNavigate();
  const gemeenten = useApi('/v1/gemeenten', { query: { aantal: 100 } });
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [agreed, setAgreed] = useState('');
  const [consentOn, setConsentOn] = useState(todayInRegion());
  const [consentHow, setConsentHow] = useState('');
  const propose = useSend(
    (body: BodyOf<typeof PATH>) => apiPost(PATH, { path: { id: client.id }, body }),
    ({ id }) => {
      onClose();
      void navigate({ to: '/warme-overdrachten/$id', params: { id } });
    },
  );
  const known = gemeenten.data?.items ?? [];
  const names = Object.fromEntries(known.map(({ id, naam }) => [id, naam]));
  const usual = known.find(({ centrumgemeente }) => centrumgemeente);
  const own = (known.find(({ id }) => id === responsible) ?? usual)?.id ?? '';
  const sending = from === '' ? own : from;
  const isElsewhere = to === ELSEWHERE;
  const written = [sending, to, reason, agreed, consentOn, consentHow, ...(isElsewhere ? [code, name] : [])];

  function send() {
    if (written.some((each) => typed(each) === null)) return;
    propose.mutate({
      ...{ van: sending, naar: isElsewhere ? code.trim().toUpperCase() : to },
      ...{ naarNaam: isElsewhere ? name.trim() : null, reden: reason.trim(), afspraken: agreed.trim() },
      ...{ toestemmingOp: consentOn, toestemmingHoe: consentHow.trim() },
    });
  }

  return (
    <FormDialog
      title={`${client.nummer} overdragen aan een andere gemeente`}
      action="Overdracht vragen"
      isBusy={propose.isPending}
      problem={propose.error}
      onSend={send}
      onClose={onClose}
    >
      <p>Tot de andere gemeente ja zegt, blijft uw gemeente verantwoordelijk.</p>
      <ChoiceField
        label="Welke gemeente is nu verantwoordelijk?"
        value={sending}
        choices={names}
        onChange={setFrom}
        error={missing(sending, 'Kies een gemeente.')}
      />
      <ChoiceField
        label="Welke gemeente neemt over?"
        value={to}
        choices={{ ...names, [ELSEWHERE]: 'Een gemeente buiten de regio' }}
        onChange={setTo}
        error={missing(to, 'Kies een gemeente.')}
      />
      {isElsewhere ? (
        <>
          <LineField
            label="Naam van de gemeente"
            value={name}
            onChange={setName}
            error={missing(name, 'Schrijf de naam op.')}
          />
          <LineField
            label="CBS-code"
            help="Bijvoorbeeld GM0014."
            value={code}
            onChange={setCode}
            error={missing(code, 'Schrijf de code op.')}
          />
        </>
      ) : null}
      <NoteField
        label="Waarom is daar de kans op herstel groter?"
        value={reason}
        onChange={setReason}
        error={missing(reason, 'Schrijf op waarom.')}
      />
      <NoteField
        label="Wat is afgesproken over opvang en begeleiding tot dan?"
        value={agreed}
        onChange={setAgreed}
        error={missing(agreed, 'Schrijf de afspraken op.')}
      />
      <DayField
        label="Wanneer stemde de cliënt in?"
        value={consentOn}
        onChange={setConsentOn}
        error={missing(consentOn, 'Kies een datum.')}
      />
      <LineField
        label="Hoe stemde de cliënt in, en waar staat dat?"
        value={consentHow}
        onChange={setConsentHow}
        error={missing(consentHow, 'Schrijf op hoe de cliënt instemde.')}
      />
    </FormDialog>
  );
}
