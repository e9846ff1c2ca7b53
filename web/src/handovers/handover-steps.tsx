import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { NoteDialog } from '../display/note-dialog';
import { apiPost } from '../http/api-client';
import type { Handover } from '../http/answers';
import { useSend } from '../http/use-send';
import { AnswerHandoverDialog } from './answer-handover-dialog';
import { CompleteHandoverDialog } from './complete-handover-dialog';
import { withdrawalWords } from './handover-words';

type Step = Handover['toegestaneActies'][number];

const BUTTONS: Readonly<Record<Step, string>> = {
  aanvaarden: 'Aanvaarden …',
  weigeren: 'Weigeren …',
  intrekken: 'Intrekken …',
  voltooien: 'Overdracht afronden …',
};

interface StepProps {
  readonly handover: Handover;
  readonly onClose: () => void;
}

/** What the reader can do now, each in a dialog of its own. */
export function HandoverSteps({ handover }: { readonly handover: Handover }) {
  const [step, setStep] = useState<Step | null>(null);
  if (handover.toegestaneActies.length === 0) return null;
  const close = () => setStep(null);
  return (
    <div className="wp-decision">
      {handover.toegestaneActies.map((each) => (
        <Button
          key={each}
          appearance={
            each === 'aanvaarden' || each === 'voltooien' ? 'primary-action-button' : 'secondary-action-button'
          }
          onClick={() => setStep(each)}
        >
          {BUTTONS[each]}
        </Button>
      ))}
      {step === 'aanvaarden' || step === 'weigeren' ? (
        <AnswerHandoverDialog handover={handover} reply={step} onClose={close} />
      ) : null}
      {step === 'intrekken' ? <WithdrawDialog handover={handover} onClose={close} /> : null}
      {step === 'voltooien' ? <CompleteHandoverDialog handover={handover} onClose={close} /> : null}
    </div>
  );
}

function WithdrawDialog({ handover, onClose }: StepProps) {
  const { id, versie } = handover;
  const withdraw = useSend(
    (reden: string) => apiPost('/v1/warmeoverdrachten/{id}/intrekkingen', { path: { id }, body: { reden, versie } }),
    onClose,
    'always',
  );
  return (
    <NoteDialog
      title="Overdracht intrekken"
      label="Waarom gaat het niet door?"
      action="Intrekken"
      isBusy={withdraw.isPending}
      problem={withdraw.error}
      onSend={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
    >
      <p>{withdrawalWords(handover)}</p>
    </NoteDialog>
  );
}
