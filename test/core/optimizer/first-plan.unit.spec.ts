import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { firstPlan } from '../../../src/core/optimizer/first-plan';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible } from '../../../src/core/optimizer/programme';
import { milpOf, type TinyRow } from '../../support/random-milp';

const row = (weights: number[], lower: number, upper: number): TinyRow => ({ weights, lower, upper });
const planOf = (milp: Milp, ...levels: number[][]) => {
  const plan = firstPlan(
    milp,
    levels.map((level) => Float64Array.from(level)),
  );
  return plan && [...plan];
};
const programme = (rows: TinyRow[], upper?: number[], lower?: number[]) => {
  const milp = milpOf(
    rows[0]!.weights.map(() => 0),
    rows,
    upper,
  );
  milp.columnLower.set(lower ?? []);
  return milp;
};

describe('a first plan', () => {
  const one = [row([1, 1, 1], -Infinity, 1)];
  it.each<[string, Milp, number[][], number[] | null]>([
    ['takes the best of the first level', programme(one), [[1, 3, 2]], [0, 1, 0]],
    [
      'takes the best of the next level between equals',
      programme(one),
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      [0, 0, 1],
    ],
    ['takes the first between equals', programme(one), [[1, 1, 1]], [1, 0, 0]],
    ['takes the first without levels', programme(one), [], [1, 0, 0]],
    ['fills a row as far as it goes', programme([row([2, 2, 1], -Infinity, 3)]), [[3, 2, 1]], [1, 0, 1]],
    [
      'keeps every row',
      programme([row([1, 0, 0], 0, 1), row([1, 1, 0], 0, 1), row([0, 1, 1], 0, 1)]),
      [[1, 2, 1]],
      [0, 1, 0],
    ],
    ['keeps what is pinned', programme(one, undefined, [1]), [[1, 3, 2]], [1, 0, 0]],
    ['takes nothing that may not be', programme([row([1, 1], 0, 2)], [0, 1]), [[1, 1]], [0, 1]],
    ['fills a shortage up to what lacks', programme([row([1, 1, 1], 2, Infinity)], [1, 0, 3]), [[1, 1, -1]], [1, 0, 1]],
    ['leaves a shortage of 0', programme([row([1, 1, 1], 2, Infinity)], [1, 1, 3]), [[1, 1, -1]], [1, 1, 0]],
    [
      'knows a shortage by its worth',
      programme([row([1, 1], 1, Infinity)]),
      [
        [0, 0],
        [0, -1],
      ],
      [1, 0],
    ],
    ['knows a shortage by its upper side', programme([row([1, 1], 1, Infinity)], [1, 2]), [[0, 5]], [1, 0]],
    ['fills a shortage no further than it goes', programme([row([0, 1], 3, Infinity)], [1, 2]), [[0, -1]], null],
    ['has no shortage without a row', programme([row([1, 0], 0, 1)], [1, 2]), [[1, 0]], [1, 0]],
    [
      'is none where a row needs more',
      programme([row([1, -1], 1, Infinity), row([1, 0], -Infinity, 0)]),
      [[1, 1]],
      null,
    ],
    ['adds a shortage to what it is already', programme([row([1, 1], 3, Infinity)], [0, 3], [0, 1]), [[0, -1]], [0, 3]],
    ['stops a shortage at its upper side', programme([row([1, 1], 2, Infinity)], [0, 2], [0, 1]), [[0, -1]], [0, 2]],
  ])('%s', (_name, milp, levels, expected) => {
    expect(planOf(milp, ...levels)).toEqual(expected);
  });

  it('is possible, or none', () => {
    const random = fc.record({
      rows: fc.array(
        fc.record({
          weights: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 4, maxLength: 4 }),
          lower: fc.integer({ min: -3, max: 1 }),
          upper: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      level: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 4, maxLength: 4 }),
    });
    let found = 0;
    fc.assert(
      fc.property(random, ({ rows, level }) => {
        const plan = planOf(programme(rows), level);
        if (plan === null) return;
        found++;
        expect(isPossible(programme(rows), Float64Array.from(plan))).toBe(true);
      }),
      { numRuns: 50 },
    );
    expect(found).toBeGreaterThan(10);
  });
});
