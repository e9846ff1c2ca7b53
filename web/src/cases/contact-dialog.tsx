import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import type { Case } from '../http/answers';
import { CHANNELS } from './case-words';
import { type AnswerBody, useCaseStep } from './use-case-step';

interface ContactDialogProps {
  readonly data: Case;
  readonly kind: 'offer' | 'no-show';
  readonly onClose: () => void;
}

const WORDS = {
  offer: { title: 'Aanbod vastleggen', help: 'De cliënt kan daarna ja of nee zeggen.' },
  'no-show': {
    title: 'Niet verschenen',
    help: 'Dat is geen weigering. Het aanbod blijft staan. Probeer de cliënt opnieuw te bereiken.',
  },
} as const;

/** Writes down that a home was offered, or that the client did not come. */
export function ContactDialog({ data, kind, onClose }: ContactDialogProps) {
  const step = useCaseStep(data.voorstel, onClose);
  const [channel, setChannel] = useState<AnswerBody['wijze'] | ''>('');
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');

  function sendIt() {
    if (channel === '') return;
    const toelichting = note.trim() === '' ? undefined : note.trim();
    step.mutate({ kind, body: { wijze: channel, op: day, toelichting, versie: data.versie } });
  }

  return (
    <FormDialog
      title={WORDS[kind].title}
      action="Vastleggen"
      isComplete={channel !== '' && day !== ''}
      isBusy={step.isPending}
      problem={step.error}
      onSend={sendIt}
      onClose={onClose}
    >
      {(wasSent) => (
        <>
          <p>{WORDS[kind].help}</p>
          <ChoiceField
            label="Hoe"
            value={channel}
            choices={CHANNELS}
            onChange={setChannel}
            missing={wasSent ? 'Kies hoe.' : null}
          />
          <DayField label="Op welke dag" value={day} onChange={setDay} missing={wasSent ? 'Kies een datum.' : null} />
          <NoteField label="Toelichting (mag leeg blijven)" value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  );
}
