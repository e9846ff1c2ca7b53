import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { boundOf, narrowTo, settle, wholeBoundOf, type ExactProgramme } from '../../../src/core/proof/exact-programme';
import { valueOf } from '../../../src/core/proof/receipt-values';
import { exactOf, multipliers, plansOf, randomExact, sidesOf, worthOf, type TinyExact } from '../../support/tiny-exact';

const row = (weights: number[], lower: number | null, upper: number | null) => ({ weights, lower, upper });
const bits = (count: number): [number, number][] => Array.from({ length: count }, () => [0, 1]);
const bounded = (tiny: TinyExact, worth: number[], scale: number, ...ofRow: number[]) =>
  boundOf(exactOf(tiny), worthOf(...worth), multipliers(scale, ...ofRow));

/** Whether no row alone could draw in a column further. */
function isSettled({ columns, rows }: ExactProgramme): boolean {
  return [...rows.values()].every(({ lower, upper, terms }) =>
    [...terms.keys()].every((held) =>
      [columns.get(held)!.lower, columns.get(held)!.upper].every((at) => {
        let [least, most] = [0n, 0n];
        for (const [column, weight] of terms) {
          const sides = column === held ? { lower: at, upper: at } : columns.get(column)!;
          least += weight * (weight > 0n ? sides.lower : sides.upper);
          most += weight * (weight > 0n ? sides.upper : sides.lower);
        }
        return (upper === null || least <= upper) && (lower === null || most >= lower);
      }),
    ),
  );
}

describe('what the rows leave of the columns', () => {
  it.each<[string, TinyExact, string | null]>([
    ['an upper side', { columns: bits(2), rows: [row([2, 1], null, 1)] }, '0..0 0..1'],
    ['a lower side', { columns: bits(2), rows: [row([2, 1], 2, null)] }, '1..1 0..1'],
    ['a side that is just enough', { columns: bits(2), rows: [row([2, 1], null, 2)] }, '0..1 0..1'],
    ['a negative weight', { columns: bits(2), rows: [row([-2, 1], null, -1)] }, '1..1 0..1'],
    ['a negative weight and a lower side', { columns: bits(2), rows: [row([-2, 1], 0, null)] }, '0..0 0..1'],
    [
      'wide columns',
      {
        columns: [
          [0, 9],
          [-3, 4],
        ],
        rows: [row([3, 2], null, 5)],
      },
      '0..3 -3..2',
    ],
    [
      'wide columns below',
      {
        columns: [
          [0, 9],
          [-3, 4],
        ],
        rows: [row([3, 2], 30, null)],
      },
      '8..9 2..4',
    ],
    [
      'one row after another',
      { columns: bits(3), rows: [row([1, 1, 0], null, 1), row([0, 1, -1], 1, null)] },
      '0..0 1..1 0..0',
    ],
    ['an upper side that cannot be', { columns: bits(2), rows: [row([1, 1], null, -1)] }, null],
    ['a lower side that cannot be', { columns: bits(2), rows: [row([1, 1], 3, null)] }, null],
    ['two sides that only fixed columns break', { columns: [[1, 1]], rows: [row([2], null, 1)] }, null],
    ['fixed columns that just fit', { columns: [[1, 1]], rows: [row([2], 2, 2)] }, '1..1'],
    ['no whole number between two sides', { columns: [[0, 3]], rows: [row([3], 1, 2)] }, null],
    ['two rows that contradict', { columns: bits(2), rows: [row([1, 1], 2, null), row([1, 0], null, 0)] }, null],
  ])('under %s', (_name, tiny, sides) => {
    expect(sidesOf(settle(exactOf(tiny)))).toEqual(sides);
  });

  it('loses no plan, and no row alone could draw in a column further', () => {
    let [drawn, impossible] = [0, 0];
    fc.assert(
      fc.property(randomExact, (tiny) => {
        const programme = exactOf(tiny);
        const settled = settle(programme);
        if (settled === null) {
          impossible++;
          expect(plansOf(programme)).toEqual([]);
          return;
        }
        expect(plansOf(settled)).toEqual(plansOf(programme));
        expect(isSettled(settled)).toBe(true);
        if (sidesOf(settled) !== sidesOf(programme)) drawn++;
      }),
      { numRuns: 120 },
    );
    expect(drawn).toBeGreaterThan(10);
    expect(impossible).toBeGreaterThan(10);
  });
});

