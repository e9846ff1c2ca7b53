import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | null;
  /** Draws the control with the ids that tie it to its label, help and error. */
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean | undefined;
  }) => ReactNode;
}

/** A labelled form control with its explanation and its fault. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
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
