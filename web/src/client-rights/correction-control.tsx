import { Select, Textbox } from '@utrecht/component-library-react';
import { Field } from '../display/field';
import type { CorrectionField } from './correction-fields';

interface CorrectionControlProps {
  readonly field: CorrectionField;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** The control for one field of a file. */
export function CorrectionControl({ field, value, error, onChange }: CorrectionControlProps) {
  const { label, kind, mayBeEmpty, options = [] } = field;
  return (
    <Field label={label} error={error}>
      {(control) =>
        kind === 'choice' ? (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            {mayBeEmpty ? <option value="">Niet bekend</option> : null}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </Select>
        ) : (
          <Textbox
            {...control}
            type={kind === 'day' ? 'date' : 'text'}
            inputMode={kind === 'number' ? 'numeric' : kind === 'euro' ? 'decimal' : undefined}
            autoComplete="off"
            maxLength={kind === 'text' ? 500 : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
