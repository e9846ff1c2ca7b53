import { z } from 'zod';
import { expectedText, formOfText } from '../problem-file/expected-text';
import { shorten, type InputFault } from './problem';

/** A part of the request that a route takes: the whole query or body, or one named value of it. */
export interface InputPart {
  readonly in: InputFault['in'];
  /** Set when the route takes one named value: the issues of its schema then have an empty path. */
  readonly name?: string;
  readonly value: unknown;
}

/** Everything that is wrong with one part of the request according to its schema; empty when nothing is. */
export function faultsOf(part: InputPart, schema: z.core.$ZodType): InputFault[] {
  const result = z.safeParse(schema, part.value, { error: formOfText });
  if (result.success) return [];
  const faults = inputFaults(part, result.error.issues);
  const choice = result.error.issues.find((issue) => issue.code === 'invalid_union' && issue.path.length === 1);
  if (choice === undefined || !(schema instanceof z.ZodDiscriminatedUnion)) return faults;
  // Nothing says which form was meant, so the schema looked no further; what every form refuses is wrong for certain.
  const [first = [], ...others] = schema.options.map((form) => faultsOf(part, form));
  const certain = first.filter(
    (fault) => fault.veld !== schema.def.discriminator && others.every((each) => each.some(isSameAs(fault))),
  );
  return [...faults, ...certain];
}

function isSameAs({ veld, verwacht }: InputFault): (other: InputFault) => boolean {
  return (other) => other.veld === veld && other.verwacht === verwacht;
}

/** Every issue of one schema as faults; unknown keys become one fault each. */
function inputFaults(part: InputPart, issues: readonly z.core.$ZodIssue[]): InputFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      // One text for all of them: it is found in a time that grows with their number, and anybody can send thousands.
      const expected = expectedText(issue, undefined);
      return issue.keys.map((key) => fault(part, [...path, key], expected));
    }
    return [fault(part, path, expectedText(issue, valueAt(part.value, path)))];
  });
}

function fault(part: InputPart, path: readonly string[], expected: string): InputFault {
  const value = valueAt(part.value, path);
  const steps = [...(part.name ? [part.name] : []), ...path];
  const field = steps.map((step) => (step === '' ? '(zonder naam)' : step)).join('.');
  return {
    in: part.in,
    veld: field === '' ? '(geheel)' : field,
    waarde: value === undefined ? null : isSecret(path) ? 'wordt niet herhaald' : shorten(value),
    verwacht: expected,
  };
}

/** Values that no message repeats, right or wrong. */
const SECRET_FIELDS = new Set(['bsn']);

function isSecret(path: readonly string[]): boolean {
  return path.some((step) => SECRET_FIELDS.has(step.toLowerCase()));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}
