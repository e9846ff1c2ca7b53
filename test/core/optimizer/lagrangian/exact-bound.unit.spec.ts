import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { GRAIN, netWorth, pricedBound, roundPrices } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import { milpOf, rowsOf, solutionsOf } from '../../../support/random-milp';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, valueOf, type TinyLarge } from '../../../support/tiny-large';

const wanted = fc.array(fc.integer({ min: -16, max: 24 }), { minLength: 12, maxLength: 12 });
const pricesFor = ({ milp }: TinyLarge, quarters: readonly number[]) =>
  Float64Array.from({ length: milp.rows }, (_, row) => quarters[row % quarters.length]! / 4);

/** What the blocks can do at best, by trying all: every place of a unit takes a column, twice the same if it likes. */
function byTrying({ milp, structure, owners }: TinyLarge, objective: Float64Array, prices: Float64Array) {
  const rows = rowsOf(milp);
  const worth = Array.from(
    objective,
    (each, column) => each - rows.reduce((sum, { weights }, row) => sum + prices[row]! * weights[column]!, 0),
  );
  const sides = rows.reduce((sum, { lower, upper }, row) => {
    const price = prices[row]!;
    return price === 0 ? sum : sum + price * (price > 0 ? upper : lower);
  }, 0);
  const relaxed = milpOf(
    worth,
    rows.filter((_, row) => structure.isKept[row] === 1),
    Array.from(owners.unitOf, (unit, column) => (unit < 0 ? milp.columnUpper[column]! : structure.placesOf[unit]!)),
  );
  const plans = [...solutionsOf(relaxed)];
  return (passes: (plan: number[]) => boolean = () => true) =>
    plans.filter(passes).reduce((most, plan) => Math.max(most, valueOf(relaxed.objective, plan)), -Infinity) + sides;
}

describe('prices', () => {
  it('are rounded to the grain, and are none where a row has no such side or is kept', () => {
    const { structure } = tinyLarge(
      '- 0@0 1@0',
      [1],
      [
        { weights: [1, 1, 1], lower: 1, upper: Infinity },
        { weights: [0, 1, 0], lower: 0, upper: 1 },
      ],
    );
    const round = (...prices: number[]) => [...roundPrices(structure, Float64Array.from(prices))];
    expect(round(1, 2, 3, 4, 5)).toEqual([1, 2, 0, 0, 5]);
    expect(round(-1, -2, -3, -4, -5)).toEqual([0, 0, 0, -4, -5]);
    expect(round(0.1, GRAIN * 0.4, 0, 0, GRAIN * -0.6)).toEqual([410 * GRAIN, 0, 0, 0, -GRAIN]);
  });

  it('are paid by each column for each of its rows', () => {
    const { structure } = tinyLarge('- 0@0 1@0', [1], [{ weights: [2, 3, 0], lower: -Infinity, upper: 9 }]);
    expect([...netWorth(structure, objectiveOf(7, 8, 9), Float64Array.of(1, 2, 0.5, 0.25))]).toEqual([6.5, 5.75, 6.5]);
  });
});

describe('a bound by prices', () => {
  it('is the best that the blocks can do, and each loss what the best does without, whatever the prices', () => {
    fc.assert(
      fc.property(randomLarge, wanted, fc.integer({ min: 0, max: 2 }), (large, quarters, level) => {
        const objective = large.levels[level]!;
        const found = pricedBound(large.structure, objective, pricesFor(large, quarters));
        expect(found.prices).toEqual(roundPrices(large.structure, pricesFor(large, quarters)));
        const most = byTrying(large, objective, found.prices);
        expect(found.bound).toBe(most());
        found.losses.forEach((loss, column) => {
          const isPair = large.owners.unitOf[column]! >= 0;
          expect(found.bound - loss).toBe(isPair ? most((plan) => plan[column]! >= 1) : found.bound);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('knows what every column of a wijk takes of the room that all its homes share', () => {
    const six = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six(2), fc.integer({ min: 1, max: 4 }), six(9), (weights, upper, points) => {
        const limit = { weights, lower: -Infinity, upper, isLocal: true };
        const large = tinyLarge('0@0 1@0 2@1 3@1 4@2 5@2', [1, 2, 1], [limit]);
        const { bound, losses } = pricedBound(large.structure, objectiveOf(...points), new Float64Array(10));
        const most = byTrying(large, objectiveOf(...points), new Float64Array(10));
        expect(bound).toBe(most());
        losses.forEach((loss, column) => expect(bound - loss).toBe(most((plan) => plan[column]! >= 1)));
      }),
      { numRuns: 30 },
    );
  });

  it('is never below the best plan, also without the columns that lose', () => {
    fc.assert(
      fc.property(randomLarge, wanted, (large, quarters) => {
        const [, , points] = large.levels;
        const { bound, losses } = pricedBound(large.structure, points!, pricesFor(large, quarters));
        expect(bound).toBeGreaterThanOrEqual(mostWorth(large.milp, points!));
        losses.forEach((loss, column) => {
          if (large.owners.unitOf[column]! < 0) return;
          const best = mostWorth(large.milp, points!, (plan) => plan[column] === 1);
          expect(bound - loss).toBeGreaterThanOrEqual(best);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('loses everything by a column of a unit without places', () => {
    const { structure } = tinyLarge('0@0 1@1', [0, 1]);
    const { bound, losses } = pricedBound(structure, objectiveOf(5, 3), new Float64Array(4));
    expect(bound).toBe(3);
    expect([...losses]).toEqual([Infinity, 0]);
  });

  it('counts a shortage that gains at its upper side', () => {
    const { structure } = tinyLarge('- 0@0', [1], [{ weights: [1, 1], lower: 2, upper: Infinity }]);
    expect(pricedBound(structure, objectiveOf(1, 0), new Float64Array(3)).bound).toBe(2);
    const endless = tinyLarge('- 0@0', [1], [{ weights: [1, 1], lower: 2, upper: Infinity }]);
    endless.milp.columnUpper[0] = Infinity;
    expect(pricedBound(endless.structure, objectiveOf(0, 3), new Float64Array(3)).bound).toBe(3);
    expect(pricedBound(structure, objectiveOf(-1, 0), new Float64Array(3)).bound).toBe(0);
    expect(pricedBound(structure, objectiveOf(-1, 0), Float64Array.of(0, 0, -1)).bound).toBe(-1);
  });
});
