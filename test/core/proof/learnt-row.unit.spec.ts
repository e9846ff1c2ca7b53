import { describe, expect, it } from '@jest/globals';
import { learntRow } from '../../../src/core/proof/learnt-row';
import { valueOf } from '../../../src/core/proof/receipt-values';
import fc from '../../support/fast-check';
import { exactOf, multipliers, plansOf, randomExact, worthOf } from '../../support/tiny-exact';

describe('a row that is learnt from a sum of rows', () => {
  it('holds for every plan, whatever the sum and whichever sides', () => {
    let learnt = 0;
    fc.assert(
      fc.property(
        randomExact,
        fc.integer({ min: 1, max: 7 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 4 })),
        (tiny, scale, fromUpper) => {
          const programme = exactOf(tiny);
          const used = tiny.multipliers.slice(0, tiny.rows.length);
          const up = new Set(fromUpper.filter((column) => column < tiny.columns.length));
          const row = learntRow(programme, multipliers(scale, ...used), up);
          if (row === null) return;
          learnt++;
          for (const plan of plansOf(programme)) {
            expect(valueOf(row.terms.keys(), row.terms, plan)).toBeLessThanOrEqual(row.upper!);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(learnt).toBeGreaterThan(150);
  });

  it('rounds from the side that is named', () => {
    const programme = exactOf({
      columns: [
        [0, 3],
        [1, 2],
      ],
      rows: [{ weights: [3, -5], lower: null, upper: 2 }],
    });
    const halved = (...fromUpper: number[]) => learntRow(programme, multipliers(2, 1), new Set(fromUpper));
    // 1.5a - 2.5b ≤ 1. From below: a - 3(b - 1) ≤ ⌊3.5⌋; b from above: a + 2(2 - b) ≤ ⌊6⌋.
    expect(halved()).toEqual({ lower: null, upper: 0n, terms: worthOf(1, -3) });
    expect(halved(1)).toEqual({ lower: null, upper: 2n, terms: worthOf(1, -2) });
    expect(halved(0)).toEqual({ lower: null, upper: 2n, terms: worthOf(2, -3) });
  });

  it('does not follow from a side that is not there, nor from a row that is not known', () => {
    const programme = exactOf({ columns: [[0, 1]], rows: [{ weights: [1], lower: null, upper: 1 }] });
    expect(learntRow(programme, multipliers(1, -1), new Set())).toBeNull();
    expect(learntRow(programme, multipliers(1, 1, 1), new Set())).toBeNull();
    expect(learntRow(programme, multipliers(1), new Set())).toEqual({ lower: null, upper: 0n, terms: new Map() });
  });
});
