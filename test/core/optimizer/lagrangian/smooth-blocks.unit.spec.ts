import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import type { BlockStructure } from '../../../../src/core/optimizer/lagrangian/block-structure';
import { netWorth } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import { SmoothBlocks } from '../../../../src/core/optimizer/lagrangian/smooth-blocks';
import { rowsOf } from '../../../support/random-milp';
import { objectiveOf, randomLarge, tinyLarge } from '../../../support/tiny-large';

const WIDE = 1e9;

/** Every way to give each place a column or none, with the weight that its worth has at a temperature. */
function byTrying(structure: BlockStructure, worth: Float64Array, temperature: number, band: number) {
  const { milp, owners, placesOf, isKept, classOf } = structure;
  const rows = rowsOf(milp);
  const pairs = [...owners.unitOf.keys()].filter((column) => owners.unitOf[column]! >= 0);
  const near = pairs.filter((column) => {
    const rivals = pairs.filter(
      (other) => owners.unitOf[other] === owners.unitOf[column] && classOf[other] === classOf[column],
    );
    return worth[column]! > Math.max(0, ...rivals.map((other) => worth[other]!)) - band;
  });
  const places = [...placesOf].flatMap((count, unit) => new Array<number>(count).fill(unit));
  let all = 0;
  const held = new Float64Array(milp.rows);
  const visit = (at: number, taken: number[]) => {
    if (at < places.length) {
      visit(at + 1, taken);
      for (const column of near) if (owners.unitOf[column] === places[at]) visit(at + 1, [...taken, column]);
      return;
    }
    const sums = rows.map(({ weights }) => taken.reduce((sum, column) => sum + weights[column]!, 0));
    if (sums.some((sum, row) => isKept[row] === 1 && sum > rows[row]!.upper)) return;
    const weight = Math.exp(taken.reduce((sum, column) => sum + worth[column]!, 0) / temperature);
    all += weight;
    sums.forEach((sum, row) => (held[row]! += weight * sum));
  };
  visit(0, []);
  return { value: temperature * Math.log(all), activity: held.map((sum) => sum / all) };
}

function expectTrue(
  structure: BlockStructure,
  objective: Float64Array,
  prices: Float64Array,
  temperature: number,
  band: number,
) {
  const blocks = new SmoothBlocks(structure, objective);
  blocks.refresh(prices, band);
  const expected = byTrying(structure, netWorth(structure, objective, prices), temperature, band);
  // Twice: nothing of the first time may be left.
  for (let turn = 0; turn < 2; turn++) {
    expect(blocks.evaluate(prices, temperature)).toBeCloseTo(expected.value, 8);
    blocks.activity.forEach((sum, row) => expect(sum).toBeCloseTo(expected.activity[row]!, 8));
  }
}

