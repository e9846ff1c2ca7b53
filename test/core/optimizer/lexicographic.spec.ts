import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { decompose, programmeOf } from '../../../src/core/optimizer/decompose';
import type { EngineTeam } from '../../../src/core/optimizer/engine';
import { solveLexicographically } from '../../../src/core/optimizer/lexicographic';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';
import { chooseEngines, ENGINE_REQUESTS } from '../../../src/engines/registry';
import { bestByTrying, milpOf } from '../../support/random-milp';

/** Households × homes with a shared limit in points and a floor with a shortage column: the shape of a round, very small. */
const tinyRound = fc
  .record({ households: fc.integer({ min: 1, max: 4 }), homes: fc.integer({ min: 1, max: 3 }) })
  .chain(({ households, homes }) =>
    fc.record({
      households: fc.constant(households),
      homes: fc.constant(homes),
      points: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: households, maxLength: households }),
      capacity: fc.integer({ min: 0, max: 7 }),
      floor: fc.integer({ min: 0, max: 3 }),
      worths: fc.array(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: households * homes, maxLength: households * homes }),
        { minLength: 2, maxLength: 2 },
      ),
    }),
  )
  .map(({ households, homes, points, capacity, floor, worths }) => {
    const pairs = Array.from({ length: households * homes }, (_, at) => ({
      household: Math.floor(at / homes),
      home: at % homes,
    }));
    const row = (weightOf: (pair: { household: number; home: number }) => number, slack: number) => [
      ...pairs.map(weightOf),
      slack,
    ];
    const open = { lower: -Infinity };
    const rows = [
      ...points.map((_, h) => ({ ...open, upper: 1, weights: row(({ household }) => Number(household === h), 0) })),
      ...Array.from({ length: homes }, (_, j) => ({
        ...open,
        upper: 1,
        weights: row(({ home }) => Number(home === j), 0),
      })),
      { ...open, upper: capacity, weights: row(({ household, home }) => (home < 2 ? points[household]! : 0), 0) },
      { lower: floor, upper: Infinity, weights: row(({ home }) => Number(home === 0), 1) },
    ];
    const zero = new Array<number>(pairs.length + 1).fill(0);
    const milp = milpOf(zero, rows, [...pairs.map(() => 1), floor]);
    const levels = [[...pairs.map(() => 1), 0], [...pairs.map(() => 0), -1], ...worths.map((worth) => [...worth, 0])];
    return { milp, levels };
  });

describe.each(ENGINE_REQUESTS)('levels one after another, engine %s', (request) => {
  let choose: (milp: Milp) => EngineTeam;
  beforeAll(async () => {
    choose = await chooseEngines(request);
  });
  const solve = (milp: Milp, levels: readonly (readonly number[])[], secondsLeft = 30, epsilon = 0) =>
    solveLexicographically(
      milp,
      levels.map((level) => ({ coefficients: Float64Array.from(level), epsilon })),
      { engines: choose(milp), secondsLeft: () => secondsLeft },
    );

  it('reaches on every level what trying every plan reaches', async () => {
    await fc.assert(
      fc.asyncProperty(tinyRound, async ({ milp, levels }) => {
        const solved = await solve(milp, levels);
        expect(isPossible(milp, solved.columnValues)).toBe(true);
        const best = bestByTrying(milp, levels);
        expect(solved.levels.map(({ value }) => value)).toEqual(best);
        expect(levels.map((level) => weigh(Float64Array.from(level), solved.columnValues))).toEqual(best);
        solved.levels.forEach(({ value, bound }) => expect(bound).toBeGreaterThanOrEqual(value));
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('gives the same levels in parts as in one piece', async () => {
    await fc.assert(
      fc.asyncProperty(tinyRound, async ({ milp, levels }) => {
        const parts = decompose(milp);
        expect(parts.flatMap(({ columns }) => [...columns]).sort((a, b) => a - b)).toEqual([
          ...Array(milp.columns).keys(),
        ]);
        const solved = await Promise.all(
          parts.map((part) =>
            solve(
              programmeOf(milp, part),
              levels.map((level) => Array.from(part.columns, (column) => level[column]!)),
            ),
          ),
        );
        const sums = levels.map((_, at) => solved.reduce((sum, each) => sum + each.levels[at]!.value, 0));
        expect(sums).toEqual(bestByTrying(milp, levels));
      }),
      { numRuns: 20, seed: 12 },
    );
  });

  it('is at peace with nothing but ties', async () => {
    const milp = milpOf(
      [0, 0, 0, 0],
      [
        { weights: [1, 1, 0, 0], lower: -Infinity, upper: 1 },
        { weights: [0, 0, 1, 1], lower: -Infinity, upper: 1 },
        { weights: [1, 0, 1, 0], lower: -Infinity, upper: 1 },
        { weights: [0, 1, 0, 1], lower: -Infinity, upper: 1 },
      ],
    );
    const solved = await solve(milp, [
      [1, 1, 1, 1],
      [5, 5, 5, 5],
    ]);
    expect(solved.levels.map(({ value }) => value)).toEqual([2, 10]);
    expect([...solved.decidedAt]).toEqual([0, 0, 0, 0]);
  });

  it('gives the best plan at hand, not proven, when there is no time', async () => {
    const milp = milpOf([0, 0, 0], [{ weights: [2, 2, 3], lower: -Infinity, upper: 4 }]);
    const solved = await solve(milp, [[3, 3, 5]], 0);
    expect(isPossible(milp, solved.columnValues)).toBe(true);
    expect(solved.levels).toEqual([{ value: 5, bound: 11, method: 'not-proven' }]);
  });

  it('names an impossible programme', async () => {
    const milp = milpOf([0, 0], [{ weights: [1, 1], lower: 3, upper: 5 }]);
    await expect(solve(milp, [[1, 1]])).rejects.toMatchObject({ code: 'problem-infeasible' });
  });

  it('lets a later level take what epsilon allows', async () => {
    const milp = milpOf([0, 0], [{ weights: [1, 1], lower: -Infinity, upper: 1 }]);
    const levels = [
      [10, 9],
      [0, 7],
    ];
    expect([...(await solve(milp, levels)).columnValues]).toEqual([1, 0]);
    expect([...(await solve(milp, levels, 30, 1)).columnValues]).toEqual([0, 1]);
  });
});
