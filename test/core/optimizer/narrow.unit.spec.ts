import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { Milp } from '../../../src/core/optimizer/milp';
import { narrow, propagate } from '../../../src/core/optimizer/narrow';
import { freePart, weigh } from '../../../src/core/optimizer/programme';
import { receiptOf } from '../../../src/core/proof/receipt';
import { milpOf, shown, solutionsOf, type TinyRow } from '../../support/random-milp';

const row = (weights: number[], lower: number, upper: number): TinyRow => ({ weights, lower, upper });
const columns = (milp: Milp) => shown(milp).columns;
const worthless = (rows: TinyRow[], upper?: number[]) =>
  milpOf(
    rows[0]!.weights.map(() => 0),
    rows,
    upper,
  );

describe('what rows leave no choice about', () => {
  it.each<[string, Milp, string]>([
    ['an upper side', worthless([row([2, 1], -Infinity, 1)]), '0..0 0..1'],
    ['an upper side that just fits', worthless([row([2, 1], -Infinity, 2)]), '0..1 0..1'],
    ['a lower side', worthless([row([2, 1], 2, Infinity)]), '1..1 0..1'],
    ['a lower side that just fits', worthless([row([2, 1], 1, Infinity)]), '0..1 0..1'],
    ['a negative weight and a lower side', worthless([row([-2, 1], 0, Infinity)]), '0..0 0..1'],
    ['a negative weight and an upper side', worthless([row([-2, 1], -Infinity, -1)]), '1..1 0..1'],
    ['a negative weight that just fits', worthless([row([-2, 1], -1, 1)]), '0..1 0..1'],
    ['one row after another', worthless([row([1, 1, 0], 2, 2), row([1, 0, 1], -Infinity, 1)]), '1..1 1..1 0..0'],
    [
      'a row before the one that fixes',
      worthless([row([1, 0, 1], -Infinity, 1), row([1, 1, 0], 2, 2)]),
      '1..1 1..1 0..0',
    ],
    ['a fixed negative weight', worthless([row([-1, 1], -1, -1), row([1, 1], -Infinity, 1)]), '1..1 0..0'],
    ['weights below 0 twice', worthless([row([-2, 0, -1], -2, -2), row([0, -1, 1], 0, 0)]), '1..1 0..0 0..0'],
    ['only columns of 0 or 1', worthless([row([2, 1], -Infinity, 1)], [2, 1]), '0..2 0..1'],
    ['a wide column beside one that is fixed', worthless([row([1, 3], -Infinity, 2)], [2, 1]), '0..2 0..0'],
  ])('under %s', (_name, milp, expected) => {
    expect(columns(propagate(milp))).toBe(expected);
  });

  it('starts from fixed and shifted columns', () => {
    const milp = worthless([row([1, 1, 1], -Infinity, 4)], [2, 2, 1]);
    milp.columnLower.set([2, 1, 0]);
    expect(columns(propagate(milp))).toBe('2..2 1..2 0..1');
    milp.columnLower[1] = 2;
    expect(columns(propagate(milp))).toBe('2..2 2..2 0..0');
    milp.columnLower.set([2, 1, 1]);
    expect(columns(propagate(milp))).toBe('2..2 1..1 1..1');
    const below = worthless([row([1, 1], 3, Infinity)], [2, 1]);
    below.columnLower[0] = 1;
    expect(columns(propagate(below))).toBe('2..2 1..1');
  });

  it.each<[string, TinyRow[], string]>([
    ['up', [row([1, 0, 0], 2, Infinity), row([1, 1, 1], -Infinity, 3)], '2..2 0..1 0..1'],
    ['down', [row([1, 0, 0], -Infinity, 1), row([1, 1, 1], 2, Infinity)], '1..1 0..1 0..1'],
  ])('counts how far a shifted column went %s', (_name, rows, expected) => {
    const milp = worthless(rows, [2, 1, 1]);
    milp.columnLower[0] = 1;
    expect(columns(propagate(milp))).toBe(expected);
  });

  it('leaves the programme as it was', () => {
    const milp = worthless([row([2, 1], -Infinity, 1)]);
    propagate(milp);
    expect(columns(milp)).toBe('0..1 0..1');
    const least = worthless([row([2, 1], 2, Infinity)]);
    propagate(least);
    expect(columns(least)).toBe('0..1 0..1');
  });
});

