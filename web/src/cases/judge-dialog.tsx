import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
import type { Case } from '../http/answers';
import { useCaseStep } from './use-case-step';

const CHOICES = { ja: 'Ja, de woning was passend', nee: 'Nee, de woning was niet passend' } as const;

/** Judges whether a home that was refused was passend: only then the refusal counts. */
export function JudgeDialog({ data, onClose }: { readonly data: Case; readonly onClose: () => void }) {
  const step = useCaseStep(data.voorstel, onClose);
  const [suitable, setSuitable] = useState<keyof typeof CHOICES | ''>('');
  const [note, setNote] = useState('');

  function send() {
    if (suitable === '' || typed(note) === null) return;
    step.mutate({ kind: 'judge', body: { passend: suitable === 'ja', toelichting: note.trim() } });
  }

  return (
    <FormDialog
      title="Weigering beoordelen"
      action="Oordeel vastleggen"
      isBusy={step.isPending}
      problem={step.error}
      onSend={send}
      onClose={onClose}
    >
      <p>Was de woning passend? Alleen dan telt de weigering. De eerste keer volgt er nooit iets.</p>
      <ChoiceField
        label="Oordeel"
        value={suitable}
        choices={CHOICES}
        onChange={setSuitable}
        error={missing(suitable, 'Kies een oordeel.')}
      />
      <NoteField
        label="Waarom"
        value={note}
        onChange={setNote}
        error={missing(note, 'Schrijf op waarom u dit vindt.')}
      />
    </FormDialog>
  );
}
