import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { DayField } from '../display/form-fields';
import type { Case } from '../http/answers';
import { useCaseStep } from './use-case-step';

/** Writes down on which day the client got the key. */
export function KeyDialog({ data, onClose }: { readonly data: Case; readonly onClose: () => void }) {
  const step = useCaseStep(data.voorstel, onClose);
  const [day, setDay] = useState('');
  return (
    <FormDialog
      title="Sleutel vastleggen"
      action="Sleutel vastleggen"
      isComplete={day !== ''}
      isBusy={step.isPending}
      problem={step.error}
      onSend={() => step.mutate({ kind: 'key', body: { sleuteldatum: day, versie: data.versie } })}
      onClose={onClose}
    >
      {(wasSent) => (
        <>
          <p>Met de sleutel begint de plaatsing. Dit kunt u niet terugnemen.</p>
          <DayField
            label="Op welke dag kreeg de cliënt de sleutel"
            value={day}
            onChange={setDay}
            missing={wasSent ? 'Kies een datum.' : null}
          />
        </>
      )}
    </FormDialog>
  );
}
