import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { solveLarge, suitsLarge } from '../../../../src/core/optimizer/lagrangian/solve-large';
import type { LargeSearch } from '../../../../src/core/optimizer/lagrangian/solve-weighed';
import type { LevelOutcome } from '../../../../src/core/optimizer/lexicographic';
import { isPossible, weigh } from '../../../../src/core/optimizer/programme';
import { bestByTrying } from '../../../support/random-milp';
import { openTiny, TINY_ENGINE } from '../../../support/tiny-engine';
import {
  mostWorth,
  objectiveOf,
  randomLarge,
  tinyLarge,
  valueOf,
  type MarkedRow,
  type TinyLarge,
} from '../../../support/tiny-large';

const secondsLeft = () => 9;
type Told = Partial<LargeSearch> & { onLevel?: (level: number, outcome: LevelOutcome) => void };
const solve = (large: TinyLarge, levels: readonly Float64Array[], search: Told = {}) =>
  solveLarge(
    large.milp,
    levels.map((coefficients) => ({ coefficients, epsilon: 0 })),
    large,
    { engine: TINY_ENGINE, open: openTiny, secondsLeft, enoughGap: 0, ...search },
  );

describe('the large method', () => {
  it.each<[string, Told, number]>([
    ['with a relaxation', {}, 0.9],
    ['without', { mostRows: 0 }, 0.6],
    ['without time', { secondsLeft: () => 0 }, 0],
  ])('has a possible plan and true bounds, and often the best, %s', async (_name, options, part) => {
    const seen = { best: 0, proven: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(randomLarge, async (large) => {
        const { columnValues, levels, decidedAt } = await solve(large, large.levels, options);
        expect(isPossible(large.milp, columnValues)).toBe(true);
        expect(decidedAt).toEqual(new Int32Array(large.milp.columns));
        const kept: { level: Float64Array; value: number }[] = [];
        large.levels.forEach((level, place) => {
          const { value, bound, method } = levels[place]!;
          expect(value).toBe(weigh(level, columnValues));
          const keeps = (plan: readonly number[]) => kept.every((above) => valueOf(above.level, plan) >= above.value);
          expect(bound).toBeGreaterThanOrEqual(mostWorth(large.milp, level, keeps));
          expect(Number.isInteger(bound)).toBe(true);
          expect(method).toBe(bound === value ? 'branch-and-bound' : 'not-proven');
          if (method === 'branch-and-bound') seen.proven++;
          kept.push({ level, value });
        });
        const best = bestByTrying(
          large.milp,
          large.levels.map((level) => [...level]),
        );
        if (levels.every(({ value }, place) => value === best![place])) seen.best++;
        seen.all++;
      }),
      { numRuns: 5 },
    );
    expect(seen.best / seen.all).toBeGreaterThanOrEqual(part);
    expect(seen.proven / (3 * seen.all)).toBeGreaterThanOrEqual(part * 0.9);
  });

  it('tells of each level', async () => {
    const large = tinyLarge('0@0 1@0 2@0', [1]);
    const told: [number, LevelOutcome][] = [];
    const levels = [objectiveOf(1, 1, 0), objectiveOf(4, 6, 9)];
    const found = await solve(large, levels, { onLevel: (...each) => told.push(each) });
    expect(found.levels).toEqual([
      { value: 1, bound: 1, method: 'branch-and-bound' },
      { value: 6, bound: 6, method: 'branch-and-bound' },
    ]);
    expect(told).toEqual([
      [1, found.levels[0]],
      [2, found.levels[1]],
    ]);
  });

  it('weighs four levels together, and bounds those below by the best of all', async () => {
    const large = tinyLarge('0@0 1@0 2@0', [1]);
    const none = objectiveOf(0, 0, 0);
    const points = objectiveOf(4, 6, 9);
    const found = await solve(large, [objectiveOf(1, 1, 0), none, none, none, points]);
    expect(found.levels[0]).toEqual({ value: 1, bound: 1, method: 'branch-and-bound' });
    expect(found.levels[4]!.bound).toBe(9);
    expect(found.levels[4]).toMatchObject({ value: 6, method: 'not-proven' });
    const four = await solve(large, [objectiveOf(1, 1, 0), none, none, points]);
    expect(four.levels[3]).toEqual({ value: 6, bound: 6, method: 'branch-and-bound' });
  });

  it('bounds a level by what those above have, also without a relaxation', async () => {
    const large = tinyLarge('0@0 1@0 2@0', [1]);
    const levels = [objectiveOf(1, 1, 0), objectiveOf(4, 6, 9), objectiveOf(3, 2, 5)];
    const found = await solve(large, levels, { mostRows: 0 });
    expect(found.levels).toEqual([
      { value: 1, bound: 1, method: 'branch-and-bound' },
      { value: 6, bound: 6, method: 'branch-and-bound' },
      { value: 2, bound: 2, method: 'branch-and-bound' },
    ]);
  });

  it('would rather house one with a duty than four at their best', async () => {
    // The one with a duty needs all that the wijk can bear.
    const rows = [{ weights: [4, 1, 1, 1, 1], lower: -Infinity, upper: 4 }];
    const pairs = [0, 1, 2, 3, 4].map((at) => [at, at] as const);
    const large = tinyLarge(pairs, [1, 1, 1, 1, 1], rows);
    const found = await solve(large, [objectiveOf(1, 0, 0, 0, 0), objectiveOf(0, 1, 1, 1, 1)]);
    expect(found.columnValues).toEqual(Float64Array.of(1, 0, 0, 0, 0));
    expect(found.levels.map(({ value }) => value)).toEqual([1, 0]);
  });
});

describe('programmes for the large method', () => {
  const pairs = '- 0@0 1@0';
  const asked = { weights: [1, 1, 0], lower: 1, upper: Infinity };
  const level = { coefficients: objectiveOf(-1, 1, 1), epsilon: 0 };
  const twice = { weights: [1, 0, 1], lower: -Infinity, upper: 2 };
  const elsewhere = { weights: [0, 1, 0], lower: -Infinity, upper: 1 };
  it.each<[string, boolean, (milp: TinyLarge['milp']) => void, MarkedRow[]?]>([
    ['pairs, and a shortage for each lower side', true, () => undefined],
    ['a pinned column', false, ({ columnLower }) => (columnLower[1] = 1)],
    ['a shortage that must be', false, ({ columnLower }) => (columnLower[0] = 1)],
    ['a pair of more than one', false, ({ columnUpper }) => (columnUpper[2] = 2)],
    ['a pair that cannot be', false, ({ columnUpper }) => (columnUpper[2] = 0)],
    ['a shortage of more than one', true, ({ columnUpper }) => (columnUpper[0] = 7)],
    ['a shortage in two rows', false, () => undefined, [asked, twice]],
    ['a shortage in no row', false, () => undefined, [elsewhere]],
    ['a weight under nothing', false, ({ values }) => (values[1] = -1)],
    ['a lower side without a shortage', false, ({ rowLower }) => (rowLower[0] = 0)],
    ['weights of nothing', true, ({ values }) => (values[1] = 0)],
  ])('%s: %s', (_name, expected, change, rows = [asked]) => {
    const large = tinyLarge(pairs, [1], rows);
    change(large.milp);
    expect(suitsLarge(large.milp, large, [level])).toBe(expected);
  });

  it('leave no room between levels', () => {
    const large = tinyLarge(pairs, [1], [asked]);
    expect(suitsLarge(large.milp, large, [level, { ...level, epsilon: 1 }])).toBe(false);
    expect(suitsLarge(large.milp, large, [])).toBe(true);
  });
});
