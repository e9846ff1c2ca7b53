import { describe, expect, it } from '@jest/globals';
import type { PairDecision, Problem, SpreidingQuota } from '../../../src/core/matching/problem';
import { canonicalJson } from '../../../src/core/matching/canonical-json';
import type { EngineTeam } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { proposeMatches, type Progress } from '../../../src/core/optimizer/propose-matches';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { sha256 } from '../../../src/engines/solve-problem';
import { always, bestWhole, engineWith, teamOf, TINY_ENGINE } from '../../support/tiny-engine';
import { aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

const policyOf = (rules: string[], epsilon = 0) =>
  aPolicy({
    rules: rules.map((ruleId) => ({ ruleId, parameters: {} })),
    levels: ['housed', 'shortages', 'points'].map((objectiveId) => ({ objectiveId, parameters: {}, epsilon })),
  });
const floor: SpreidingQuota = {
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ floor: 5, ceiling: null, realised: 1 },
};
/** Two gemeenten that share nobody: two households for one home, and one for one. */
const PROBLEM: Problem = aProblem({
  policy: policyOf(['herkomst', 'spreiding-floor', 'draagkracht']),
  gemeenten: ['GM0100', 'GM0106', 'GM0118'].map((id) => ({ id, name: id })),
  units: [aUnit({ id: 'U2' }), aUnit({ id: 'U1', gemeenteId: 'GM0118', wijkId: 'W-HGV', freePlaces: 2 })],
  households: [
    aHousehold({ id: 'H3' }),
    aHousehold({ id: 'H2', waitingSince: '2024-06-01' }),
    aHousehold({ id: 'H1', herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: false } }),
  ],
  spreidingQuotas: [floor, { ...floor, id: 'R', gemeenteId: 'GM0100', floor: 2 }],
});
interface Asked {
  readonly team?: EngineTeam;
  readonly seconds?: number;
  readonly elapsedSeconds?: () => number;
  readonly onProgress?: (progress: Progress) => void;
}
const propose = (
  problem: Problem,
  { team = teamOf(TINY_ENGINE), seconds = 9, elapsedSeconds, onProgress }: Asked = {},
) => proposeMatches(problem, { engine: () => team, sha256, elapsedSeconds }, { timeLimitSeconds: seconds, onProgress });
const pairs = ({ matches }: Awaited<ReturnType<typeof propose>>) =>
  matches.map(({ householdId, unitId }) => `${householdId}-${unitId}`);
const levels = (plan: Awaited<ReturnType<typeof propose>>) =>
  plan.levels.map(
    ({ level, objectiveId, value, bound, method, proven }) =>
      `${level} ${objectiveId} ${value} ${bound} ${method} ${proven}`,
  );

describe('a plan', () => {
  it('has the best matches of every part, and says so', async () => {
    const plan = await propose(PROBLEM);
    expect(plan).toEqual({
      format: 'woonplek-plan/1',
      problemHash: sha256(canonicalJson(PROBLEM)),
      ...{ regionId: 'assen', policyVersion: '1', seed: 'seed', engine: { id: 'highs', version: 'tiny' } },
      status: 'optimal',
      matches: [
        { householdId: 'H1', unitId: 'U1', plannedStart: '2026-09-21', decidedAtLevel: 1 },
        { householdId: 'H2', unitId: 'U2', plannedStart: '2026-09-21', decidedAtLevel: 3 },
      ],
      levels: expect.any(Array),
      statistics: { households: 3, units: 2, freePlaces: 3, eligiblePairs: 3, rows: 2, components: 2 },
    });
    expect(levels(plan)).toEqual([
      '1 housed 2 2 lp-bound true',
      '2 shortages -4 -4 lp-bound true',
      '3 points 132 132 lp-bound true',
    ]);
    expect(plan.levels.map(({ epsilon }) => epsilon)).toEqual([0, 0, 0]);
    expect(verifyPlan(PROBLEM, plan, { sha256 })).toEqual([]);
  });

  it('names a match that was a free choice', async () => {
    const plan = await propose({ ...PROBLEM, households: ['H2', 'H3'].map((id) => aHousehold({ id })) });
    expect(plan.matches.map(({ decidedAtLevel }) => decidedAtLevel)).toEqual([null]);
  });

  it('is in one piece where a level gives room', async () => {
    const room = { ...PROBLEM, policy: policyOf(['herkomst', 'spreiding-floor'], 1) };
    const plan = await propose(room);
    expect(plan.statistics.components).toBe(1);
    expect(verifyPlan(room, plan, { sha256 })).toEqual([]);
    const nobody = await propose({ ...room, households: [] });
    expect([nobody.statistics.components, nobody.status, nobody.matches]).toEqual([0, 'optimal', []]);
    expect(nobody.engine).toEqual({ id: '', version: '' });
  });

  it('is in one piece where one level of several gives room', async () => {
    const { policy } = PROBLEM;
    const levels = policy.levels.map((level, at) => ({ ...level, epsilon: at === 2 ? 1 : 0 }));
    expect((await propose({ ...PROBLEM, policy: { ...policy, levels } })).statistics.components).toBe(1);
  });

  it('has its matches in the order of the households, also where parts lie among each other', async () => {
    const north = { herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: false } } as const;
    const households = ['H1', 'H2', 'H3', 'H4'].map((id) => aHousehold({ id, ...(id === 'H2' ? north : {}) }));
    const units = PROBLEM.units.map((unit) => ({ ...unit, freePlaces: unit.id === 'U2' ? 2 : 1 }));
    const plan = await propose({ ...PROBLEM, households, units });
    expect(plan.matches.map(({ householdId }) => householdId)).toEqual(
      plan.matches.map(({ householdId }) => householdId).sort(),
    );
    expect(plan.matches).toHaveLength(3);
  });

  it('tells how far it is', async () => {
    const told: Progress[] = [];
    await propose(PROBLEM, { onProgress: (progress) => told.push(progress) });
    expect(told.slice(0, 2)).toEqual([{ phase: 'pairs' }, { phase: 'model' }]);
    expect(told.slice(2)).toEqual(
      [1, 2, 3, 4, 5, 6].map((finished) => ({ phase: 'solve', finished, total: 6, level: ((finished - 1) % 3) + 1 })),
    );
  });

  it('takes the time that is left from the first call on', async () => {
    const { engine, relaxed } = engineWith();
    const clock = [100, 100, 104];
    const limits: number[] = [];
    const listening = {
      ...engine,
      solveRelaxation: (milp: Milp, limit: { timeLimitSeconds: number }) => {
        limits.push(limit.timeLimitSeconds);
        return engine.solveRelaxation(milp, limit);
      },
    };
    await propose(PROBLEM, {
      team: teamOf(listening),
      seconds: 20,
      elapsedSeconds: () => (clock.length > 1 ? clock.shift()! : clock[0]!),
    });
    expect(limits[0]).toBe(16);
    expect(relaxed.length).toBeGreaterThan(0);
    const late = await propose(PROBLEM, { seconds: 0 });
    expect(late.status).toBe('feasible');
    expect(verifyPlan(PROBLEM, late, { sha256 })).toEqual([]);
  });

  it('names all engines that took part, each once', async () => {
    const named = (id: 'highs' | 'javascript-lp-solver', version: string) => ({ ...TINY_ENGINE, id, version });
    const team = { whole: named('highs', '1'), relaxation: null, guide: named('javascript-lp-solver', '2') };
    expect((await propose(PROBLEM, { team })).engine).toEqual({ id: 'highs+javascript-lp-solver', version: '1+2' });
  });
});

