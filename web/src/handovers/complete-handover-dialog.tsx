import { useState } from 'react';
import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import { apiPost } from '../http/api-client';
import type { Handover } from '../http/answers';
import { useSend } from '../http/use-send';

interface CompleteHandoverDialogProps {
  readonly handover: Handover;
  readonly onClose: () => void;
}

/** Writes down that the client went over. */
export function CompleteHandoverDialog({ handover, onClose }: CompleteHandoverDialogProps) {
  const { id, versie } = handover;
  const [day, setDay] = useState(todayInRegion());
  const [note, setNote] = useState('');
  const complete = useSend(
    () =>
      apiPost('/v1/warmeoverdrachten/{id}/afrondingen', {
        path: { id },
        body: { op: day, toelichting: typed(note), versie },
      }),
    onClose,
    'always',
  );
  return (
    <FormDialog
      title="Overdracht afronden"
      action="Vastleggen"
      isBusy={complete.isPending}
      problem={complete.error}
      onSend={() => (day === '' ? undefined : complete.mutate())}
      onClose={onClose}
    >
      <p>
        {handover.verlaatRegio
          ? 'Het dossier van de cliënt gaat op deze dag dicht. De bewaartermijn begint dan.'
          : 'De cliënt blijft meedoen in de rondes van deze regio.'}
      </p>
      <DayField
        label="Wanneer was de overdracht?"
        value={day}
        onChange={setDay}
        error={missing(day, 'Kies een datum.')}
      />
      <NoteField label="Toelichting (mag leeg blijven)" value={note} onChange={setNote} />
    </FormDialog>
  );
}
