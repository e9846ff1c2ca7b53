import type { Problem, SpreidingQuota } from '../../../src/core/matching/problem';
import type { EngineTeam } from '../../../src/core/optimizer/engine';
import { makeReceipt } from '../../../src/core/optimizer/make-receipt';
import { sha256 } from '../../../src/engines/solve-problem';
import { teamOf, TINY_ENGINE } from '../../support/tiny-engine';
import { planOf } from '../plan-of';
import { aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

export const policyOf = (epsilons: Record<string, number> = {}) =>
  aPolicy({
    rules: ['draagkracht', 'spreiding-floor'].map((ruleId) => ({ ruleId, parameters: {} })),
    levels: ['housed', 'shortages', 'points', 'wishes'].map((objectiveId) => ({
      ...{ objectiveId, parameters: {}, epsilon: epsilons[objectiveId] ?? 0 },
    })),
  });
export const floor: SpreidingQuota = {
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ floor: 5, ceiling: null, realised: 1 },
};
export const wish = { kind: 'wijk', value: 'W-ASSEN', weight: 1 } as const;
/** One wijk with points, a floor that lacks, and a home elsewhere for somebody who may live nowhere else. */
export const PROBLEM: Problem = aProblem({
  policy: policyOf(),
  wijken: [aWijk({ draagkracht: 5, load: 1 }), aWijk({ id: 'W-HGV', gemeenteId: 'GM0118' })],
  units: [aUnit(), aUnit({ id: 'U2' })],
  households: [
    aHousehold({ id: 'H1', draaglast: 2 }),
    aHousehold({ id: 'H2', draaglast: 3, waitingSince: '2024-06-01' }),
    aHousehold({ id: 'H3', draaglast: 2, wishes: [wish] }),
  ],
  spreidingQuotas: [floor, { ...floor, id: 'R', gemeenteId: 'GM0118' }],
});
export const BEST = planOf(
  PROBLEM,
  [
    ['H1', 'U1'],
    ['H3', 'U2'],
  ],
  6,
);
export const make = (problem = PROBLEM, plan = BEST, team: EngineTeam = teamOf(TINY_ENGINE), secondsLeft = () => 60) =>
  makeReceipt(problem, plan, { engine: () => team, sha256, secondsLeft });
