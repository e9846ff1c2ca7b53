import { Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { Field } from './field';

interface TextFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; shown once somebody tried to send the form. */
  readonly error?: string | null;
}

export function DayField({ value, onChange, max, ...field }: TextFieldProps & { readonly max?: string }) {
  return (
    <Field {...field}>
      {(control) => (
        <Textbox {...control} type="date" max={max} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

export function LineField({
  value,
  onChange,
  maxLength = 200,
  type,
  inputMode,
  ...field
}: TextFieldProps & {
  readonly maxLength?: number;
  readonly type?: 'email';
  readonly inputMode?: 'numeric';
}) {
  return (
    <Field {...field}>
      {(control) => (
        <Textbox
          {...control}
          {...{ type, inputMode, maxLength, value }}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function NoteField({
  value,
  onChange,
  rows = 2,
  maxLength = 2000,
  ...field
}: TextFieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <Textarea {...control} {...{ rows, maxLength, value }} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface ChoiceFieldProps<Code extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: Code | '';
  readonly choices: Readonly<Record<Code, string>>;
  readonly onChange: (value: Code) => void;
  readonly error?: string | null;
}

/** A choice from a short list; where nothing is chosen beforehand, it asks for one. */
export function ChoiceField<Code extends string>({ value, choices, onChange, ...field }: ChoiceFieldProps<Code>) {
  return (
    <Field {...field}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value as Code)}>
          {value === '' ? (
            <option value="" disabled>
              Kies
            </option>
          ) : null}
          {Object.entries<string>(choices).map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
