import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import { useSend } from '../http/use-send';

const PATH = '/v1/clienten/{id}/afsluitingen';
type Body = BodyOf<typeof PATH>;

const REASONS: Readonly<Record<Body['reden'], string>> = {
  'gehuisvest-nazorg-klaar': 'Gehuisvest en de nazorg is klaar',
  'verhuisd-zelf': 'Zelf een woning gevonden',
  vertrokken: 'Vertrokken uit de regio',
  overgedragen: 'Overgedragen aan een andere regio of aanbieder',
  onbereikbaar: 'Niet meer te bereiken',
  'op-eigen-verzoek': 'Op eigen verzoek',
  overleden: 'Overleden',
};

interface CloseDialogProps {
  readonly client: Client;
  readonly onClose: () => void;
}

/** Closes a file: from that day on the retention terms count. */
export function CloseDialog({ client, onClose }: CloseDialogProps) {
  const [reason, setReason] = useState<Body['reden'] | ''>('');
  const [day, setDay] = useState(todayInRegion());
  const [note, setNote] = useState('');
  const close = useSend((body: Body) => apiPost(PATH, { path: { id: client.id }, body }), onClose);

  function send() {
    if (reason === '' || day === '') return;
    close.mutate({ reden: reason, op: day, toelichting: typed(note), versie: client.versie });
  }

  return (
    <FormDialog
      title={`Het dossier van ${client.nummer} afsluiten`}
      action="Afsluiten"
      isBusy={close.isPending}
      problem={close.error}
      onSend={send}
      onClose={onClose}
    >
      <p>De cliënt doet dan niet meer mee in een ronde. De bewaartermijnen tellen vanaf de dag die u kiest.</p>
      <ChoiceField
        label="Reden"
        value={reason}
        choices={REASONS}
        onChange={setReason}
        error={missing(reason, 'Kies een reden.')}
      />
      <DayField label="Afgesloten op" value={day} onChange={setDay} error={missing(day, 'Kies een datum.')} />
      <NoteField label="Toelichting (mag leeg blijven)" maxLength={500} value={note} onChange={setNote} />
    </FormDialog>
  );
}
