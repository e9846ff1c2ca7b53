import { Button, ButtonGroup } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { CheckedForm } from './checked-form';
import { Dialog } from './dialog';
import { ProblemNotice } from './problem-notice';

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
  return (
    <CheckedForm onSend={onSend}>
      {problem ? <ProblemNotice error={problem} retryLabel={refresh?.label} onRetry={refresh?.onRefresh} /> : null}
      {children}
      <ButtonGroup>
        <Button type="submit" appearance="primary-action-button" hint={hint} disabled={isBusy}>
          {action}
        </Button>
        <Button type="button" appearance="secondary-action-button" onClick={onClose}>
          Annuleren
        </Button>
      </ButtonGroup>
    </CheckedForm>
  );
}
