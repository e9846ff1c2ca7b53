import type { Plan } from '../matching/plan';
import type { Household, Unit } from '../matching/problem';
import { required, type ProblemIndex } from '../matching/problem-index';
import { policyRules } from '../rules/policy-rules';
import type { Quota, QuotaRow, QuotaRule } from '../rules/rule';

/** A quota rule of the policy with what a plan puts in each of its rows. */
export interface QuotaLoad {
  readonly rule: QuotaRule;
  readonly quota: Quota;
  /** What counts in each row with this plan, what counted already included; by place in `quota.rows`. */
  readonly counted: readonly number[];
}

/** What a plan puts in every row of every quota of the policy. Throws `unknown-reference` for a match outside the problem. */
export function planLoad(index: ProblemIndex, plan: Pick<Plan, 'matches'>): readonly QuotaLoad[] {
  const pairs = plan.matches.map(({ householdId, unitId }) => ({
    household: required(index.households, householdId, 'household'),
    unit: required(index.units, unitId, 'unit'),
  }));
  return policyRules(index.problem.policy).quotas.map(({ rule, parameters }) => {
    const quota = rule.compile(index, parameters);
    const counted = quota.rows.map(({ offset }) => offset);
    for (const { household, unit } of pairs) {
      quota.visitTerms(household, unit, (row, weight) => {
        counted[row] = (counted[row] ?? 0) + weight;
      });
    }
    return { rule, quota, counted };
  });
}

/** A hard row that has no room left for a pair. */
export interface FullRow {
  readonly rule: QuotaRule;
  readonly row: QuotaRow;
  readonly counted: number;
  readonly weight: number;
}

/** The hard rows that forbid adding this pair to the plan; empty: it would still fit. */
export function fullRowsFor(loads: readonly QuotaLoad[], household: Household, unit: Unit): readonly FullRow[] {
  return loads.flatMap(({ rule, quota, counted }) => {
    const full: FullRow[] = [];
    quota.visitTerms(household, unit, (place, weight) => {
      const row = quota.rows[place];
      const now = counted[place];
      if (row === undefined || now === undefined || row.soft || row.upper === null) return;
      if (now + weight > row.upper) full.push({ rule, row, counted: now, weight });
    });
    return full;
  });
}
