import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost } from '../http/api-client';
import type { Restriction } from '../http/answers';
import { useSend } from '../http/use-send';

interface EndRestrictionDialogProps {
  readonly clientId: string;
  readonly restriction: Restriction;
  readonly onClose: () => void;
}

/** Ends a restriction by hand, after the client has heard that it ends. */
export function EndRestrictionDialog({ clientId, restriction, onClose }: EndRestrictionDialogProps) {
  const [note, setNote] = useState('');
  const [told, setTold] = useState('');
  const end = useSend(
    () =>
      apiPost('/v1/clienten/{id}/beperkingen/{beperking}/opheffingen', {
        path: { id: clientId, beperking: restriction.id },
        body: { toelichting: note.trim(), clientGeinformeerdOp: told },
      }),
    onClose,
  );
  const isToldWrong = told === '' || told > todayInRegion();

  function send() {
    if (typed(note) !== null && !isToldWrong) end.mutate();
  }

  return (
    <FormDialog
      title="Beperking opheffen"
      action="Opheffen"
      isBusy={end.isPending}
      problem={end.error}
      onSend={send}
      onClose={onClose}
    >
      <p>{restriction.tekst} Na het opheffen worden de gegevens weer gebruikt.</p>
      <DayField
        label="Wanneer hoorde de cliënt dat de beperking eindigt?"
        value={told}
        onChange={setTold}
        error={isToldWrong ? 'Kies een dag: vandaag of eerder.' : null}
      />
      <NoteField
        label="Toelichting"
        rows={3}
        maxLength={4000}
        value={note}
        onChange={setNote}
        error={missing(note, 'Schrijf op waarom u dit opheft.')}
      />
    </FormDialog>
  );
}
