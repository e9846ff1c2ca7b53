import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { solveLevelByLevel } from '../../../bench/level-by-level';
import { generateProblem } from '../../../src/cli/generate/generate-problem';
import { candidatePairs } from '../../../src/core/matching/candidate-pairs';
import type { Plan } from '../../../src/core/matching/plan';
import type { PairDecision, Problem } from '../../../src/core/matching/problem';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { buildMilp } from '../../../src/core/optimizer/build-milp';
import type { EngineChoice } from '../../../src/core/optimizer/engine';
import { proposeMatches } from '../../../src/core/optimizer/propose-matches';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { chooseEngines, engineById, ENGINE_REQUESTS } from '../../../src/engines/registry';
import { sha256 } from '../../../src/engines/solve-problem';
import { aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

let engine: EngineChoice;
beforeAll(async () => {
  engine = await chooseEngines('auto');
});

const elapsedSeconds = () => performance.now() / 1000;
const propose = (problem: Problem, timeLimitSeconds = 120) =>
  proposeMatches(problem, { engine, sha256, elapsedSeconds }, { timeLimitSeconds });
const values = ({ levels }: Plan) => levels.map(({ value }) => value);
/** All of a plan but the fingerprint of its problem. */
const withoutHash = ({ problemHash: _, ...plan }: Plan) => plan;
const decision = (householdId: string, unitId: string, changes: Partial<PairDecision> = {}): PairDecision => ({
  householdId,
  unitId,
  by: 'coördinator',
  reason: 'test',
  until: null,
  ...changes,
});

describe('a plan', () => {
  it('is this one for the golden region', async () => {
    const plan = await propose(generateProblem('XS', 1));
    expect(plan).toMatchSnapshot();
    expect(verifyPlan(generateProblem('XS', 1), plan, { sha256 })).toEqual([]);
  });

  it('is the same however often it is made', async () => {
    const problem = generateProblem('XS', 3);
    expect(JSON.stringify(await propose(problem))).toBe(JSON.stringify(await propose(problem)));
  });

  it('does not change when the input is shuffled', async () => {
    const problem = generateProblem('XS', 2);
    const plan = await propose(problem);
    const lists = [
      'wijken',
      'units',
      'households',
      'aanbieders',
      'complexes',
      'spreidingQuotas',
      'agreements',
      'doelgroepen',
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const shuffled = { ...problem };
        for (const list of lists) Object.assign(shuffled, { [list]: shuffle<unknown>(problem[list], seed) });
        expect(withoutHash(await propose(shuffled))).toEqual(withoutHash(plan));
      }),
      { numRuns: 5, seed: 5 },
    );
  });

  it('does not look at what no rule declares', async () => {
    const problem = generateProblem('XS', 4);
    const households = problem.households.map((household, at) => ({
      ...household,
      nationality: `N${at}`,
      gender: 'x',
      name: `P${at}`,
    }));
    expect(withoutHash(await propose({ ...problem, households }))).toEqual(withoutHash(await propose(problem)));
  });

  it.each(ENGINE_REQUESTS)('has the same value on every level with engine %s, and verifies', async (request) => {
    for (const seed of [5, 6]) {
      const problem = generateProblem('XS', seed);
      const ports = { engine: await chooseEngines(request), sha256, elapsedSeconds };
      const plan = await proposeMatches(problem, ports, { timeLimitSeconds: 60 });
      expect(values(plan)).toEqual(values(await propose(problem)));
      expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
    }
  });

  it('has the values of one search a level', async () => {
    const highs = await engineById('highs');
    for (const problem of [generateProblem('XS', 7), generateProblem('S', 5)]) {
      const index = indexProblem(problem);
      const model = buildMilp(index, candidatePairs(index), sha256);
      const plain = await solveLevelByLevel(
        model.milp,
        model.levels.map(({ coefficients }) => coefficients),
        highs,
      );
      const plan = await propose(problem);
      expect(values(plan)).toEqual(plain.map((value, at) => value + model.levels[at]!.constant));
      expect(plan.status).toBe('optimal');
      expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
    }
  }, 240_000);

  it('is valid and says it is not proven when time runs out', async () => {
    const problem = generateProblem('S', 1);
    const plan = await propose(problem, 0.05);
    expect(plan.status).toBe('feasible');
    expect(plan.levels.some(({ proven }) => !proven)).toBe(true);
    plan.levels.forEach(({ value, bound }) => expect(bound).toBeGreaterThanOrEqual(value));
    expect(plan.matches.length).toBeGreaterThan(0);
    expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
  });

  it('is empty, proven and valid where nobody can go anywhere', async () => {
    for (const problem of [
      aProblem({ households: [] }),
      aProblem({ units: [] }),
      aProblem({ units: [aUnit({ freePlaces: 0 })] }),
    ]) {
      const plan = await propose(problem);
      expect(plan.matches).toEqual([]);
      expect(plan.status).toBe('optimal');
      expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
    }
  });

  it('counts shortages under floors that no pair can fill', async () => {
    const quota = {
      id: 'Q',
      gemeenteId: 'GM0118',
      doelgroepId: null,
      from: '2026-07-01',
      to: '2026-12-31',
      floor: 3,
      ceiling: null,
      realised: 1,
    };
    const problem = aProblem({ spreidingQuotas: [quota] });
    const plan = await propose(problem);
    expect(plan.levels.find(({ objectiveId }) => objectiveId === 'shortages')).toMatchObject({
      value: -2,
      proven: true,
    });
    expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
  });

  it('adds nothing to a wijk that is over its draagkracht already, and is not refused for it', async () => {
    const full = aProblem({
      wijken: [aWijk({ draagkracht: 2, load: 5 }), aWijk({ id: 'W-HGV', gemeenteId: 'GM0118' })],
    });
    const plan = await propose(full);
    expect(plan.matches).toEqual([]);
    expect(verifyPlan(full, plan, { sha256 })).toEqual([]);
  });

  it('gives each level room for epsilon, and only that', async () => {
    const policy = aPolicy();
    const levels = policy.levels.map((level) => (level.objectiveId === 'points' ? { ...level, epsilon: 40 } : level));
    const problem = generateProblem('XS', 8);
    const strict = await propose({ ...problem, policy: { ...policy, rules: problem.policy.rules } });
    const loose = { ...problem, policy: { ...policy, rules: problem.policy.rules, levels } };
    const plan = await propose(loose);
    const at = levels.findIndex(({ objectiveId }) => objectiveId === 'points');
    expect(values(plan).slice(0, at)).toEqual(values(strict).slice(0, at));
    expect(values(plan)[at]).toBeGreaterThanOrEqual(values(strict)[at]! - 40);
    expect(values(plan)[at + 1]).toBeGreaterThanOrEqual(values(strict)[at + 1]!);
    expect(verifyPlan(loose, plan, { sha256 })).toEqual([]);
  });
});

