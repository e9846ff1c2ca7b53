import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { DayField } from '../display/form-fields';
import { missing } from '../display/form-values';
import { useCaseStep } from './use-case-step';

interface KeyDialogProps {
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** Writes down on which day the client got the key. */
export function KeyDialog({ id, version, onClose }: KeyDialogProps) {
  const step = useCaseStep(id, onClose);
  const [day, setDay] = useState('');

  function send() {
    if (day !== '') step.mutate({ kind: 'key', body: { sleuteldatum: day, versie: version } });
  }

  return (
    <FormDialog
      title="Sleutel vastleggen"
      action="Sleutel vastleggen"
      isBusy={step.isPending}
      problem={step.error}
      onSend={send}
      onClose={onClose}
    >
      <p>Met de sleutel begint de plaatsing. Dit kunt u niet terugnemen.</p>
      <DayField
        label="Op welke dag kreeg de cliënt de sleutel"
        value={day}
        onChange={setDay}
        error={missing(day, 'Kies een datum.')}
      />
    </FormDialog>
  );
}
