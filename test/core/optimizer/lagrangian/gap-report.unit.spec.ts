import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { pricedBound } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import { splitGap } from '../../../../src/core/optimizer/lagrangian/gap-report';
import { milpOf, rowsOf, solutionsOf } from '../../../support/random-milp';
import { objectiveOf, randomLarge, tinyLarge, valueOf } from '../../../support/tiny-large';

describe('the gap between a bound and a plan', () => {
  it('lies in rows that have a price and are not used to their side, and in blocks that could do better', () => {
    // One household for two homes; a row asks for two points, and one is lacking.
    const { structure } = tinyLarge(
      '- 0@0 0@1',
      [1, 1],
      [
        { weights: [1, 1, 0], lower: 2, upper: Infinity },
        { weights: [0, 2, 1], lower: -Infinity, upper: 4 },
      ],
    );
    const points = objectiveOf(-3, 5, 4);
    const priced = pricedBound(structure, points, Float64Array.of(2, 0, 0, -1, 0.5));
    // Sides: 2·1 − 1·2 + 0,5·4. Worth: −3 + 1 = −2; 5 − 2 + 1 − 1 = 3; 4 − 2 − 0,5 = 1,5.
    expect(priced.bound).toBe(2 + 4.5);
    const { ofRow, ofBlocks, gap } = splitGap(structure, points, priced, Float64Array.of(1, 1, 0));
    expect([...ofRow].map((each) => each + 0)).toEqual([0, 0, 0, 0, 1]);
    // The second home stays empty, and the shortage costs two after its price.
    expect(ofBlocks).toBe(3.5);
    expect(gap).toBe(6.5 - 2);
    const empty = splitGap(structure, points, priced, Float64Array.of(2, 0, 0));
    expect([...empty.ofRow].map((each) => each + 0)).toEqual([2, 0, 0, 0, 2]);
    expect(empty.ofBlocks).toBe(8.5);
  });

  it('is split without a rest, and no part is less than nothing', () => {
    const prices = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(randomLarge, prices, (large, wanted) => {
        const [, , points] = large.levels;
        const priced = pricedBound(
          large.structure,
          points!,
          Float64Array.from(large.milp.rowLower, (_, row) => wanted[row % 12]!),
        );
        for (const plan of solutionsOf(milpOf([...points!], rowsOf(large.milp), [...large.milp.columnUpper]))) {
          const { ofRow, ofBlocks, gap } = splitGap(large.structure, points!, priced, Float64Array.from(plan));
          expect(gap).toBe(priced.bound - valueOf(points!, plan));
          expect(ofBlocks + ofRow.reduce((sum, each) => sum + each, 0)).toBe(gap);
          expect(Math.min(ofBlocks, ...ofRow)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 10 },
    );
  });
});
