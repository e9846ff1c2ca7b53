import type { z } from 'zod';
import { expectedText } from './expected-text';
import { shorten, type InputFault } from './problem';

/** A part of the request that a route takes: the whole query or body, or one named value of it. */
export interface InputPart {
  readonly in: InputFault['in'];
  /** Set when the route takes one named value: the issues of its schema then have an empty path. */
  readonly name?: string;
  readonly value: unknown;
}

/** Every issue of one schema as faults; unknown keys become one fault each. */
export function inputFaults(part: InputPart, issues: readonly z.core.$ZodIssue[]): InputFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => fault(part, [...path, key], issue));
    }
    return [fault(part, path, issue)];
  });
}

function fault(part: InputPart, path: readonly string[], issue: z.core.$ZodIssue): InputFault {
  const value = valueAt(part.value, path);
  const field = [...(part.name ? [part.name] : []), ...path].join('.');
  return {
    in: part.in,
    veld: field === '' ? '(geheel)' : field,
    waarde: value === undefined ? null : shorten(value),
    verwacht: expectedText(issue, value),
  };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}
