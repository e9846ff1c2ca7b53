import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { NoteDialog } from '../../display/note-dialog';
import { ProblemNotice } from '../../display/problem-notice';
import type { Proposal } from '../../http/answers';
import { useProposalStep, type NoteStep } from './use-proposal-step';
import { WithdrawDialog } from './withdraw-dialog';

type CaseStep = NoteStep | 'intrekken' | 'bevestigen';

const ORDER: readonly CaseStep[] = ['bevestigen', 'doorzetten', 'heropenen', 'terugzetten', 'intrekken'];

const BUTTONS: Readonly<Record<CaseStep, string>> = {
  bevestigen: 'Bevestigen namens de regio',
  doorzetten: 'Opnieuw vragen …',
  heropenen: 'Heropenen …',
  terugzetten: 'Stap terug …',
  intrekken: 'Intrekken …',
};

const NOTES: Readonly<Record<NoteStep, { title: string; label: string; action: string; explanation: string }>> = {
  doorzetten: {
    title: 'De corporatie opnieuw vragen',
    label: 'Waarom kan het toch?',
    action: 'Opnieuw vragen',
    explanation: 'De corporatie krijgt dit voorstel opnieuw om te bevestigen. Uw toelichting staat in de geschiedenis.',
  },
  heropenen: {
    title: 'Dit voorstel heropenen',
    label: 'Waarom opent u het opnieuw?',
    action: 'Heropenen',
    explanation:
      'Dat kan als de cliënt nog wacht en de woning vrij is. Daarna beoordeelt u het opnieuw en bevestigt de corporatie opnieuw.',
  },
  terugzetten: {
    title: 'Eén stap terugzetten',
    label: 'Waarom zet u het terug?',
    action: 'Terugzetten',
    explanation: 'De laatste stap is dan niet meer gedaan. Cliënt en woning blijven voor elkaar vastgehouden.',
  },
};

/** The steps that bring a case back, or to its end before the key. */
export function CaseSteps({ proposal }: { readonly proposal: Proposal }) {
  const [open, setOpen] = useState<CaseStep | null>(null);
  const send = useProposalStep(proposal.id);
  const steps = ORDER.filter((step) => proposal.toegestaneActies.includes(step));
  if (steps.length === 0) return null;
  const { versie } = proposal;
  const close = () => {
    setOpen(null);
    send.reset();
  };

  return (
    <div className="wp-decision">
      {steps.map((step) => (
        <Button
          key={step}
          appearance="secondary-action-button"
          onClick={() => (step === 'bevestigen' ? send.mutate({ step, body: { versie } }) : setOpen(step))}
        >
          {BUTTONS[step]}
        </Button>
      ))}
      {open === 'intrekken' ? (
        <WithdrawDialog
          proposal={proposal}
          isBusy={send.isPending}
          problem={send.error}
          onSend={(body) => send.mutate({ step: 'intrekken', body }, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
      {open === null && send.isError ? <ProblemNotice error={send.error} /> : null}
      {open !== null && open !== 'intrekken' && open !== 'bevestigen' ? (
        <NoteDialog
          title={NOTES[open].title}
          label={NOTES[open].label}
          action={NOTES[open].action}
          isBusy={send.isPending}
          problem={send.error}
          onSend={(toelichting) => send.mutate({ step: open, body: { toelichting, versie } }, { onSuccess: close })}
          onClose={close}
        >
          <p>{NOTES[open].explanation}</p>
        </NoteDialog>
      ) : null}
    </div>
  );
}
