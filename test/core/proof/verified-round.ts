import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { sha256 } from '../../../src/engines/solve-problem';
import { planOf } from '../plan-of';
import { aHousehold, aPolicy, aProblem, aUnit } from '../problem-builder';

export const RULES = ['places', 'draagkracht', 'spreiding-floor', 'age-band', 'address-safety'];
export const FLOOR = {
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ floor: 3, ceiling: null, realised: 0 },
};
export const policyOf = (rules: readonly string[], levels = ['housed', 'shortages', 'points']) =>
  aPolicy({
    rules: rules.map((ruleId) => ({ ruleId, parameters: {} })),
    levels: levels.map((objectiveId, place) => ({ objectiveId, parameters: {}, epsilon: place === 2 ? 5 : 0 })),
  });
export const PROBLEM = aProblem({
  policy: policyOf(RULES),
  households: [aHousehold(), aHousehold({ id: 'H2' }), aHousehold({ id: 'H3', waitingSince: '2024-01-01' })],
  units: [aUnit(), aUnit({ id: 'U2', availableFrom: '2026-10-01' }), aUnit({ id: 'U3' })],
  spreidingQuotas: [FLOOR],
});
export const PAIRS = [
  ['H1', 'U1'],
  ['H2', 'U2'],
] as const;
export const verify = (problem: Problem, plan: Plan) => verifyPlan(problem, plan, { sha256 });
export const plan = planOf(PROBLEM, PAIRS, 1);
/** The same matches for a problem with changes, in the values of which the shortage is `shortage`. */
export const changed = (
  changes: Partial<Problem>,
  pairs: readonly (readonly [string, string])[] = PAIRS,
  shortage = 1,
) => {
  const problem = { ...PROBLEM, ...changes };
  return verify(problem, planOf(problem, pairs, shortage));
};
