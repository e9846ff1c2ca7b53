import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, NoteField } from '../display/form-fields';
import type { Case } from '../http/answers';
import { useCaseStep } from './use-case-step';

const CHOICES = { ja: 'Ja, de woning was passend', nee: 'Nee, de woning was niet passend' } as const;

/** Judges whether a home that was refused was passend: only then the refusal counts. */
export function JudgeDialog({ data, onClose }: { readonly data: Case; readonly onClose: () => void }) {
  const step = useCaseStep(data.voorstel, onClose);
  const [suitable, setSuitable] = useState<keyof typeof CHOICES | ''>('');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title="Weigering beoordelen"
      action="Oordeel vastleggen"
      isComplete={suitable !== '' && note.trim() !== ''}
      isBusy={step.isPending}
      problem={step.error}
      onSend={() => step.mutate({ kind: 'judge', body: { passend: suitable === 'ja', toelichting: note.trim() } })}
      onClose={onClose}
    >
      {(wasSent) => (
        <>
          <p>Was de woning passend? Alleen dan telt de weigering. De eerste keer volgt er nooit iets.</p>
          <ChoiceField
            label="Oordeel"
            value={suitable}
            choices={CHOICES}
            onChange={setSuitable}
            missing={wasSent ? 'Kies een oordeel.' : null}
          />
          <NoteField
            label="Waarom"
            value={note}
            onChange={setNote}
            missing={wasSent ? 'Schrijf op waarom u dit vindt.' : null}
          />
        </>
      )}
    </FormDialog>
  );
}
