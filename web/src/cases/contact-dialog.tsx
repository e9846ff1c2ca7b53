import { useState } from 'react';
import { FormDialog } from '../display/form-dialog';
import { ChoiceField, DayField, NoteField } from '../display/form-fields';
import { missing, typed } from '../display/form-values';
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
    if (channel === '' || day === '') return;
    step.mutate({
      kind,
      body: { wijze: channel, op: day, toelichting: typed(note) ?? undefined, versie: data.versie },
    });
  }

  return (
    <FormDialog
      title={WORDS[kind].title}
      action="Vastleggen"
      isBusy={step.isPending}
      problem={step.error}
      onSend={sendIt}
      onClose={onClose}
    >
      <p>{WORDS[kind].help}</p>
      <ChoiceField
        label="Hoe"
        value={channel}
        choices={CHANNELS}
        onChange={setChannel}
        error={missing(channel, 'Kies hoe.')}
      />
      <DayField label="Op welke dag" value={day} onChange={setDay} error={missing(day, 'Kies een datum.')} />
      <NoteField label="Toelichting (mag leeg blijven)" value={note} onChange={setNote} />
    </FormDialog>
  );
}
