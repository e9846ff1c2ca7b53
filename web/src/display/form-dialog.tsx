import { Button, ButtonGroup } from '@utrecht/component-library-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { Dialog } from './dialog';
import { ProblemNotice } from './problem-notice';
import { WasSent } from './was-sent';

interface DialogFormProps {
  /** What the button that does it says. */
  readonly action: string;
  /** For a step that ends something. */
  readonly hint?: 'danger';
  readonly isBusy: boolean;
  readonly problem?: ProblemError | null;
  /** Reads again what is old, where a problem can be that. */
  readonly refresh?: { readonly label: string; readonly onRefresh: () => void };
  /** Sends it, or does nothing while something is missing: then the fields say what. */
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog. */
export function FormDialog({ title, ...form }: DialogFormProps & { readonly title: string }) {
  return (
    <Dialog title={title} onClose={form.onClose}>
      <DialogForm {...form} />
    </Dialog>
  );
}

/** The form alone, for a dialog that has to load something first. */
export function DialogForm({ action, hint, isBusy, problem, refresh, onSend, onClose, children }: DialogFormProps) {
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  // Each time that somebody tries to send it the focus goes to the first thing that is wrong.
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAttempts(attempts + 1);
    onSend();
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      {problem ? <ProblemNotice error={problem} retryLabel={refresh?.label} onRetry={refresh?.onRefresh} /> : null}
      <WasSent value={attempts > 0}>{children}</WasSent>
      <ButtonGroup>
        <Button type="submit" appearance="primary-action-button" hint={hint} disabled={isBusy}>
          {action}
        </Button>
        <Button type="button" appearance="secondary-action-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </form>
  );
}