describe('pins and bans', () => {
  const two = { households: [aHousehold(), aHousehold({ id: 'H2', waitingSince: '2020-01-01' })] };

  it('are kept, even where another plan is worth more', async () => {
    const free = await propose(aProblem(two));
    expect(free.matches.map(({ householdId }) => householdId)).toEqual(['H2']);
    const pinned = await propose(aProblem({ ...two, pins: [decision('H1', 'U1')] }));
    expect(pinned.matches.map(({ householdId }) => householdId)).toEqual(['H1']);
    const banned = await propose(aProblem({ ...two, bans: [decision('H2', 'U1')] }));
    expect(banned.matches.map(({ householdId }) => householdId)).toEqual(['H1']);
  });

  it('mean nothing after their last day', async () => {
    const expired = { until: '2026-09-06' };
    const plan = await propose(
      aProblem({ ...two, pins: [decision('H1', 'U1', expired)], bans: [decision('H2', 'U1', expired)] }),
    );
    expect(plan.matches.map(({ householdId }) => householdId)).toEqual(['H2']);
  });

  it('on a pair that may not be are refused with the rule in words', async () => {
    const problem = aProblem({ units: [aUnit({ ageBelow: 23 })], pins: [decision('H1', 'U1')] });
    await expect(propose(problem)).rejects.toMatchObject({
      code: 'problem-infeasible',
      message: expect.stringContaining('tot 23 jaar'),
      details: { conflicts: [{ rules: [{ ruleId: 'age-band' }] }] },
    });
  });

  it('that together break a row are refused with the row by name', async () => {
    const pins = [decision('H1', 'U1'), decision('H2', 'U1')];
    await expect(propose(aProblem({ ...two, pins }))).rejects.toMatchObject({
      code: 'problem-infeasible',
      details: { rows: [{ rowId: 'unit:U1', sum: 2, limit: 1 }] },
    });
  });
});

function shuffle<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, at) => ({ item, key: sha256(`${seed}:${at}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}
