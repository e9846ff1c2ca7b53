import { Button, ButtonGroup, Textarea } from '@utrecht/component-library-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { Dialog } from './dialog';
import { Field } from './field';
import { ProblemNotice } from './problem-notice';

interface NoteDialogProps {
  readonly title: string;
  readonly label: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: (note: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const SHORTEST = 3;

/** Asks why before something is done. */
export function NoteDialog({ title, label, action, isBusy, problem, onSend, onClose, children }: NoteDialogProps) {
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const isShort = note.trim().length < SHORTEST;

  function submit(event: FormEvent) {
    event.preventDefault();
    setWasSent(true);
    if (!isShort) onSend(note.trim());
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {problem ? <ProblemNotice error={problem} /> : null}
        <Field label={label} error={wasSent && isShort ? 'Schrijf in een paar woorden op waarom.' : null}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
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
