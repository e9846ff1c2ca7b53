import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible } from '../../../src/core/optimizer/programme';
import { bestByTrying, milpOf, solutionsOf } from '../../support/random-milp';
import { always, packing, teamOf, TINY_ENGINE } from '../../support/tiny-engine';
import { type Asked, solve, withWhole, GAP } from './solve-levels';

/** The first plan takes the first; the second is better. */
const TRAP = packing([0, 0, 0], [2, 1, 1, 2]);

const worth = (plan: readonly number[], level: readonly number[]) =>
  level.reduce((sum, each, at) => sum + each * plan[at]!, 0);

/** Each plan that is best up to the level on which a column is decided has that column. */
function expectDecided(
  decidedAt: readonly number[],
  milp: Milp,
  levels: readonly number[][],
  best: readonly number[],
): void {
  decidedAt.forEach((decided, column) => {
    if (decided === 0) return;
    const equals = [...solutionsOf(milp)].filter((plan) =>
      levels.slice(0, decided).every((level, at) => worth(plan, level) === best[at]),
    );
    expect(equals.every((plan) => plan[column]! >= 1)).toBe(true);
  });
}

describe('levels one after another', () => {
  it.each<[string, Milp, number[][], Asked, string[], number[], number[]]>([
    ['one level by its bound', packing([0, 0], [1, 1, 1]), [[3, 2]], {}, ['3 3 lp-bound'], [1, 0], [1, 0]],
    ['a level that a search has to prove', GAP, [[4, 4, 3]], {}, ['4 4 branch-and-bound'], [1, 0, 0], [0, 0, 0]],
    ['a plan that the first one is not', TRAP, [[3, 2, 2]], {}, ['4 4 lp-bound'], [0, 1, 1], [0, 1, 1]],
    [
      'a level on which all is equal',
      packing([0, 0], [1, 1, 1]),
      [
        [0, 0],
        [1, 2],
      ],
      {},
      ['0 0 lp-bound', '2 2 lp-bound'],
      [0, 1],
      [0, 2],
    ],
    [
      'a level that decides what the last one left',
      packing([0, 0, 0], [1, 1, 0, 1], [0, 0, 1, 1]),
      [
        [1, 1, 5],
        [0, 3, 0],
      ],
      {},
      ['6 6 lp-bound', '3 3 lp-bound'],
      [0, 1, 1],
      [0, 2, 1],
    ],
    [
      'room for a later level',
      packing([0, 0], [1, 1, 1]),
      [
        [10, 9],
        [0, 7],
      ],
      { epsilon: 1 },
      ['10 10 lp-bound', '7 7 lp-bound'],
      [0, 1],
      [0, 2],
    ],
    [
      'no room for a later level',
      packing([0, 0], [1, 1, 1]),
      [
        [10, 8],
        [0, 7],
      ],
      { epsilon: 1 },
      ['10 10 lp-bound', '0 0 lp-bound'],
      [1, 0],
      [1, 0],
    ],
    [
      'ties',
      milpOf(
        [0, 0, 0, 0],
        [
          [1, 1, 0, 0],
          [0, 0, 1, 1],
          [1, 0, 1, 0],
          [0, 1, 0, 1],
        ].map((weights) => ({ weights, lower: 0, upper: 1 })),
      ),
      [
        [1, 1, 1, 1],
        [5, 5, 5, 5],
      ],
      {},
      ['2 2 lp-bound', '10 10 lp-bound'],
      [1, 0, 0, 1],
      [0, 0, 0, 0],
    ],
    [
      'columns below 0',
      milpOf([0, 0], [{ weights: [1, 1], lower: 1, upper: 3 }], [1, 2]),
      [[-2, -1]],
      {},
      ['-1 -1 lp-bound'],
      [0, 1],
      [0, 1],
    ],
  ])('%s', async (_name, milp, levels, asked, outcomes, plan, decidedAt) => {
    const solved = await solve(milp, levels, asked);
    expect(solved.levels).toEqual(outcomes);
    expect(solved.plan).toEqual(plan);
    expect(solved.decidedAt).toEqual(decidedAt);
  });

  const random = fc.integer({ min: 3, max: 5 }).chain((columns) =>
    fc.record({
      upper: fc.array(fc.constantFrom(1, 1, 1, 2), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          weights: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: columns, maxLength: columns }),
          lower: fc.constantFrom(-Infinity, -Infinity, 0, 2),
          upper: fc.integer({ min: 2, max: 6 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      levels: fc.array(fc.array(fc.integer({ min: -2, max: 6 }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  );
  it('reach what trying every plan reaches, and what is decided is in every best plan', async () => {
    await fc.assert(
      fc.asyncProperty(random, async ({ upper, rows, levels }) => {
        const milp = milpOf(
          upper.map(() => 0),
          rows,
          upper,
        );
        const best = bestByTrying(milp, levels);
        if (best === null) return expect(solve(milp, levels)).rejects.toMatchObject({ code: 'problem-infeasible' });
        for (const team of [teamOf(TINY_ENGINE), { ...teamOf(TINY_ENGINE), relaxation: null }]) {
          const solved = await solve(milp, levels, { team });
          expect(solved.levels.map((level) => level.split(' ').slice(0, 2).map(Number))).toEqual(
            best.map((value) => [value, value]),
          );
          expect(isPossible(milp, Float64Array.from(solved.plan))).toBe(true);
          expectDecided(solved.decidedAt, milp, levels, best);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('go on with the few columns that are free where the first level fixes the others', async () => {
    await fc.assert(
      fc.asyncProperty(random, async ({ upper, rows, levels }) => {
        const limits = rows.map((row) => ({ ...row, weights: row.weights.map(Math.abs), lower: -Infinity }));
        const few = milpOf(
          upper.map(() => 0),
          limits,
          upper,
        );
        const best = bestByTrying(few, levels)!;
        const sure = new Array<number>(60).fill(1);
        const many = milpOf(
          [...sure, ...upper].map(() => 0),
          limits.map((row) => ({ ...row, weights: [...sure.map(() => 0), ...row.weights] })),
          [...sure, ...upper],
        );
        const told: string[] = [];
        const solved = await solve(
          many,
          levels.map((level, at) => [...sure.map(() => (at === 0 ? 1000 : 2)), ...level]),
          { onLevel: (level, { value, bound, method }) => told.push(`${level}: ${value} ${bound} ${method}`) },
        );
        const expected = best.map((value, at) => value + (at === 0 ? 60_000 : 120));
        expect(solved.levels.map((level) => level.split(' ').slice(0, 2).map(Number))).toEqual(
          expected.map((value) => [value, value]),
        );
        expect(told).toEqual(solved.levels.map((level, at) => `${at + 1}: ${level}`));
        expect(solved.plan.slice(0, 60)).toEqual(sure);
        const plan = solved.plan.slice(60);
        expect(isPossible(few, Float64Array.from(plan))).toBe(true);
        expect(levels.map((level) => worth(plan, level))).toEqual(best);
        expect(solved.decidedAt.slice(0, 60)).toEqual(sure);
        expectDecided(solved.decidedAt.slice(60), few, levels, best);
      }),
      { numRuns: 40 },
    );
  });
});

describe('without time', () => {
  it('the plan at hand is what it is, bounded by the columns', async () => {
    expect(await solve(GAP, [[4, 4, 3]], { secondsLeft: () => 0 })).toEqual({
      plan: [1, 0, 0],
      levels: ['4 11 not-proven'],
      decidedAt: [0, 0, 0],
    });
    const all = packing([0, 0], [1, 1, 2]);
    expect(
      (
        await solve(
          all,
          [
            [1, -1],
            [0, 2],
          ],
          { secondsLeft: () => 0 },
        )
      ).levels,
    ).toEqual(['1 1 lp-bound', '0 2 not-proven']);
  });

  it('a search that ran out of it leaves a bound, and later levels alone', async () => {
    const team = withWhole(always({ status: 'time-limit', bound: 5.2 }));
    expect(
      await solve(
        GAP,
        [
          [4, 4, 3],
          [1, 2, 3],
        ],
        { team },
      ),
    ).toEqual({
      plan: [0, 1, 0],
      levels: ['4 5 not-proven', '2 6 not-proven'],
      decidedAt: [0, 0, 0],
    });
    const sure = withWhole(always({ status: 'time-limit', bound: 4.0005 }));
    expect((await solve(GAP, [[4, 4, 3]], { team: sure })).levels).toEqual(['4 4 branch-and-bound']);
    const low = withWhole(always({ status: 'time-limit', bound: 3.5 }));
    expect((await solve(GAP, [[4, 4, 3]], { team: low })).levels).toEqual(['4 4 branch-and-bound']);
    const near = withWhole(always({ status: 'time-limit', bound: 4.9995 }));
    expect((await solve(GAP, [[4, 4, 3]], { team: near })).levels).toEqual(['4 5 not-proven']);
    const silent = withWhole(always({ status: 'time-limit' }));
    expect((await solve(GAP, [[4, 4, 3]], { team: silent })).levels).toEqual(['4 6 not-proven']);
  });
});