describe('blocks with chance', () => {
  const quarters = fc.array(fc.integer({ min: -8, max: 12 }), { minLength: 12, maxLength: 12 });
  it.each([
    ['all columns', WIDE],
    ['the columns near the best of their class', 3],
  ])('are worth, and hold, what all choices together say, with %s', (_name, band) => {
    fc.assert(
      fc.property(randomLarge, quarters, fc.constantFrom(0.25, 1, 4), (large, wanted, temperature) => {
        const prices = Float64Array.from(large.milp.rowLower, (_, row) =>
          large.structure.isKept[row] === 1 ? 0 : wanted[row % 12]! / 4,
        );
        expectTrue(large.structure, large.levels[2]!, prices, temperature, band);
      }),
      { numRuns: 20 },
    );
  });

  it('share the room of a wijk over all its homes', () => {
    const six = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six(2), fc.integer({ min: 1, max: 4 }), six(9), (weights, upper, points) => {
        const limit = { weights, lower: -Infinity, upper, isLocal: true };
        const { structure } = tinyLarge('0@0 1@0 2@1 3@1 4@2 5@2', [1, 2, 1], [limit]);
        expectTrue(structure, objectiveOf(...points), new Float64Array(10), 2, WIDE);
      }),
      { numRuns: 20 },
    );
  });

  it('take nothing of which a row has no room at all', () => {
    const full = { weights: [1, 0], lower: -Infinity, upper: 0, isLocal: true };
    const { structure } = tinyLarge('0@0 1@0', [1], [full]);
    const blocks = new SmoothBlocks(structure, objectiveOf(9, 3));
    const prices = new Float64Array(4);
    blocks.refresh(prices, WIDE);
    expect(blocks.evaluate(prices, 1)).toBeCloseTo(Math.log(1 + Math.exp(3)), 8);
    expect(blocks.activity[0]).toBe(0);
  });

  it('leave out a column that lies a band under the best, and no other', () => {
    const { structure } = tinyLarge('0@0 1@0 2@0', [1]);
    const blocks = new SmoothBlocks(structure, objectiveOf(5, 3, 2));
    const prices = new Float64Array(4);
    const heldWith = (band: number) => {
      blocks.refresh(prices, band);
      blocks.evaluate(prices, 1);
      return [...blocks.activity].slice(0, 3).map((sum) => sum > 0);
    };
    expect(heldWith(3)).toEqual([true, true, false]);
    expect(heldWith(3.5)).toEqual([true, true, true]);
    expect(heldWith(2)).toEqual([true, false, false]);
    // A worth under nothing competes with taking nothing.
    const poor = new SmoothBlocks(structure, objectiveOf(-1, -2, -3));
    poor.refresh(prices, 2);
    poor.evaluate(prices, 1);
    expect([...poor.activity].slice(0, 3).map((sum) => sum > 0)).toEqual([true, false, false]);
  });

  it('are all but certain when it is cold', () => {
    const { structure } = tinyLarge(
      '0@0 1@0 2@1 3@1',
      [1, 2],
      [{ weights: [1, 2, 1, 1], lower: -Infinity, upper: 2, isLocal: true }],
    );
    const objective = objectiveOf(4, 7, 3, 2);
    const blocks = new SmoothBlocks(structure, objective);
    const prices = new Float64Array(7);
    blocks.refresh(prices, WIDE);
    expect(blocks.evaluate(prices, 0.01)).toBeCloseTo(7, 1);
    expect(blocks.evaluate(Float64Array.of(0, 1, 0, 0, 0, 0, 0), 0.01)).toBeCloseTo(7, 1);
    expect(blocks.evaluate(Float64Array.of(0, 3, 0, 0, 0, 0, 0), 0.01)).toBeCloseTo(7, 1);
    // One of the first, one of the second home; the worth of 3 wins of 2.
    blocks.activity.forEach((sum, row) => expect(sum).toBeCloseTo([1, 0, 1, 0, 1, 1, 2][row]!, 6));
  });

  it('keep apart what lies far apart', () => {
    // e^1000 is more than a number can be; logarithms know better.
    for (const isLocal of [true, false]) {
      const { structure } = tinyLarge('0@0 1@1', [1, 1], [{ weights: [1, 1], lower: -Infinity, upper: 1, isLocal }]);
      const blocks = new SmoothBlocks(structure, objectiveOf(1000, 990));
      const prices = new Float64Array(5);
      blocks.refresh(prices, WIDE);
      expect(blocks.evaluate(prices, 1)).toBeCloseTo(isLocal ? 1000 + Math.log1p(Math.exp(-10)) : 1990, 6);
      expect(blocks.activity[4]).toBeCloseTo(isLocal ? 1 : 2, 6);
    }
  });

  it('have room for as many states as a block has', () => {
    const { structure } = tinyLarge(
      '0@0 1@0 2@1 3@1',
      [2, 1],
      [{ weights: [200, 300, 11, 0], lower: -Infinity, upper: 511, isLocal: true }],
    );
    expect(structure.blocks.map(({ states }) => states)).toEqual([512]);
    expectTrue(structure, objectiveOf(2, 3, 1, 1), new Float64Array(7), 1, WIDE);
  });
});
