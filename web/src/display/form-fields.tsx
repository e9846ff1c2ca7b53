import { Select, Textarea, Textbox } from '@utrecht/component-library-react';
import { Field } from './field';

interface TextFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shown while the value is empty. */
  readonly missing?: string | null;
}

const faultOf = ({ value, missing }: TextFieldProps) => (value.trim() === '' ? (missing ?? null) : null);

export function DayField(props: TextFieldProps) {
  return (
    <Field label={props.label} help={props.help} error={faultOf(props)}>
      {(control) => (
        <Textbox
          {...control}
          type="date"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function LineField(props: TextFieldProps) {
  return (
    <Field label={props.label} help={props.help} error={faultOf(props)}>
      {(control) => (
        <Textbox
          {...control}
          maxLength={200}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function NoteField(props: TextFieldProps) {
  return (
    <Field label={props.label} help={props.help} error={faultOf(props)}>
      {(control) => (
        <Textarea
          {...control}
          rows={2}
          maxLength={2000}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceFieldProps<Code extends string> {
  readonly label: string;
  readonly value: Code | '';
  readonly choices: Readonly<Record<Code, string>>;
  readonly onChange: (value: Code) => void;
  readonly missing?: string | null;
}

/** A choice from a short list; nothing is chosen beforehand. */
export function ChoiceField<Code extends string>({ label, value, choices, onChange, missing }: ChoiceFieldProps<Code>) {
  return (
    <Field label={label} error={value === '' ? (missing ?? null) : null}>
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value as Code)}>
          <option value="" disabled>
            Kies
          </option>
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
