import { Button, ButtonGroup } from '@utrecht/component-library-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { Dialog } from './dialog';
import { ProblemNotice } from './problem-notice';

interface FormDialogProps {
  readonly title: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly isComplete: boolean;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** Draws the fields; `wasSent` says that faults may be shown. */
  readonly children: (wasSent: boolean) => ReactNode;
}

/** A form in a dialog: nothing is sent while something is missing. */
export function FormDialog({ title, action, isComplete, isBusy, problem, onSend, onClose, children }: FormDialogProps) {
  const [wasSent, setWasSent] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (isComplete) onSend();
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {problem ? <ProblemNotice error={problem} /> : null}
        {children(wasSent)}
        <ButtonGroup>
          <Button type="submit" appearance="primary-action-button" disabled={isBusy}>
            {action}
          </Button>
          <Button type="button" appearance="secondary-action-button" onClick={onClose}>
            Annuleren
          </Button>
        </ButtonGroup>
      </form>
    </Dialog>
  );
}
