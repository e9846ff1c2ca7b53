import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import {
  boundOf,
  exactProgramme,
  floorDivide,
  wholeBoundOf,
  withColumn,
  withExactRows,
} from '../../../src/core/proof/exact-programme';
import { bestOf, exactOf, multipliers, randomExact, sidesOf, worthOf, type TinyExact } from '../../support/tiny-exact';

const row = (weights: number[], lower: number | null, upper: number | null) => ({ weights, lower, upper });
const bits = (count: number): [number, number][] => Array.from({ length: count }, () => [0, 1]);
const bounded = (tiny: TinyExact, worth: number[], scale: number, ...ofRow: number[]) =>
  boundOf(exactOf(tiny), worthOf(...worth), multipliers(scale, ...ofRow));

describe('a programme', () => {
  it('knows of each column its rows', () => {
    const { rowsOf } = exactOf({ columns: bits(3), rows: [row([1, 0, 2], 0, 1), row([0, 0, 1], 0, 1)] });
    expect([...rowsOf]).toEqual([
      [0, [0]],
      [1, []],
      [2, [0, 1]],
    ]);
  });

  it('takes no notice of a row on a column that it has not', () => {
    const foreign = { lower: 0n, upper: 1n, terms: new Map([[9, 1n]]) };
    expect(exactProgramme(new Map(), new Map([[0, foreign]])).rowsOf.size).toBe(0);
  });

  it('is the same with a row more or a column held', () => {
    const programme = exactOf({ columns: bits(2), rows: [row([1, 1], null, 1)] });
    const more = withExactRows(programme, new Map([[7, { lower: 1n, upper: null, terms: worthOf(3, 4) }]]));
    expect([...more.rows.keys()]).toEqual([0, 7]);
    expect(more.rowsOf.get(1)).toEqual([0, 7]);
    expect(more.columns).toBe(programme.columns);
    const held = withColumn(programme, 1, { lower: 1n, upper: 1n });
    expect(sidesOf(held)).toEqual('0..1 1..1');
    expect(held.rows).toBe(programme.rows);
  });
});

describe('the bound of multipliers', () => {
  const two: TinyExact = { columns: bits(2), rows: [row([1, 1], null, 1), row([2, 1], 1, null)] };

  it.each([
    ['none', [3, 2], 1, [], 5n, [3n, 2n]],
    ['an upper side', [3, 2], 1, [2], 3n, [1n, 0n]],
    ['a lower side', [-3, -2], 1, [0, -1], -1n, [-1n, -1n]],
    ['a scale', [3, 2], 2, [5], 6n, [1n, -1n]],
    ['a lower and an upper side', [-3, 2], 1, [1, -1], 2n, [-2n, 2n]],
  ])('with %s', (_name, worth, scale, ofRow, scaledBound, reduced) => {
    const bound = bounded(two, worth, scale, ...ofRow)!;
    expect(bound.scaledBound).toBe(scaledBound);
    expect([...bound.reduced.values()]).toEqual(reduced);
    expect(bound.multipliers.scale).toBe(BigInt(scale));
  });

  it('takes a column at its best side', () => {
    expect(bounded({ columns: [[-2, 3]], rows: [] }, [4], 1)!.scaledBound).toBe(12n);
    expect(bounded({ columns: [[-2, 3]], rows: [] }, [-4], 1)!.scaledBound).toBe(8n);
  });

  it('is none where a row has not the side that is used, unless the multiplier is 0', () => {
    expect(bounded(two, [1, 1], 1, -1)).toBeNull();
    expect(bounded(two, [1, 1], 1, 0, 1)).toBeNull();
    expect(bounded(two, [1, 1], 1, 0, 0)!.scaledBound).toBe(2n);
    expect(boundOf(exactOf(two), worthOf(1), { scale: 1n, ofRow: new Map([[9, 1n]]) })).toBeNull();
    expect(boundOf(exactOf(two), worthOf(1), { scale: 1n, ofRow: new Map([[9, -1n]]) })).toBeNull();
  });

  it('holds for every plan', () => {
    let close = 0;
    fc.assert(
      fc.property(randomExact, ({ worth, multipliers: ofRow, scale, ...tiny }) => {
        const best = bestOf(exactOf(tiny), worthOf(...worth));
        const bound = bounded(tiny, worth, scale, ...ofRow.slice(0, tiny.rows.length));
        if (bound === null || best === null) return;
        expect(wholeBoundOf(bound)).toBeGreaterThanOrEqual(best);
        if (wholeBoundOf(bound) === best) close++;
      }),
      { numRuns: 100 },
    );
    expect(close).toBeGreaterThan(0);
  });

  it.each([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [-8n, 2n, -4n],
    [0n, 5n, 0n],
    [-1n, 5n, -1n],
    [8n, 4n, 2n],
  ])('rounds %s over %s down to %s', (value, by, floor) => {
    expect(floorDivide(value, by)).toBe(floor);
    const bound = { multipliers: { scale: by, ofRow: new Map() }, reduced: new Map(), scaledBound: value };
    expect(wholeBoundOf(bound)).toBe(floor);
  });
});
