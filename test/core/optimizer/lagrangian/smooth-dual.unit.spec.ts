import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { pricedBound } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import { searchPrices, type DualSearch } from '../../../../src/core/optimizer/lagrangian/smooth-dual';
import { relax } from '../../../support/tiny-engine';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, type TinyLarge } from '../../../support/tiny-large';

const secondsLeft = () => 9;
const COOLING = [1, 0.3, 0.1, 0.03, 0.01].map((temperature) => ({ temperature, steps: 120 }));
const pricesOf = ({ structure }: TinyLarge, objective: Float64Array, search: Partial<DualSearch> = {}) =>
  searchPrices(structure, objective, { temperatures: COOLING, secondsLeft, ...search });
/** Without steps: the prices that it starts from. */
const firstOf = (large: TinyLarge, objective: Float64Array, start?: number[]) => [
  ...pricesOf(large, objective, { temperatures: [], ...(start && { start: Float64Array.from(start) }) }),
];

describe('prices to start from', () => {
  it('are what the best of each household is worth above the one for whom there is no place', () => {
    const large = tinyLarge('0@0 1@0 2@0 3@0 3@1 0@1', [1, 1]);
    // 9, 7, 5 and 2 for two places: the second, at nine tenths of them, clears.
    expect(firstOf(large, objectiveOf(5, 7, 2, 9, 4, 3))).toEqual([0, 0, 0, 2, 0, 0]);
    expect(firstOf(tinyLarge('0@0 1@0', [4]), objectiveOf(5, 7))).toEqual([0, 2, 0]);
    expect(firstOf(tinyLarge('0@0 1@0 0@1 1@1', [0, 0]), objectiveOf(5, 7, 1, 1))).toEqual([0, 0, 0, 0]);
  });

  it('are on the first row of a household alone, with side 1', () => {
    const pairs = '0@0 0@1 1@0 1@1 2@1';
    const again = { lower: -Infinity, upper: 1 };
    const large = tinyLarge(
      pairs,
      [1, 1],
      [
        { weights: [1, 1, 0, 0, 0], ...again },
        { weights: [1, 0, 1, 0, 0], ...again },
      ],
    );
    expect(firstOf(large, objectiveOf(9, 8, 5, 5, 2))).toEqual([4, 0, 0, 0, 0, 0, 0]);
    large.milp.rowUpper[0] = 2;
    expect(firstOf(large, objectiveOf(9, 8, 5, 5, 2))).toEqual([0, 0, 0, 0, 0, 4, 0]);
  });

  it('stay within what a price can be', () => {
    const large = tinyLarge(
      '- 0@0 1@0 2@0',
      [1],
      [
        { weights: [2, 1, 1, 0], lower: 4, upper: Infinity },
        { weights: [0, 1, 1, 0], lower: -Infinity, upper: 1 },
        { weights: [0, 1, 1, 0], lower: 0, upper: 1 },
      ],
    );
    const objective = objectiveOf(-6, 1, 1, 1);
    // Households have an upper side, the unit is kept, a point of shortage costs 6 for 2, and the last row has two sides.
    expect(firstOf(large, objective, [-5, 5, 0.5, 9, -9, -5, -5])).toEqual([0, 5, 0.5, 0, -3, 0, -5]);
    expect(firstOf(large, objective, [5, 5, 5, 9, 9, 5, 5])).toEqual([5, 5, 5, 0, 0, 5, 5]);
  });
});

