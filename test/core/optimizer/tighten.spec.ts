import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { tighten } from '../../../src/core/optimizer/tighten';
import { engineById } from '../../../src/engines/registry';
import { milpOf, solutionsOf } from '../../support/random-milp';

const weighed = fc.integer({ min: 2, max: 7 }).chain((columns) =>
  fc.record({
    objective: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }),
    rows: fc.array(
      fc.record({
        weights: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: columns, maxLength: columns }),
        lower: fc.constant(-Infinity),
        upper: fc.integer({ min: 0, max: 15 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

describe('rows that tighten a programme', () => {
  it('keep every whole solution and lose none', () => {
    let added = 0;
    fc.assert(
      fc.property(weighed, ({ objective, rows }) => {
        const milp = milpOf(objective, rows);
        const tightened = tighten(milp);
        added += tightened.rows - milp.rows;
        expect([...solutionsOf(tightened)]).toEqual([...solutionsOf(milp)]);
      }),
      { numRuns: 200 },
    );
    expect(added).toBeGreaterThan(100);
  });

  it('bring the bound of the relaxation to the best plan where the row alone does not', async () => {
    const milp = milpOf([1, 1, 1, 1], [{ weights: [4, 4, 5, 5], lower: -Infinity, upper: 7 }]);
    const engine = await engineById('highs');
    const bound = async (programme: typeof milp) =>
      (await engine.solveRelaxation(programme, { timeLimitSeconds: 10 })).bound;
    expect(await bound(milp)).toBeCloseTo(1.75);
    expect(await bound(tighten(milp))).toBeCloseTo(1);
  });
});
