import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { RowReach } from '../../../src/core/optimizer/row-reach';
import type { Pairing } from '../../../src/core/rules/rule';
import { aHousehold, aPairing, aUnit } from '../problem-builder';

const HOUSEHOLDS = ['a', 'b', 'c'].map((id) => aHousehold({ id }));

/** Every household with every unit; null: not a pair, or not in the row. */
const tables = fc.record({
  places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  weights: fc.array(fc.option(fc.integer({ min: -2, max: 4 }), { freq: 4 }), { minLength: 9, maxLength: 9 }),
});

function rowOf(places: readonly number[], weights: readonly (number | null)[]) {
  const pairs: Pairing[] = [];
  const columns: number[] = [];
  const ofColumns: number[] = [];
  HOUSEHOLDS.forEach((household, at) =>
    places.forEach((freePlaces, unit) => {
      const weight = weights[at * 3 + unit] ?? null;
      if (weight !== null) {
        columns.push(pairs.length);
        ofColumns.push(weight);
      }
      pairs.push(aPairing({ household, unit: aUnit({ id: `u${unit}`, freePlaces }) }));
    }),
  );
  return { pairs, columns: Int32Array.from(columns), weights: Int32Array.from(ofColumns) };
}

/** The most that the row has in any plan, by trying them all. */
function bestPlan(places: readonly number[], weights: readonly (number | null)[], household = 0): number {
  if (household === HOUSEHOLDS.length) return 0;
  const homes = places.map((free, unit) => {
    const weight = weights[household * 3 + unit];
    if (free === 0 || weight === null || weight === undefined) return 0;
    const left = places.map((each, at) => (at === unit ? each - 1 : each));
    return weight + bestPlan(left, weights, household + 1);
  });
  return Math.max(bestPlan(places, weights, household + 1), ...homes);
}

describe('how far the sum of a row can go', () => {
  it('is no less than in any plan, and the least of what households and what units can bring', () => {
    let exact = 0;
    fc.assert(
      fc.property(tables, ({ places, weights }) => {
        const row = rowOf(places, weights);
        const reach = new RowReach(row.pairs);
        const most = reach.most(row.columns, row.weights);
        const best = bestPlan(places, weights);
        const weightOf = (household: number, unit: number) => Math.max(0, weights[household * 3 + unit] ?? 0);
        const byHousehold = HOUSEHOLDS.reduce(
          (sum, _, household) => sum + Math.max(...places.map((_free, unit) => weightOf(household, unit))),
          0,
        );
        const byUnit = places.reduce((sum, free, unit) => {
          const all = HOUSEHOLDS.map((_, household) => weightOf(household, unit)).sort((a, b) => b - a);
          return sum + all.slice(0, free).reduce((total, each) => total + each, 0);
        }, 0);
        expect(most).toBe(Math.min(byHousehold, byUnit));
        expect(most).toBeGreaterThanOrEqual(best);
        // A second row asks the same of the same object.
        expect(reach.most(row.columns, row.weights)).toBe(most);
        if (most === best) exact++;
      }),
      { numRuns: 300 },
    );
    expect(exact).toBeGreaterThan(150);
  });
});
