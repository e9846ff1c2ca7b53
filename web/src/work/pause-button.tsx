import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField } from '../display/form-fields';
import { missing } from '../display/form-values';
import { todayInRegion } from '../display/format';
import { apiPost, type BodyOf } from '../http/api-client';
import type { CaseCourse } from '../http/answers';
import { useSend } from '../http/use-send';

type Reason = BodyOf<'/v1/voorstellen/{id}/pauzes'>['reden'];

const REASONS: Readonly<Record<Reason, string>> = {
  ziekenhuis: 'Opname in een ziekenhuis of kliniek',
  detentie: 'Detentie',
  'time-out': 'Time-out',
  anders: 'Andere reden',
};

/** Makes the term stand still, or run again where it does. */
export function PauseButton({ course }: { readonly course: CaseCourse }) {
  const [isOpen, setOpen] = useState(false);
  const running = course.pauzes.find(({ tot }) => tot === null);
  return (
    <>
      <Button appearance="secondary-action-button" onClick={() => setOpen(true)}>
        {running ? 'Pauze beëindigen …' : 'Termijn laten stilstaan …'}
      </Button>
      {isOpen ? <PauseDialog id={course.id} pauseId={running?.id ?? null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface PauseDialogProps {
  readonly id: string;
  /** Null: no pause goes on, so one begins. */
  readonly pauseId: string | null;
  readonly onClose: () => void;
}

function PauseDialog({ id, pauseId, onClose }: PauseDialogProps) {
  const [reason, setReason] = useState<Reason>('ziekenhuis');
  const [day, setDay] = useState(todayInRegion());
  const change = useSend(
    () =>
      pauseId === null
        ? apiPost('/v1/voorstellen/{id}/pauzes', { path: { id }, body: { reden: reason, vanaf: day } })
        : apiPost('/v1/voorstellen/{id}/pauzes/{pauze}/beeindigingen', {
            path: { id, pauze: pauseId },
            body: { tot: day },
          }),
    onClose,
  );

  return (
    <FormDialog
      title={pauseId === null ? 'De termijn laten stilstaan' : 'De pauze beëindigen'}
      action={pauseId === null ? 'Laten stilstaan' : 'Beëindigen'}
      isBusy={change.isPending}
      problem={change.error}
      onSend={() => (day === '' ? undefined : change.mutate())}
      onClose={onClose}
    >
      {pauseId === null ? (
        <ChoiceField
          label="Reden"
          help="Alleen wie deze cliënt begeleidt of coördineert, ziet de reden."
          value={reason}
          choices={REASONS}
          onChange={setReason}
        />
      ) : null}
      <DayField
        label={pauseId === null ? 'Eerste dag die niet meetelt' : 'Laatste dag die niet meetelt'}
        max={todayInRegion()}
        value={day}
        onChange={setDay}
        error={missing(day, 'Kies een datum.')}
      />
    </FormDialog>
  );
}
