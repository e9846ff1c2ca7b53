import type { Text } from '../rules/rule';

/** One thing that is wrong with a plan. */
export interface Violation {
  /** The rule that is broken, or one of the checks that hold for every plan. */
  readonly ruleId: string;
  readonly message: Text;
  /** What it is about: ids of households, units, wijken and so on. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly details: Readonly<Record<string, unknown>>;
}

export function violation(
  ruleId: string,
  kind: string,
  id: string,
  nl: string,
  en: string,
  details: Readonly<Record<string, unknown>> = {},
): Violation {
  return { ruleId, message: { nl, en }, subject: { kind, id }, details };
}
