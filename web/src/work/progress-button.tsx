import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Select, SelectOption, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';

type Progress = BodyOf<'/v1/voorstellen/{id}/voortgang'>;

const REASONS: readonly (readonly [code: Progress['reden'], words: string])[] = [
  ['loopt', 'Het loopt, er is meer tijd nodig'],
  ['wacht-op-stukken', 'Er ontbreken stukken'],
  ['wacht-op-woning', 'De woning is nog niet klaar'],
  ['wacht-op-begeleiding', 'De begeleiding is nog niet geregeld'],
  ['wacht-op-inkomen', 'Inkomen, bewind of uitkering is nog niet geregeld'],
  ['client-twijfelt', 'De cliënt twijfelt'],
  ['onbereikbaar', 'De cliënt is niet te bereiken'],
  ['anders', 'Anders, zie de toelichting'],
];

/** Says how it goes with a case that waits. */
export function ProgressButton({ id }: { readonly id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        Voortgang melden …
      </Button>
      {isOpen ? <ProgressDialog id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ProgressDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState<Progress['reden']>('loopt');
  const [isInvolved, setInvolved] = useState('ja');
  const [lastSeen, setLastSeen] = useState('');
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const noteMissing = reason === 'anders' && note.trim() === '';
  const report = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/voorstellen/{id}/voortgang', {
        path: { id },
        body: {
          betrokken: isInvolved === 'ja',
          reden: reason,
          laatstGezien: lastSeen === '' ? null : lastSeen,
          toelichting: note.trim() === '' ? undefined : note.trim(),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (!noteMissing) report.mutate();
  }

  return (
    <Dialog title="Hoe gaat het?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {report.isError ? <ProblemNotice error={report.error} /> : null}
        <Field label="Is er contact met de cliënt?">
          {(control) => (
            <Select {...control} value={isInvolved} onChange={(event) => setInvolved(event.target.value)}>
              <SelectOption value="ja">Ja</SelectOption>
              <SelectOption value="nee">Nee</SelectOption>
            </Select>
          )}
        </Field>
        <Field label="Hoe staat het ervoor?">
          {(control) => (
            <Select
              {...control}
              value={reason}
              onChange={(event) => setReason(event.target.value as Progress['reden'])}
            >
              {REASONS.map(([code, words]) => (
                <SelectOption key={code} value={code}>
                  {words}
                </SelectOption>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Laatst gezien op (mag leeg blijven)">
          {(control) => (
            <Textbox
              {...control}
              type="date"
              max={todayInRegion()}
              value={lastSeen}
              onChange={(event) => setLastSeen(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={reason === 'anders' ? 'Toelichting (verplicht)' : 'Toelichting (mag leeg blijven)'}
          help="Schrijf niets over ziekte of gezondheid op."
          error={wasSent && noteMissing ? 'Schrijf kort op hoe het gaat.' : null}
        >
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
          <Button type="submit" appearance="primary-action-button" disabled={report.isPending}>
            Melden
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