describe('what can still reach a target', () => {
  const narrowed = (milp: Milp, duals: number[], scale: number, target: number) =>
    shown(narrow(milp, freePart(milp), receiptOf(freePart(milp).milp, duals.map(BigInt), BigInt(scale))!, target));

  it.each<[number[], number[], number, number, string]>([
    [[5, 2, -3], [0], 1, 5, '1..1 0..1 0..0'],
    [[5, 2, -2], [0], 1, 5, '1..1 0..1 0..1'],
    [[5, 1, -3], [0], 1, 5, '1..1 0..1 0..0'],
    [[5, 2, -3], [0], 2, 5, '1..1 0..1 0..0'],
    [[3, 2, 2], [0], 1, 3, '0..1 0..1 0..1'],
    [[4, 4, 1], [4], 1, 8, '1..1 1..1 0..0'],
    [[4, 4, 1], [4], 1, 5, '0..1 0..1 0..1'],
  ])('of %j with multipliers %j over %i and target %i', (objective, duals, scale, target, expected) => {
    const milp = milpOf(objective, [row([1, 1, 1], -Infinity, 2)]);
    expect(narrowed(milp, duals, scale, target).columns).toBe(expected);
    expect(columns(milp)).toBe('0..1 0..1 0..1');
  });

  it('makes a row an equality where leaving its side costs too much', () => {
    const full = milpOf([2, 2, 2], [row([1, 1, 1], 0, 2)]);
    expect(narrowed(full, [2], 1, 4).rows).toEqual(['2..2: 1 1 1']);
    expect(narrowed(full, [2], 1, 3).rows).toEqual(['2..2: 1 1 1']);
    expect(narrowed(full, [2], 1, 2).rows).toEqual(['0..2: 1 1 1']);
    const least = milpOf([-2, -2, -2], [row([1, 1, 1], 1, 3)]);
    expect(narrowed(least, [-2], 1, -2).rows).toEqual(['1..1: 1 1 1']);
    expect(narrowed(least, [-2], 1, -4).rows).toEqual(['1..3: 1 1 1']);
    expect(shown(full).rows).toEqual(['0..2: 1 1 1']);
  });

  it('counts what fixed columns add, and looks past fixed rows', () => {
    const milp = milpOf([9, 5, 2, -3], [row([1, 0, 0, 0], 0, 1), row([0, 1, 1, 1], -Infinity, 2)]);
    milp.columnLower[0] = 1;
    expect(narrowed(milp, [0], 1, 14).columns).toBe('1..1 1..1 0..1 0..0');
    expect(narrowed(milp, [0], 1, 12).columns).toBe('1..1 1..1 0..1 0..1');
    expect(narrowed(milp, [2], 1, 16).rows).toEqual(['0..1: 1 0 0 0', '2..2: 0 1 1 1']);
  });

  it('loses no plan worth the target', () => {
    const random = fc.record({
      objective: fc.array(fc.integer({ min: -4, max: 9 }), { minLength: 4, maxLength: 4 }),
      rows: fc.array(
        fc.record({
          weights: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 4, maxLength: 4 }),
          lower: fc.integer({ min: -4, max: 1 }),
          upper: fc.integer({ min: 1, max: 4 }),
        }),
        { minLength: 2, maxLength: 2 },
      ),
      duals: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
      target: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(random, ({ objective, rows, duals, target }) => {
        const milp = milpOf(objective, rows);
        const reaching = (of: Milp) =>
          [...solutionsOf(of)].filter((each) => weigh(milp.objective, Float64Array.from(each)) >= target);
        const part = freePart(milp);
        const receipt = receiptOf(part.milp, part.rows.length === 2 ? duals.map(BigInt) : [0n, 0n], 1n)!;
        expect(reaching(narrow(milp, part, receipt, target))).toEqual(reaching(milp));
      }),
      { numRuns: 60 },
    );
  });
});
