import { DomainError } from '../errors';
import type { ParameterValues } from '../matching/problem';
import type { ParameterSpec } from './rule';

/** What a value of a parameter should have been, in Dutch; null: it is right. */
export function parameterFault(spec: ParameterSpec, value: number | boolean | string): string | null {
  switch (spec.type) {
    case 'integer': {
      const { min = -Infinity, max = Infinity } = spec;
      const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;
      return fits ? null : wholeNumber(spec);
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true of false';
    case 'choice': {
      const choices = spec.choices ?? [];
      return typeof value === 'string' && choices.includes(value) ? null : `een van: ${choices.join(', ')}`;
    }
  }
}

function wholeNumber({ min, max }: ParameterSpec): string {
  const from = min === undefined ? '' : ` vanaf ${min}`;
  return `een geheel getal${from}${max === undefined ? '' : ` tot en met ${max}`}`;
}

function valueOf(spec: ParameterSpec, values: ParameterValues): number | boolean | string {
  const value = values[spec.name] ?? spec.default;
  const expected = parameterFault(spec, value);
  if (expected === null) return value;
  throw new DomainError('invalid-parameter', `Parameter "${spec.name}" is ${String(value)} and must be ${expected}`, {
    name: spec.name,
    value,
    expected,
  });
}

/** The value of an integer parameter, or its default. Throws `invalid-parameter` outside its bounds. */
export function integerValue(spec: ParameterSpec & { readonly type: 'integer' }, values: ParameterValues): number {
  return valueOf(spec, values) as number;
}

/** The value of a boolean parameter, or its default. Throws `invalid-parameter` for anything else. */
export function booleanValue(spec: ParameterSpec & { readonly type: 'boolean' }, values: ParameterValues): boolean {
  return valueOf(spec, values) as boolean;
}

/** The value of a choice parameter, or its default. Throws `invalid-parameter` for a word that is not among the choices. */
export function choiceValue<C extends string>(
  spec: ParameterSpec & { readonly type: 'choice'; readonly choices: readonly C[] },
  values: ParameterValues,
): C {
  return valueOf(spec, values) as C;
}
