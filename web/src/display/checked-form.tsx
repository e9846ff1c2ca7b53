import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { WasSent } from './was-sent';

interface CheckedFormProps {
  readonly className?: string;
  /** Sends it, or does nothing while something is missing: then the fields say what. */
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** A form that says what is wrong once somebody tries to send it, and not before. */
export function CheckedForm({ className, onSend, children }: CheckedFormProps) {
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
    <form ref={form} className={className} onSubmit={submit} noValidate>
      <WasSent value={attempts > 0}>{children}</WasSent>
    </form>
  );
}
