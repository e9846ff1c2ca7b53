import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem } from '../../src/cli/generate/generate-problem';
import type { Problem } from '../../src/core/matching/problem';
import type { Engine, EngineAnswer, EngineTeam } from '../../src/core/optimizer/engine';
import type { Milp } from '../../src/core/optimizer/milp';
import { proposeMatches } from '../../src/core/optimizer/propose-matches';
import { verifyPlan } from '../../src/core/proof/verify-plan';
import { chooseEngines, engineById, ENGINE_REQUESTS } from '../../src/engines/registry';
import { sha256 } from '../../src/engines/solve-problem';
import { HighsThreads } from '../../src/engines/thread-pool';
import { milpOf } from '../support/random-milp';

const elapsedSeconds = () => performance.now() / 1000;
const limits = { timeLimitSeconds: 20 };
const problem = generateProblem('XS', 5);
const small = milpOf([3, 2, 2], [{ weights: [2, 1, 1], lower: -Infinity, upper: 2 }]);

let highs: Engine;
beforeAll(async () => {
  highs = await engineById('highs');
});

const propose = (of: Problem, team: EngineTeam) =>
  proposeMatches(of, { engine: () => team, sha256, elapsedSeconds }, { timeLimitSeconds: 60 });

/** An engine that answers wholly by itself, whatever the programme. */
const answering = (answer: (milp: Milp) => EngineAnswer): Engine => ({
  ...highs,
  solveRelaxation: (milp) => Promise.resolve(answer(milp)),
  solveWhole: (milp) => Promise.resolve(answer(milp)),
});
const full = (value: number) => (milp: Milp) => new Float64Array(milp.columns).fill(value);

describe('an engine that answers wrongly', () => {
  const lies: [string, (milp: Milp) => EngineAnswer][] = [
    ['fractions', (milp) => ({ status: 'optimal', columnValues: full(0.5)(milp), bound: 0 })],
    ['a plan that breaks every rule', (milp) => ({ status: 'optimal', columnValues: full(1)(milp), bound: 1e6 })],
    ['nothing, and that it is the best', (milp) => ({ status: 'optimal', columnValues: full(0)(milp) })],
    ['numbers that are none', (milp) => ({ status: 'optimal', columnValues: full(NaN)(milp), bound: NaN })],
    ['duals that are none', (milp) => ({ status: 'optimal', rowDuals: new Float64Array(milp.rows).fill(NaN) })],
    ['that there is no plan', () => ({ status: 'infeasible' })],
    ['that there is no end', () => ({ status: 'unbounded' })],
    ['that it broke', () => ({ status: 'failed', message: 'broken' })],
    ['that its time is up', () => ({ status: 'time-limit' })],
  ];

  it.each(lies)('never makes a plan that does not verify: %s', async (_, answer) => {
    const liar = answering(answer);
    for (const team of [
      { whole: liar, relaxation: liar, guide: liar },
      { whole: highs, relaxation: liar, guide: highs },
      { whole: liar, relaxation: highs, guide: liar },
    ]) {
      const plan = await propose(problem, team).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'engine-failed' });
        return null;
      });
      if (plan === null) continue;
      expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
    }
  });
});

describe('ids that mean something to an engine or to JavaScript', () => {
  const nasty = ['result', '__proto__', 'constructor', 'goal', 'x0', 'r0', 'toString', 'feasible', 'bounded', ' ', '0'];
  const renamed: Problem = {
    ...problem,
    households: problem.households.map((each, at) => ({ ...each, id: nasty[at] ?? each.id })),
    units: problem.units.map((each, at) => ({ ...each, id: nasty.toReversed()[at] ?? each.id })),
  };

  it.each(ENGINE_REQUESTS)('change no level but the lottery with engine %s', async (request) => {
    const team = (await chooseEngines(request))(small);
    const withoutLottery = async (of: Problem) =>
      (await propose(of, team)).levels.filter(({ objectiveId }) => objectiveId !== 'lottery').map(({ value }) => value);
    expect(await withoutLottery(renamed)).toEqual(await withoutLottery(problem));
    expect(verifyPlan(renamed, await propose(renamed, team), { sha256 })).toEqual([]);
  });
});

describe('HiGHS in threads', () => {
  let pool: HighsThreads;
  afterEach(() => pool.close());

  it('answers as it does in one', async () => {
    pool = new HighsThreads(highs.version, 2);
    const { engine } = pool;
    const answers = await Promise.all(Array.from({ length: 6 }, () => engine.solveWhole(small, limits)));
    const alone = await highs.solveWhole(small, limits);
    for (const answer of answers) expect(answer).toEqual(alone);
    expect(await engine.solveRelaxation(small, limits)).toEqual(await highs.solveRelaxation(small, limits));
  });

  it('says that it failed when a thread breaks, and goes on with a new one', async () => {
    pool = new HighsThreads(highs.version, 1);
    const { engine } = pool;
    // More rows than its arrays hold: HiGHS refuses it, or the thread breaks.
    const torn = { ...small, starts: Int32Array.from([0, 9_999_999, 2, 3]) };
    expect((await engine.solveWhole(torn, limits)).status).toBe('failed');
    expect((await engine.solveWhole(small, limits)).status).toBe('optimal');
  });

  it('stops at nodes and gaps, and says so without a wrong claim', async () => {
    pool = new HighsThreads(highs.version, 1);
    const { status, columnValues } = await pool.engine.solveWhole(small, { ...limits, mostNodes: 1, relativeGap: 0.9 });
    expect(['optimal', 'time-limit']).toContain(status);
    expect([...columnValues!].every((value) => Number.isInteger(Math.round(value * 1e6) / 1e6))).toBe(true);
  });
});
