import { describe, expect, it } from '@jest/globals';
import type { Milp } from '../../../src/core/optimizer/milp';
import { derivations, tighten } from '../../../src/core/optimizer/tighten';
import { milpOf, shown, solutionsOf, type TinyRow } from '../../support/random-milp';

const row = (weights: number[], lower: number, upper: number): TinyRow => ({ weights, lower, upper });

describe('rows that tighten a programme', () => {
  const single = (weights: number[], upper: number, lower = -Infinity) =>
    milpOf(
      weights.map(() => 1),
      [row(weights, lower, upper)],
    );
  it.each<[string, Milp, string[]]>([
    [
      '4 4 5 5 under 7',
      single([4, 4, 5, 5], 7),
      [
        '3: 2 2 2 2',
        '2: 1 1 1 1',
        '4: 2 2 3 3',
        '1: 1 1 1 1',
        '5: 3 3 3 3',
        '1: 0 0 1 1',
        '2: 1 1 2 2',
        '4: 2 2 3 3',
        '5: 3 3 4 4',
      ],
    ],
    ['1 2 under 3', single([1, 2], 3), ['1: 0 1', '2: 0 1', '1: 0 1', '2: 0 1']],
    ['equal weights', single([2, 2], 3), []],
    ['a lower side', single([1, 2], 3, 1), []],
    ['no upper side', single([1, 2], Infinity), []],
    ['a negative weight', single([3, -2], 3), []],
    ['a side that all fractions leave whole', single([1, 2], 60), []],
  ])('of %s', (_name, milp, expected) => {
    const made = shown(tighten(milp)).rows.slice(milp.rows);
    expect(made).toEqual(expected.map((each) => `-Infinity..${each}`));
    if (expected.length === 0) expect(tighten(milp)).toBe(milp);
  });

  it('are derived from the row and fraction that are named', () => {
    const milp = milpOf([1, 1, 1], [row([1, 1, 1], 0, 2), row([0, 2, 3], -Infinity, 4)]);
    const made = shown(tighten(milp)).rows.slice(2);
    const named = derivations(milp);
    expect(named).toHaveLength(made.length);
    expect(named[0]).toEqual({ row: 1, numerator: 1, denominator: 3 });
    made.forEach((each, at) => {
      const { numerator, denominator } = named[at]!;
      const down = (value: number) => Math.floor((value * numerator) / denominator);
      expect(each).toBe(`-Infinity..${down(4)}: 0 ${down(2)} ${down(3)}`);
    });
  });

  it('leave alone what has a column below 0', () => {
    const milp = single([4, 5], 7);
    milp.columnLower[1] = -1;
    expect(derivations(milp)).toEqual([]);
    milp.columnLower[1] = 1;
    expect(derivations(milp).length).toBeGreaterThan(0);
  });

  it('keep every whole solution, and the rest of the programme', () => {
    const milp = milpOf([1, 2, 3], [row([4, 5, 6], -Infinity, 7), row([1, 1, 0], 0, 1)], [1, 2, 1]);
    const tightened = tighten(milp);
    expect(tightened.rows).toBeGreaterThan(2);
    expect([...solutionsOf(tightened)]).toEqual([...solutionsOf(milp)]);
    expect(shown(tightened).columns).toBe(shown(milp).columns);
    expect(shown(tightened).rows.slice(0, 2)).toEqual(shown(milp).rows);
  });
});
