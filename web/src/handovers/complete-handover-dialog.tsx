import { todayInRegion } from '../display/format';
import { FormDialog } from '../display/form-dialog';
import { DayField, NoteField } from '../display/form-fields';
import { typed } from '../display/form-values';
import { useDraft } from '../display/use-draft';
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
  const { values, field, asked, isRight } = useDraft({ day: todayInRegion(), note: '' });
  const complete = useSend(
    () =>
      apiPost('/v1/warmeoverdrachten/{id}/afrondingen', {
        path: { id },
        body: { op: values.day, toelichting: typed(values.note), versie },
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
      onSend={() => (isRight() ? complete.mutate() : undefined)}
      onClose={onClose}
    >
      <p>
        {handover.verlaatRegio
          ? 'Het dossier van de cliënt gaat op deze dag dicht. De bewaartermijn begint dan.'
          : 'De cliënt blijft meedoen in de rondes van deze regio.'}
      </p>
      <DayField label="Wanneer was de overdracht?" {...asked('day', 'Kies een datum.')} />
      <NoteField label="Toelichting (mag leeg blijven)" {...field('note')} />
    </FormDialog>
  );
}
