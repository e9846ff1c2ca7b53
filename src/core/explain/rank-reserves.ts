import { candidatePairs } from '../matching/candidate-pairs';
import type { Plan } from '../matching/plan';
import type { Household, PairReference, Problem, Unit } from '../matching/problem';
import { indexProblem, plannedStart, required, type ProblemIndex } from '../matching/problem-index';
import { planLoad, type QuotaLoad } from '../quotas/plan-load';
import { policyRules } from '../rules/policy-rules';
import type { Sha256 } from '../rules/rule';

/**
 * Who comes next for the home of a match, best first: of all who may live there and got nothing in the round, the one with whom
 * the plan is worth most, level by level in the order of the policy, when every other match stays as it is. Exact: nothing
 * in it is an estimate. Throws `unknown-reference` for a pair outside the problem.
 */
export function rankReserves(
  problem: Problem,
  plan: Pick<Plan, 'matches'>,
  { householdId, unitId }: PairReference,
  sha256: Sha256,
): readonly string[] {
  const index = indexProblem(problem);
  const unit = required(index.units, unitId, 'unit');
  const rest = plan.matches.filter((match) => match.householdId !== householdId || match.unitId !== unitId);
  const taken = new Set([householdId, ...rest.map((match) => match.householdId)]);
  const loads = planLoad(index, { matches: rest });
  // Of the other homes only what is promised counts.
  return [...candidatePairs(indexProblem({ ...problem, units: [unit] }))]
    .filter((pair) => !taken.has(pair.household.id))
    .map(({ household }) => ({ id: household.id, worth: worthOf(index, loads, household, unit, sha256) }))
    .sort((a, b) => compareWorth(b.worth, a.worth) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** What the pair adds to each level of a plan. */
function worthOf(
  index: ProblemIndex,
  loads: readonly QuotaLoad[],
  household: Household,
  unit: Unit,
  sha256: Sha256,
): readonly number[] {
  const pairing = { index, household, unit, start: plannedStart(index.problem, unit) };
  return policyRules(index.problem.policy).levels.map(({ rule, parameters }) =>
    rule.measures === 'shortages'
      ? shortageMended(loads, household, unit)
      : rule.worth(pairing, parameters, sha256).value,
  );
}

function shortageMended(loads: readonly QuotaLoad[], household: Household, unit: Unit): number {
  let mended = 0;
  for (const { quota, counted } of loads) {
    quota.visitTerms(household, unit, (place, weight) => {
      const row = quota.rows[place];
      if (row?.soft !== true || row.lower === null) return;
      mended += Math.min(weight, Math.max(0, row.lower - (counted[place] ?? 0)));
    });
  }
  return mended;
}

function compareWorth(a: readonly number[], b: readonly number[]): number {
  for (const [level, worth] of a.entries()) {
    const difference = worth - (b[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
