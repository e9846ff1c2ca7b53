import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { Client } from '../http/answers';
import type { ProblemError } from '../http/problem-error';

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
  const queries = useQueryClient();
  const [reason, setReason] = useState<Body['reden'] | ''>('');
  const [day, setDay] = useState(todayInRegion());
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const close = useMutation<unknown, ProblemError, Body>({
    mutationFn: (body) => apiPost(PATH, { path: { id: client.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (reason === '' || day === '') return;
    const toelichting = note.trim() === '' ? null : note.trim();
    close.mutate({ reden: reason, op: day, toelichting, versie: client.versie });
  }

  return (
    <Dialog title={`Het dossier van ${client.nummer} afsluiten`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>De cliënt doet dan niet meer mee in een ronde. De bewaartermijnen tellen vanaf de dag die u kiest.</p>
        {close.isError ? <ProblemNotice error={close.error} /> : null}
        <Field label="Reden" error={wasSent && reason === '' ? 'Kies een reden.' : null}>
          {(control) => (
            <Select
              {...control}
              value={reason}
              onChange={(event) => setReason(event.target.value as Body['reden'] | '')}
            >
              <option value="">Kies een reden</option>
              {Object.entries(REASONS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Afgesloten op" error={wasSent && day === '' ? 'Kies een datum.' : null}>
          {(control) => (
            <Textbox {...control} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          )}
        </Field>
        <Field label="Toelichting (mag leeg blijven)">
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={close.isPending}>
            Afsluiten
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
