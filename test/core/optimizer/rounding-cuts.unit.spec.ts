import { describe, expect, it } from '@jest/globals';
import { roundingCuts } from '../../../src/core/optimizer/rounding-cuts';
import fc from '../../support/fast-check';
import { milpOf, solutionsOf } from '../../support/random-milp';

const programmes = fc.integer({ min: 1, max: 5 }).chain((columns) => {
  const numbers = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns });
  const row = fc.record({ weights: numbers(-3, 6), multiplier: fc.integer({ min: -11, max: 11 }) });
  return fc.record({
    ...{ upper: numbers(0, 3), sixths: numbers(0, 18), rows: fc.array(row, { minLength: 1, maxLength: 4 }) },
    scale: fc.integer({ min: 2, max: 12 }),
    sides: fc.array(fc.constantFrom('upper', 'lower', 'both', 'open'), { minLength: 4, maxLength: 4 }),
  });
});
const sumOf = (columns: readonly number[], weights: readonly number[], values: ArrayLike<number>) =>
  columns.reduce((sum, column, term) => sum + weights[term]! * values[column]!, 0);

describe('rows from sums of rows', () => {
  it('keep every whole solution and cut off the fraction, whatever sum an engine gives', () => {
    let found = 0;
    fc.assert(
      fc.property(programmes, ({ upper, sixths, rows, scale, sides }) => {
        const values = Float64Array.from(upper, (most, column) => Math.min(most, sixths[column]! / 6));
        const sum = (weights: readonly number[]) => sumOf([...weights.keys()], weights, values);
        const milp = milpOf(
          upper.map(() => 1),
          rows.map(({ weights }, row) => ({
            weights,
            lower: sides[row] === 'lower' || sides[row] === 'both' ? Math.ceil(sum(weights) - 1e-9) : -Infinity,
            upper: sides[row] === 'upper' || sides[row] === 'both' ? Math.floor(sum(weights) + 1e-9) : Infinity,
          })),
          upper,
        );
        const inverse = Float64Array.from(rows, ({ multiplier }) => multiplier / scale);
        const cuts = roundingCuts(milp, values, (columns) => columns.map(() => inverse));
        const solutions = [...solutionsOf(milp)];
        for (const { columns, weights, upper: most, lower } of cuts) {
          found++;
          expect(lower).toBe(-Infinity);
          expect(sumOf(columns, weights, values)).toBeGreaterThan(most);
          expect(weights.every((weight) => weight !== 0)).toBe(true);
          for (const solution of solutions) expect(sumOf(columns, weights, solution)).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(40);
  });

  const atMost = (limit: number, ...weights: number[]) => ({ weights, lower: -Infinity, upper: limit });

  it('are none where the engine does not show its sums, and nobody is asked about whole values', () => {
    const milp = milpOf([1], [atMost(1, 2)]);
    expect(roundingCuts(milp, Float64Array.of(0.5), () => null)).toEqual([]);
    const asked: unknown[] = [];
    expect(roundingCuts(milp, Float64Array.of(1), (columns) => (asked.push(columns), []))).toEqual([]);
    expect(roundingCuts(milp, Float64Array.of(0.99995), (columns) => (asked.push(columns), []))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('ask about the fractions closest to a half first', () => {
    const asked: (readonly number[])[] = [];
    const milp = milpOf([1, 1, 1, 1], [atMost(9, 1, 1, 1, 1)]);
    roundingCuts(milp, Float64Array.of(0.9, 0.4, 1, 0.5), (columns) => (asked.push(columns), []));
    expect(asked).toEqual([[3, 1, 0]]);
  });

  it('count a column from its upper side where it is nearer to that', () => {
    // 2a - 2b ≤ 1 with b at its upper side of 1: a ≤ 1.5, so a + (1 - b) ≤ 1.
    const milp = milpOf([1, 0], [atMost(1, 2, -2)], [3, 1]);
    expect(roundingCuts(milp, Float64Array.of(1.5, 1), () => [Float64Array.of(0.5)])).toEqual([
      {
        ...{ scale: 2, multipliers: [[0, 1]], fromUpper: [1], columns: [0, 1], weights: [1, -1] },
        ...{ lower: -Infinity, upper: 0 },
      },
    ]);
  });

  it('use a lower side with a multiplier below 0', () => {
    // 2a + 2b ≥ 1: minus a half of it is -a - b ≤ -0.5, so -a - b ≤ -1.
    const milp = milpOf([-1, -1], [{ weights: [2, 2], lower: 1, upper: Infinity }]);
    const [cut] = roundingCuts(milp, Float64Array.of(0.5, 0), () => [Float64Array.of(0.5)]);
    expect(cut).toMatchObject({ multipliers: [[0, -1]], weights: [-1, -1], upper: -1, fromUpper: [] });
  });

  it('follow from no row that stands at neither side, and from no sum without a small denominator', () => {
    const milp = milpOf([1], [atMost(2, 2)]);
    expect(roundingCuts(milp, Float64Array.of(0.5), () => [Float64Array.of(0.5)])).toEqual([]);
    const tight = milpOf([1], [atMost(1, 2)]);
    expect(roundingCuts(tight, Float64Array.of(0.5), () => [Float64Array.of(0.5)])).toHaveLength(1);
    expect(roundingCuts(tight, Float64Array.of(0.5), () => [Float64Array.of(Math.SQRT1_2)])).toEqual([]);
    expect(roundingCuts(tight, Float64Array.of(0.5), () => [Float64Array.of(3)])).toEqual([]);
  });

  it('come from the multiples of a sum that cut off most', () => {
    // Of 0.3 three times leaves 0.9 and minus once 0.7 above a whole number; once leaves 0.3.
    const milp = milpOf([1], [atMost(3, 10)]);
    const [cut] = roundingCuts(milp, Float64Array.of(0.3), () => [Float64Array.of(0.1)]);
    expect(cut).toMatchObject({ scale: 10, multipliers: [[0, 3]], weights: [3], upper: 0 });
  });

  it('have their columns in order, whatever the order of the rows', () => {
    const milp = milpOf([1, 1, 1], [atMost(1, 0, 0, 2), atMost(2, 2, 2, 0)]);
    const halves = Float64Array.of(0.5, 0.5);
    const [cut] = roundingCuts(milp, Float64Array.of(0.5, 0.5, 0.5), () => [halves]);
    expect(cut).toMatchObject({ columns: [0, 1, 2], weights: [1, 1, 1], upper: 1 });
  });

  it('are given up where their numbers get too large to round', () => {
    const large = (weight: number) => {
      const milp = milpOf([1], [atMost(weight / 2, weight)]);
      return roundingCuts(milp, Float64Array.of(0.5), () => [Float64Array.of(1 / weight)]);
    };
    expect(large(840)).toHaveLength(1);
    const milp = milpOf([1], [atMost(1e12 + 1, 2e12 + 2)]);
    expect(roundingCuts(milp, Float64Array.of(0.5), () => [Float64Array.of(0.5)])).toEqual([]);
  });

  it.each([
    [
      'five of six',
      5,
      [
        [5, 6],
        [0, 1, 2, 3, 4, 5],
      ],
    ],
    [
      'four of five',
      4,
      [
        [4, 5],
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3, 5],
      ],
    ],
  ])('keep one of two that say nearly the same: %s columns in common', (_, shared, expected) => {
    const both = new Array<number>(shared).fill(2);
    const none = both.map(() => 0);
    const milp = milpOf(
      [...none, 0, 0],
      [atMost(1, ...both, 2, 0), atMost(1, ...both, 0, 2), atMost(1, ...none, 2, 2)],
    );
    const halves = [0, 1, 2].map((row) => Float64Array.from([0, 1, 2], (each) => (each === row ? 0.5 : 0)));
    const values = Float64Array.from([0.25, ...none.slice(1), 0.25, 0.25]);
    // The third row has one column in common with each, and is broken most.
    expect(roundingCuts(milp, values, () => halves).map(({ columns }) => columns)).toEqual(expected);
  });
});
