import { use, useId, type ReactNode } from 'react';
import { WasSent } from './was-sent';

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  /** Shown where there is one, in a dialog once somebody tried to send it. */
  readonly error?: string | null;
  /** Draws the control with the ids that tie it to its label, help and error. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean | undefined;
  }) => ReactNode;
}

/** A labelled form control with its explanation and its fault. */
export function Field({ label, help, error: fault, children }: FieldProps) {
  const id = useId();
  const error = use(WasSent) ? fault : null;
  const described = [help ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return (
    <div className="wp-field">
      <label htmlFor={id}>{label}</label>
      {help ? (
        <p className="wp-field__help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
      {error ? (
        <p className="wp-field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}