describe('what is left for plans of at least a target', () => {
  const tiny: TinyExact = { columns: bits(3), rows: [row([1, 1, 1], null, 2)] };
  const left = (worth: number[], target: bigint, ...ofRow: number[]) =>
    narrowTo(exactOf(tiny), bounded(tiny, worth, 1, ...ofRow)!, target);

  it.each<[string, number[], number, number[], string | null]>([
    ['every column whose loss is too much', [5, 2, -3], 5, [], '1..1 0..1 0..0'],
    ['none whose loss is just allowed', [5, 2, -2], 5, [], '1..1 0..1 0..1'],
    ['all at the bound itself', [5, 2, -1], 7, [], '1..1 1..1 0..0'],
    ['nothing above the bound', [5, 2, -1], 8, [], null],
    ['a row that must be full', [5, 2, 2], 6, [2], '1..1 0..1 0..1'],
  ])('fixes %s', (_name, worth, target, ofRow, sides) => {
    expect(sidesOf(left(worth, BigInt(target), ...ofRow))).toEqual(sides);
  });

  it('makes a row an equality where leaving its side costs too much', () => {
    const sides = (target: bigint) => {
      const { lower, upper } = left([5, 2, 2], target, 2)!.rows.get(0)!;
      return [lower, upper];
    };
    expect(sides(6n)).toEqual([2n, 2n]);
    expect(sides(5n)).toEqual([null, 2n]);
    const below: TinyExact = { columns: bits(3), rows: [row([1, 1, 1], 1, null)] };
    const narrowed = (target: bigint) =>
      narrowTo(exactOf(below), bounded(below, [-2, -2, -5], 1, -2)!, target)!.rows.get(0)!;
    expect(narrowed(-3n)).toMatchObject({ lower: 1n, upper: 1n });
    expect(narrowed(-4n)).toMatchObject({ lower: 1n, upper: null });
  });

  it('counts in the scale of the multipliers', () => {
    const bound = bounded(tiny, [5, 2, -3], 2)!;
    expect(sidesOf(narrowTo(exactOf(tiny), bound, 5n))).toEqual('1..1 0..1 0..0');
    expect(narrowTo(exactOf(tiny), bound, 8n)).toBeNull();
  });

  it('leaves the programme as it was', () => {
    const programme = exactOf(tiny);
    narrowTo(programme, boundOf(programme, worthOf(5, 2, 2), multipliers(1, 2))!, 6n);
    expect(sidesOf(programme)).toBe('0..1 0..1 0..1');
    expect(programme.rows.get(0)!.lower).toBeNull();
  });

  it('loses no plan worth the target', () => {
    fc.assert(
      fc.property(
        randomExact,
        fc.integer({ min: 0, max: 6 }),
        ({ worth, multipliers: ofRow, scale, ...each }, less) => {
          const programme = exactOf(each);
          const worths = worthOf(...worth);
          const bound = bounded(each, worth, scale, ...ofRow.slice(0, each.rows.length));
          if (bound === null) return;
          const target = wholeBoundOf(bound) - BigInt(less);
          const wanted = plansOf(programme).filter((plan) => valueOf(plan.keys(), worths, plan) >= target);
          const narrowed = narrowTo(programme, bound, target);
          const kept = narrowed === null ? [] : plansOf(narrowed);
          expect(kept.filter((plan) => valueOf(plan.keys(), worths, plan) >= target)).toEqual(wanted);
        },
      ),
      { numRuns: 100 },
    );
  });
});