describe('a search for prices', () => {
  it('comes close to the best that prices can prove, and is never worse than its start', () => {
    let [sum, least, most] = [0, 0, 0];
    fc.assert(
      fc.property(randomLarge, fc.boolean(), (large, isWild) => {
        const [, , points] = large.levels;
        const start = large.milp.rowLower.map((_, row) => (isWild ? (row % 4) - 1 : 0));
        const from = pricedBound(large.structure, points!, Float64Array.from(firstOf(large, points!, [...start])));
        const found = pricedBound(large.structure, points!, pricesOf(large, points!, { start }));
        expect(found.bound).toBeLessThanOrEqual(from.bound);
        const best = mostWorth(large.milp, points!);
        expect(found.bound).toBeGreaterThanOrEqual(best);
        const { bound } = relax({ ...large.milp, objective: points! });
        expect(found.bound).toBeLessThanOrEqual(bound! + 0.3);
        sum += found.bound;
        least += best;
        most += bound!;
      }),
      { numRuns: 6 },
    );
    // Blocks are whole, so that prices prove more than the relaxation does.
    expect(sum).toBeLessThan(most + 0.02 * most);
    expect(sum).toBeGreaterThanOrEqual(least);
  });

  it.each([true, false])('needs few steps for eight households and five places, from nothing: %s', (isFromNothing) => {
    const pairs = Array.from({ length: 24 }, (_, at) => [at % 8, Math.floor(at / 8)] as const);
    const large = tinyLarge(
      pairs,
      [1, 2, 2],
      [{ weights: pairs.map(([household]) => (household % 3) + 1), lower: -Infinity, upper: 7 }],
    );
    const objective = objectiveOf(...pairs.map(([at, unit]) => 20 + ((at * 37 + unit * 11 + at * unit * 17) % 29)));
    const prices = pricesOf(large, objective, {
      temperatures: [4, 1, 0.25, 0.06].map((temperature) => ({ temperature, steps: 20 })),
      ...(isFromNothing && { start: new Float64Array(large.milp.rows) }),
    });
    expect(relax({ ...large.milp, objective }).bound).toBeCloseTo(219, 6);
    expect(pricedBound(large.structure, objective, prices).bound).toBeLessThan(219.01);
  });

  it('has no price on rows that the blocks keep', () => {
    const large = tinyLarge(
      '0@0 1@0 0@1 1@1',
      [1, 1],
      [{ weights: [1, 1, 1, 1], lower: -Infinity, upper: 1, isLocal: true }],
    );
    const prices = pricesOf(large, objectiveOf(9, 8, 7, 5));
    expect([...prices.subarray(2)]).toEqual([0, 0, 0]);
    expect(pricedBound(large.structure, objectiveOf(9, 8, 7, 5), prices).bound).toBeCloseTo(9, 1);
  });

  it('finds the price of a household for whom two homes compete', () => {
    const large = tinyLarge('0@0 0@1 1@1', [1, 1]);
    const objective = objectiveOf(10, 8, 3);
    const prices = pricesOf(large, objective);
    expect(pricedBound(large.structure, objective, prices).bound).toBeCloseTo(13, 1);
    expect(prices[0]).toBeGreaterThan(4.9);
    expect(prices[0]).toBeLessThan(10.1);
  });

  it('finds the price of a shortage', () => {
    const large = tinyLarge('- 0@0 1@0', [1], [{ weights: [1, 0, 1], lower: 1, upper: Infinity }]);
    const objective = objectiveOf(-4, 5, 3);
    const prices = pricesOf(large, objective, { start: new Float64Array(4) });
    // The second household in the home: 3. The first with a shortage: 1.
    expect(pricedBound(large.structure, objective, prices).bound).toBeCloseTo(3, 1);
    expect(prices[3]).toBeLessThan(-1.9);
    expect(prices[3]).toBeGreaterThanOrEqual(-4);
  });

  it('finds the price of a row with two sides from either', () => {
    const sides = (lower: number, upper: number) =>
      tinyLarge('0@0 1@0 2@1 3@1', [1, 1], [{ weights: [1, 0, 1, 0], lower, upper }]);
    const objective = objectiveOf(2, 5, 2, 4);
    for (const start of [-3, 0, 3]) {
      const from = { start: Float64Array.of(0, 0, 0, 0, 0, 0, start) };
      const asked = sides(1, 2);
      const prices = pricesOf(asked, objective, from);
      // The one who loses least by it: 5 + 2.
      expect(pricedBound(asked.structure, objective, prices).bound).toBeCloseTo(7, 1);
      expect(prices[6]).toBeLessThan(-1.9);
      const limited = sides(0, 1);
      const scarce = objectiveOf(5, 2, 4, 2);
      const upper = pricesOf(limited, scarce, from);
      expect(pricedBound(limited.structure, scarce, upper).bound).toBeCloseTo(7, 1);
      expect(upper[6]).toBeGreaterThan(1.9);
    }
  });

  it('stops when time is up', () => {
    const large = tinyLarge('0@0 0@1 1@1', [1, 1]);
    const start = new Float64Array(4);
    expect([...pricesOf(large, objectiveOf(10, 8, 3), { start, secondsLeft: () => 0 })]).toEqual([0, 0, 0, 0]);
    let asked = 0;
    // One temperature, in which time is asked after every twenty steps, and once at its end.
    pricesOf(large, objectiveOf(10, 8, 3), { secondsLeft: () => (asked++ < 6 ? 1 : 0) });
    expect(asked).toBe(7);
    let times = 0;
    pricesOf(large, objectiveOf(10, 8, 3), { secondsLeft: () => (times++, 1) });
    expect(times).toBe(5 * 7);
  });
});
