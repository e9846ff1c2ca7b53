import type { Household, Unit } from '../matching/problem';
import { violation, type Violation } from './violation';

/** One match of a plan, with its household and unit from the raw problem. */
export interface Placement {
  readonly household: Household;
  readonly unit: Unit;
  /** The planned start, from the raw problem and not from the plan. */
  readonly start: string;
}

export interface QuotaFinding {
  readonly violations: readonly Violation[];
  /** What the plan lacks under soft lower bounds. */
  readonly shortage: number;
}

export type Limit = {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly limit: number;
  readonly added: number;
};

/** Over a ceiling, and this plan adds to it: what counted before the round alone is not the plan's fault. */
export function ceilings(ruleId: string, limits: readonly Limit[]): QuotaFinding {
  const violations = limits
    .filter(({ before, added, limit }) => added > 0 && before + added > limit)
    .map(({ kind, id, name, before, added, limit }) =>
      violation(
        ruleId,
        kind,
        id,
        `${name}: ${before} vooraf en ${added} in dit plan is meer dan ${limit}.`,
        `${name}: ${before} before and ${added} in this plan is more than ${limit}.`,
        { before, added, limit },
      ),
    );
  return { violations, shortage: 0 };
}