describe('levels of a plan in parts', () => {
  // No relaxation, so that each level is proven by the search alone.
  it('say how they were proven', async () => {
    const team = { ...teamOf(TINY_ENGINE), relaxation: null };
    expect(levels(await propose(PROBLEM, { team }))).toEqual([
      '1 housed 2 2 branch-and-bound true',
      '2 shortages -4 -4 branch-and-bound true',
      '3 points 132 132 branch-and-bound true',
    ]);
  });

  it('are not proven below one that is not', async () => {
    const { engine } = engineWith({
      solveWhole: (milp) =>
        Promise.resolve(milp.objective.some((each) => each > 1) ? bestWhole(milp) : { ...bestWhole(milp), bound: 9 }),
    });
    const plan = await propose({ ...PROBLEM, spreidingQuotas: [] }, { team: { ...teamOf(engine), relaxation: null } });
    expect(plan.status).toBe('feasible');
    expect(levels(plan).map((each) => each.split(' ').slice(4).join(' '))).toEqual([
      'not-proven false',
      'not-proven false',
      'not-proven false',
    ]);
  });

  it('make a plan feasible and no more where the last one is not proven', async () => {
    const { engine } = engineWith({
      solveWhole: (milp) =>
        Promise.resolve(
          milp.objective.some((each) => each > 1) ? { ...bestWhole(milp), bound: 9999 } : bestWhole(milp),
        ),
    });
    const plan = await propose(PROBLEM, { team: { ...teamOf(engine), relaxation: null } });
    expect([plan.status, ...plan.levels.map(({ proven }) => proven)]).toEqual(['feasible', true, true, false]);
  });

  it('have shortages that the matches leave, whatever the engine says', async () => {
    const plan = await propose({
      ...PROBLEM,
      households: PROBLEM.households.slice(0, 2),
      spreidingQuotas: [{ ...floor, floor: 2 }],
    });
    expect(levels(plan)[1]).toBe('2 shortages 0 0 lp-bound true');
    expect(Object.is(plan.levels[1]!.value, 0)).toBe(true);
    const lacking = await propose({ ...PROBLEM, spreidingQuotas: [{ ...floor, floor: 3 }] });
    expect([levels(lacking)[1], lacking.matches.length]).toEqual(['2 shortages -1 -1 lp-bound true', 2]);
  });
});

describe('refusals', () => {
  const pin = (householdId: string, unitId: string): PairDecision => ({
    householdId,
    unitId,
    by: 'x',
    reason: 'y',
    until: null,
  });
  it.each<[string, Partial<Problem>, object]>([
    ['a pin that may not be', { pins: [pin('H1', 'U2')] }, { conflicts: [{ rules: [{ ruleId: 'herkomst' }] }] }],
    ['pins that are too much together', { pins: [pin('H2', 'U2'), pin('H3', 'U2')] }, { rows: [{ rowId: 'unit:U2' }] }],
  ])('name %s', async (_name, changes, details) => {
    await expect(propose({ ...PROBLEM, ...changes })).rejects.toMatchObject({ code: 'problem-infeasible', details });
  });

  it('keep pins, and come from the engine where it fails', async () => {
    expect(pairs(await propose({ ...PROBLEM, pins: [pin('H3', 'U2')] }))).toEqual(['H1-U1', 'H3-U2']);
    const failing = engineWith({ solveWhole: always({ status: 'failed' }) });
    const team = { ...teamOf(failing.engine), relaxation: null };
    const wijken = [aWijk({ draagkracht: 1 })];
    await expect(propose({ ...PROBLEM, wijken }, { team })).rejects.toMatchObject({ code: 'engine-failed' });
  });
});
