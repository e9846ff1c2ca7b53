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
});
