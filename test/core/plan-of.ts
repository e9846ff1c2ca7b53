import type { Plan } from '../../src/core/matching/plan';
import type { Problem } from '../../src/core/matching/problem';
import { canonicalJson } from '../../src/core/matching/canonical-json';
import { indexProblem, plannedStart } from '../../src/core/matching/problem-index';
import { ruleById } from '../../src/core/rules/catalogue';
import { sha256 } from '../../src/engines/solve-problem';

/** A plan with these pairs and what they are worth on every level, as if each level were proven; no solver looks at it. */
export function planOf(
  problem: Problem,
  pairs: readonly (readonly [householdId: string, unitId: string])[],
  shortage = 0,
): Plan {
  const index = indexProblem(problem);
  const placements = pairs.map(([householdId, unitId]) => {
    const [household, unit] = [index.households.get(householdId)!, index.units.get(unitId)!];
    return { index, household, unit, start: plannedStart(problem, unit) };
  });
  return {
    format: 'woonplek-plan/1',
    problemHash: sha256(canonicalJson(problem)),
    regionId: problem.region.id,
    policyVersion: problem.policy.version,
    seed: problem.seed,
    engine: { id: 'none', version: '1' },
    status: 'optimal',
    matches: placements.map(({ household, unit, start }) => ({
      ...{ householdId: household.id, unitId: unit.id },
      ...{ plannedStart: start, decidedAtLevel: null },
    })),
    levels: problem.policy.levels.map(({ objectiveId, parameters, epsilon }, place) => {
      const rule = ruleById(objectiveId);
      if (rule.kind !== 'objective') throw new Error(`${objectiveId} is no level`);
      const value =
        rule.measures === 'shortages'
          ? 0 - shortage
          : placements.reduce((sum, pair) => sum + rule.worth(pair, parameters, sha256).value, 0);
      return { level: place + 1, objectiveId, epsilon, value, bound: value, proven: true, method: 'lp-bound' };
    }),
    statistics: { households: 0, units: 0, freePlaces: 0, eligiblePairs: 0, rows: 0, components: 0 },
  };
}
