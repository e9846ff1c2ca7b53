import { expect } from '@jest/globals';
import type { Plan } from '../../../src/core/matching/plan';
import type { Policy, Problem } from '../../../src/core/matching/problem';
import { improvingSwaps } from '../../../src/core/proof/improving-swaps';
import { sha256 } from '../../../src/engines/solve-problem';
import { planOf } from '../plan-of';
import { aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

export type Pairs = readonly (readonly [string, string])[];
export const policyOf = (
  levels: readonly string[],
  epsilon: Record<string, number> = {},
  rules: Policy['rules'] = [],
): Policy =>
  aPolicy({
    rules: [
      ...['places', 'draagkracht', 'spreiding-floor', 'age-band'].map((ruleId) => ({ ruleId, parameters: {} })),
      ...rules,
    ],
    levels: levels.map((objectiveId) => ({ objectiveId, parameters: {}, epsilon: epsilon[objectiveId] ?? 0 })),
  });
export const wish = (wijkId: string, weight = 1) => ({ kind: 'wijk', value: wijkId, weight }) as const;
export const [NORTH, SOUTH] = ['W-N', 'W-S'];
export const HOMES = [
  aUnit({ id: 'U1', wijkId: NORTH }),
  aUnit({ id: 'U2', wijkId: SOUTH, gemeenteId: 'GM0118' }),
  aUnit({ id: 'U3', wijkId: SOUTH, gemeenteId: 'GM0118' }),
];
export const WAITS = '2025-06-01';
export const problemOf = (changes: Partial<Problem> = {}): Problem =>
  aProblem({
    policy: policyOf(['housed', 'shortages', 'points', 'wishes']),
    wijken: [aWijk({ id: NORTH }), aWijk({ id: SOUTH, gemeenteId: 'GM0118' })],
    units: HOMES.slice(0, 2),
    households: [aHousehold(), aHousehold({ id: 'H2' })],
    ...changes,
  });
export const swaps = (problem: Problem, plan: Plan) => improvingSwaps(problem, plan, { sha256, mayGoOn: () => true });
/** The swap that is found, as in `fill 1: H1-U1 > H2-U2`; null: none. */
export function found(
  changes: Partial<Problem>,
  pairs: Pairs,
  shortage = 0,
  change: (plan: Plan) => Plan = (plan) => plan,
) {
  const problem = problemOf(changes);
  const { improving, complete } = swaps(problem, change(planOf(problem, pairs, shortage)));
  expect(complete).toBe(improving === null);
  const named = (all: readonly { householdId: string; unitId: string }[]) =>
    all.map(({ householdId, unitId }) => `${householdId}-${unitId}`).join(' ');
  return improving && `${improving.kind} ${improving.level}: ${named(improving.removed)} > ${named(improving.added)}`;
}
export const one: Pairs = [['H1', 'U1']];
export const floor = (gemeenteId: string, from = '2026-01-01') => ({
  ...{ id: gemeenteId, gemeenteId, doelgroepId: null, from, to: '2026-12-31', floor: 1, ceiling: null, realised: 0 },
});
