import { useState, type ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { FormDialog } from './form-dialog';
import { NoteField } from './form-fields';

interface NoteDialogProps {
  readonly title: string;
  readonly label: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly onSend: (note: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

const SHORTEST = 3;

/** Asks why before something is done. */
export function NoteDialog({ label, onSend, children, ...dialog }: NoteDialogProps) {
  const [note, setNote] = useState('');
  const isShort = note.trim().length < SHORTEST;
  return (
    <FormDialog {...dialog} onSend={() => (isShort ? undefined : onSend(note.trim()))}>
      {children}
      <NoteField
        label={label}
        maxLength={500}
        value={note}
        onChange={setNote}
        error={isShort ? 'Schrijf in een paar woorden op waarom.' : null}
      />
    </FormDialog>
  );
}
