import { describe, expect, it } from '@jest/globals';
import type { Engine } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import type { OpenRelaxation } from '../../../src/core/optimizer/warm-relaxation';
import { milpOf } from '../../support/random-milp';
import {
  always,
  bestWhole,
  engineWith,
  openTiny,
  packing,
  relax,
  teamOf,
  TINY_ENGINE,
} from '../../support/tiny-engine';
import { solve, withWhole, GAP } from './solve-levels';

describe('engines', () => {
  it('are told the plan at hand and the time, and tell each level', async () => {
    const { engine, searched } = engineWith();
    const told: unknown[] = [];
    await solve(
      GAP,
      [
        [4, 4, 3],
        [0, 1, 0],
      ],
      { team: teamOf(engine), onLevel: (level, { value, method }) => told.push([level, value, method]) },
    );
    expect(told).toEqual([
      [1, 4, 'branch-and-bound'],
      [2, 1, 'lp-bound'],
    ]);
    expect(searched.every(({ seconds }) => seconds === 9)).toBe(true);
    expect(searched[0]!.start).toEqual([0, 1]);
  });

  it.each<[string, Partial<Engine>, string]>([
    [
      'says that the relaxation has no solution',
      { solveRelaxation: always({ status: 'infeasible' }) },
      'the relaxation has no solution though a plan is known',
    ],
    [
      'says that there is no plan',
      { solveWhole: always({ status: 'infeasible' }) },
      'a search that has a solution ended as infeasible: no message',
    ],
    ['says that there is no end', { solveWhole: always({ status: 'unbounded' }) }, 'ended as unbounded'],
    ['fails', { solveWhole: always({ status: 'failed', message: 'out of memory' }) }, 'ended as failed: out of memory'],
  ])('are not believed where one %s', async (_name, answers, message) => {
    const { engine } = engineWith(answers);
    const asked = solve(GAP, [[4, 4, 3]], { team: { ...teamOf(TINY_ENGINE), relaxation: engine, whole: engine } });
    await expect(asked).rejects.toMatchObject({
      code: 'engine-failed',
      message: expect.stringContaining(`An engine contradicts what is known: `),
    });
    await expect(asked).rejects.toMatchObject({ message: expect.stringContaining(message) });
  });

  // The first plan takes the heavy one; two light ones are worth the same, and more on the next level.
  const equal = packing([0, 0, 0, 0], [4, 2, 2, 2, 5]);
  it.each<[string, number[], number[]]>([
    ['is not whole', [0.5, 1, 0, 0], [1, 0, 0, 0]],
    ['breaks a row', [1, 1, 0, 0], [1, 0, 0, 0]],
    ['is worth less', [0, 1, 0, 0], [1, 0, 0, 0]],
    ['is worth the same, and more on the next level', [0.00005, 0.99995, 1, 0], [0, 1, 1, 0]],
    ['is almost whole, but not quite', [0.0002, 0.9998, 1, 0], [1, 0, 0, 0]],
  ])('whose plan %s', async (_name, values, plan) => {
    const columnValues = Float64Array.from(values);
    const whole = engineWith({ solveWhole: always({ status: 'time-limit', columnValues, bound: 4 }) }).engine;
    const guide = engineWith({ solveWhole: always({ status: 'time-limit' }) }).engine;
    const levels = [
      [4, 2, 2, 2],
      [0, 1, 1, 1],
    ];
    expect((await solve(equal, levels, { team: { whole, guide, relaxation: TINY_ENGINE } })).plan).toEqual(plan);
  });

  it('find a plan where the simple way finds none', async () => {
    const milp = milpOf([0, 0, 0], [{ weights: [2, 3, 2], lower: 4, upper: 4 }]);
    expect((await solve(milp, [[1, 9, 1]])).plan).toEqual([1, 0, 1]);
    const half = engineWith({
      solveWhole: (each) =>
        Promise.resolve({
          ...bestWhole(each),
          columnValues: bestWhole(each).columnValues!.map((value) => value + 1e-7),
        }),
    });
    expect((await solve(milp, [[1, 9, 1]], { team: teamOf(half.engine) })).plan).toEqual([1, 0, 1]);
    expect([...half.searched[0]!.milp.objective]).toEqual([0, 0, 0]);
    const none = milpOf([0, 0], [{ weights: [2, 2], lower: 3, upper: 3 }]);
    await expect(solve(none, [[1, 1]])).rejects.toMatchObject({
      code: 'problem-infeasible',
      message: 'No plan keeps all pins and all hard rules',
    });
    const lost = withWhole(always({ status: 'time-limit' }));
    await expect(solve(milp, [[1, 9, 1]], { team: lost })).rejects.toMatchObject({
      code: 'engine-failed',
      message: 'No plan was found: the engine ended as time-limit',
      details: { status: 'time-limit' },
    });
    const wrong = withWhole(always({ status: 'optimal', columnValues: new Float64Array(3) }));
    await expect(solve(milp, [[1, 9, 1]], { team: wrong })).rejects.toMatchObject({ code: 'engine-failed' });
  });

  it('give no more than a plan where there is no relaxation', async () => {
    const team = { ...teamOf(TINY_ENGINE), relaxation: null };
    expect(await solve(packing([0, 0], [1, 1, 1]), [[3, 2]], { team })).toEqual({
      plan: [1, 0],
      levels: ['3 3 branch-and-bound'],
      decidedAt: [1, 0],
    });
    const { engine } = engineWith({
      solveRelaxation: (milp) => Promise.resolve({ ...relax(milp), rowDuals: undefined }),
    });
    expect((await solve(packing([0, 0], [1, 1, 1]), [[3, 2]], { team: teamOf(engine) })).levels).toEqual([
      '3 3 branch-and-bound',
    ]);
  });

  it('are asked no more than is needed', async () => {
    const count = async (milp: Milp, levels: number[][]) => {
      const { engine, relaxed, searched } = engineWith();
      await solve(milp, levels, { team: teamOf(engine) });
      return [relaxed.length, ...searched.map((each) => each.milp.columns)];
    };
    // The plan at hand reaches the bound: one relaxation, and none for a level on which all is equal.
    expect(await count(packing([0, 0], [1, 1, 1]), [[3, 2]])).toEqual([1]);
    expect(
      await count(packing([0, 0], [1, 1, 1]), [
        [0, 0],
        [3, 2],
      ]),
    ).toEqual([1]);
    // Otherwise one more for the guide, both again on what can still be better, the guide's core of two columns, and one search.
    expect(await count(packing([0, 0, 0, 0], [2, 2, 2, 2, 3]), [[4, 4, 4, 1]])).toEqual([4, 2, 3, 3]);
  });

  it('that keep a relaxation open are closed in the end', async () => {
    let closed = 0;
    const openRelaxation: OpenRelaxation = (milp) => ({ ...openTiny(milp), close: () => void closed++ });
    const team = { ...teamOf(TINY_ENGINE), openRelaxation };
    expect((await solve(packing([0, 0], [1, 1, 1]), [[3, 2]], { team })).plan).toEqual([1, 0]);
    expect(closed).toBe(1);
  });

  it.each([
    ['few of many', 39, 12, 2, [51, 12]],
    ['a quarter', 39, 13, 2, [52]],
    ['few of a small programme', 45, 5, 2, [50]],
    ['nothing after the last level', 39, 12, 1, [51]],
  ])('get the rest on its own where a level leaves %s', async (_, sure, tied, levels, expected) => {
    const opened: number[] = [];
    const openRelaxation: OpenRelaxation = (milp) => (opened.push(milp.columns), openTiny(milp));
    const ofBoth = (ofSure: number, ofTied: (at: number) => number) => [
      ...new Array<number>(sure).fill(ofSure),
      ...Array.from({ length: tied }, (__, at) => ofTied(at)),
    ];
    const none = ofBoth(0, () => 0);
    const {
      plan,
      decidedAt,
      levels: outcomes,
    } = await solve(
      packing(none, [...ofBoth(0, () => 1), 1]),
      [ofBoth(9, () => 1), ofBoth(2, (at) => at)].slice(0, levels),
      { team: { ...teamOf(TINY_ENGINE), openRelaxation } },
    );
    expect(opened).toEqual(expected);
    const last = tied - 1;
    expect(outcomes).toEqual(
      [9 * sure + 1, 2 * sure + last].slice(0, levels).map((value) => `${value} ${value} lp-bound`),
    );
    expect(plan).toHaveLength(sure + tied);
    if (levels === 2) {
      expect(plan).toEqual(ofBoth(1, (at) => Number(at === last)));
      expect(decidedAt).toEqual(ofBoth(1, (at) => (at === last ? 2 : 0)));
    }
  });

  it('are not asked about the rest where a level is not proven', async () => {
    const ties = packing([0, 0], [1, 1, 1]);
    const { engine, searched } = engineWith();
    await solve(ties, [[1, 1]], { team: teamOf(engine) });
    expect(searched).toHaveLength(1);
    const unproven = engineWith({ solveWhole: (milp) => Promise.resolve({ ...bestWhole(milp), bound: 9 }) });
    await solve(GAP, [[4, 4, 3]], { team: teamOf(unproven.engine) });
    expect(unproven.searched.every(({ milp }) => milp.objective.some((each) => each > 0))).toBe(true);

    // Nor about the rest on its own, where the first level fixes the others.
    unproven.searched.length = 0;
    const sure = new Array<number>(60).fill(0);
    const many = packing([...sure, 0, 0, 0], [...sure, 2, 2, 2, 3]);
    const levels = [
      [...sure.map(() => 9), 4, 4, 3],
      [...sure, 0, 0, 0],
    ];
    const solved = await solve(many, levels, { team: teamOf(unproven.engine) });
    expect(solved.levels).toEqual(['544 546 not-proven', '0 0 lp-bound']);
    expect(unproven.searched.every(({ milp }) => milp.objective.some((each) => each > 0))).toBe(true);
  });
});
