import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { receiptFrom, receiptOf, wholeBound } from '../../../src/core/proof/receipt';
import { bestByTrying, milpOf } from '../../support/random-milp';

describe('a receipt', () => {
  it('bounds every plan, whatever multipliers it is made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((columns) =>
          fc.record({
            objective: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: columns, maxLength: columns }),
            weights: fc.array(fc.integer({ min: -3, max: 4 }), { minLength: columns, maxLength: columns }),
            span: fc.integer({ min: 0, max: 6 }),
            dual: fc.double({ min: -20, max: 20, noNaN: true }),
          }),
        ),
        ({ objective, weights, span, dual }) => {
          const milp = milpOf(objective, [{ weights, lower: 0, upper: span }]);
          const [best] = bestByTrying(milp, [objective])!;
          expect(wholeBound(receiptFrom(milp, Float64Array.of(dual))!)).toBeGreaterThanOrEqual(best!);
        },
      ),
      { seed: 3 },
    );
  });

  it('proves an optimum with the multipliers of the relaxation', () => {
    const milp = milpOf([3, 2], [{ weights: [1, 1], lower: -Infinity, upper: 1 }]);
    const receipt = receiptOf(milp, [2n], 1n)!;
    expect(receipt).toMatchObject({ scaledBound: 3n, reducedCosts: [1n, 0n] });
    expect(wholeBound(receipt)).toBe(3);
  });

  it('is exact beyond what a float holds', () => {
    const milp = milpOf([1, 1], [{ weights: [3, 1], lower: -Infinity, upper: 1 }]);
    const large = 2n ** 60n + 1n;
    expect(receiptOf(milp, [large], 1n)).toMatchObject({
      reducedCosts: [1n - 3n * large, 1n - large],
      scaledBound: large,
    });
    const atEnd = BigInt(Number.MAX_SAFE_INTEGER);
    expect(receiptOf(milp, [atEnd - 1n], 1n)!.reducedCosts).toEqual([1n - 3n * (atEnd - 1n), 2n - atEnd]);
  });

  it('keeps thirds exact and rounds a negative bound down', () => {
    const milp = milpOf([-1], [{ weights: [3], lower: 1, upper: 3 }]);
    const receipt = receiptFrom(milp, Float64Array.of(-1 / 3))!;
    expect(receipt.scale).toBe(3n);
    expect(receipt.scaledBound).toBe(-1n);
    expect(wholeBound(receipt)).toBe(-1);
  });

  it('gives none where a column has no end', () => {
    const milp = milpOf([1], [{ weights: [1], lower: -Infinity, upper: 5 }], [Infinity]);
    expect(receiptOf(milp, [0n], 1n)).toBeNull();
    expect(wholeBound(receiptOf(milp, [1n], 1n)!)).toBe(5);
  });

  it('uses no side of a row that has none', () => {
    const milp = milpOf([1], [{ weights: [1], lower: -Infinity, upper: 5 }]);
    expect(receiptOf(milp, [-1n], 1n)).toBeNull();
    expect(receiptFrom(milp, Float64Array.of(-1))!.multipliers).toEqual([0n]);
  });

  it.each<[string, number[], bigint, bigint, bigint[]]>([
    ['the upper side of a row', [2], 1n, 5n, [1n, 0n]],
    ['the lower side of a row', [-1], 1n, 6n, [4n, 3n]],
    ['a scale', [5], 2n, 11n, [1n, -1n]],
  ])('uses %s', (_name, duals, scale, scaledBound, reducedCosts) => {
    const milp = milpOf([3, 2], [{ weights: [1, 1], lower: 1, upper: 2 }]);
    const multipliers = duals.map(BigInt);
    expect(receiptOf(milp, multipliers, scale)).toEqual({ scale, multipliers, reducedCosts, scaledBound });
  });

  it.each([
    [0.5, 2n, 1n],
    [1 / 3, 3n, 1n],
    [-2, 1n, -2n],
    [5 / 7, 84n, 60n],
    [0.123456789, 1_000_000n, 123_457n],
    [1 + 5e-8, 1n, 1n],
    [0.5 + 8e-8, 2n, 1n],
    [1 + 5e-7, 1_000_000n, 1_000_001n],
  ])('writes the multiplier %d over %s', (dual, scale, multiplier) => {
    const milp = milpOf([1], [{ weights: [1], lower: -9, upper: 9 }]);
    expect(receiptFrom(milp, Float64Array.of(dual))).toMatchObject({ scale, multipliers: [multiplier] });
  });

  it('takes the first scale that fits all multipliers', () => {
    const milp = milpOf(
      [1],
      [1, 2].map(() => ({ weights: [1], lower: -9, upper: 9 })),
    );
    expect(receiptFrom(milp, Float64Array.of(1 / 2, 2 / 3))!.multipliers).toEqual([3n, 4n]);
    expect(receiptFrom(milp, Float64Array.of(Infinity, 1))!.multipliers).toEqual([0n, 1_000_000n]);
  });

  it('adds up columns at their best side', () => {
    const milp = milpOf([3, -2], [{ weights: [0, 0], lower: 0, upper: 1 }], [4, 5]);
    milp.columnLower.set([-1, 2]);
    expect(receiptOf(milp, [0n], 1n)!.scaledBound).toBe(8n);
  });

  it('gives none where a column has no beginning, unless nothing is left of its worth', () => {
    const milp = milpOf([-1], [{ weights: [1], lower: -3, upper: 5 }]);
    milp.columnLower[0] = -Infinity;
    expect(receiptOf(milp, [0n], 1n)).toBeNull();
    expect(receiptOf(milp, [-1n], 1n)!.scaledBound).toBe(3n);
  });

  it.each([
    [7n, 2n, 3],
    [-7n, 2n, -4],
    [-8n, 2n, -4],
    [8n, 2n, 4],
    [-1n, 3n, -1],
    [0n, 3n, 0],
  ])('rounds %s over %s down to %i', (scaledBound, scale, whole) => {
    expect(wholeBound({ scaledBound, scale, multipliers: [], reducedCosts: [] })).toBe(whole);
  });
});
