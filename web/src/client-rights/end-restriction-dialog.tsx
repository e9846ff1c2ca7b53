import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ButtonGroup, Textarea, Textbox } from '@utrecht/component-library-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../display/dialog';
import { Field } from '../display/field';
import { todayInRegion } from '../display/format';
import { ProblemNotice } from '../display/problem-notice';
import { apiPost } from '../http/api-client';
import type { Restriction } from '../http/answers';
import type { ProblemError } from '../http/problem-error';

interface EndRestrictionDialogProps {
  readonly clientId: string;
  readonly restriction: Restriction;
  readonly onClose: () => void;
}

/** Ends a restriction by hand, after the client has heard that it ends. */
export function EndRestrictionDialog({ clientId, restriction, onClose }: EndRestrictionDialogProps) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [told, setTold] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const end = useMutation<unknown, ProblemError>({
    mutationFn: () =>
      apiPost('/v1/clienten/{id}/beperkingen/{beperking}/opheffingen', {
        path: { id: clientId, beperking: restriction.id },
        body: { toelichting: note.trim(), clientGeinformeerdOp: told },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const isToldWrong = told === '' || told > todayInRegion();

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (note.trim() !== '' && !isToldWrong) end.mutate();
  }

  return (
    <Dialog title="Beperking opheffen" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {end.isError ? <ProblemNotice error={end.error} /> : null}
        <p>{restriction.tekst} Na het opheffen worden de gegevens weer gebruikt.</p>
        <Field
          label="Wanneer hoorde de cliënt dat de beperking eindigt?"
          error={wasSent && isToldWrong ? 'Kies een dag: vandaag of eerder.' : null}
        >
          {(control) => (
            <Textbox {...control} type="date" value={told} onChange={(event) => setTold(event.target.value)} />
          )}
        </Field>
        <Field label="Toelichting" error={wasSent && note.trim() === '' ? 'Schrijf op waarom u dit opheft.' : null}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={end.isPending}>
            Opheffen
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
