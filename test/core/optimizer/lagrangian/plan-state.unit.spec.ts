import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { copyOf, isWorthMore, PlanState, shortageCosts } from '../../../../src/core/optimizer/lagrangian/plan-state';
import { blockStructure } from '../../../../src/core/optimizer/lagrangian/block-structure';
import { isPossible, rowSums } from '../../../../src/core/optimizer/programme';
import { milpOf } from '../../../support/random-milp';
import { objectiveOf, randomLarge, tinyLarge, valueOf, type TinyLarge } from '../../../support/tiny-large';

/** The plan of these columns, with the shortages that it leaves. */
function planOf({ milp, owners }: TinyLarge, chosen: ReadonlySet<number>): Float64Array {
  const values = Float64Array.from({ length: milp.columns }, (_, column) => Number(chosen.has(column)));
  const sums = rowSums(milp, values);
  owners.unitOf.forEach((unit, column) => {
    const row = milp.rowIndices[milp.starts[column]!]!;
    if (unit < 0) values[column] = Math.max(0, milp.rowLower[row]! - sums[row]!);
  });
  return values;
}

function check(large: TinyLarge, state: PlanState, chosen: ReadonlySet<number>, levels: readonly Float64Array[]): void {
  const { milp, owners } = large;
  const values = planOf(large, chosen);
  expect(state.columnValues()).toEqual(values);
  expect(isPossible(milp, values)).toBe(true);
  expect([...state.worth]).toEqual(levels.map((level) => valueOf(level, [...values])));
  const pairs = values.map((value, column) => (owners.unitOf[column]! < 0 ? 0 : value));
  expect(state.activity).toEqual(rowSums(milp, pairs));
  state.chosenIn.forEach((columns, row) => {
    const inRow = (column: number) =>
      milp.rowIndices.subarray(milp.starts[column], milp.starts[column + 1]).includes(row);
    expect([...columns].sort()).toEqual([...chosen].filter(inRow).sort());
  });
  owners.unitOf.forEach((unit, column) => {
    if (unit < 0) return;
    const household = owners.householdOf[column]!;
    const isHoused = [...chosen].some((other) => owners.householdOf[other] === household);
    const more = planOf(large, new Set([...chosen, column]));
    expect(state.fits(column)).toBe(!isHoused && isPossible(milp, more));
    if (chosen.has(column)) return;
    for (const level of levels) {
      const gain = valueOf(level, [...more]) - valueOf(level, [...values]);
      expect(state.gain(column, level, shortageCosts(large.structure, level))).toBe(gain);
    }
  });
}

describe('a plan under change', () => {
  it('knows what it holds, is worth, fits and gains after every step, and takes steps back', () => {
    const steps = fc.array(
      fc.record({ column: fc.integer({ min: 1, max: 6 }), back: fc.integer({ min: 0, max: 9 }) }),
      {
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(randomLarge, steps, (large, taken) => {
        const { owners, levels } = large;
        const state = new PlanState(large.structure, levels);
        let chosen = new Set<number>();
        const past: { mark: number; chosen: Set<number> }[] = [];
        check(large, state, chosen, levels);
        for (const { column, back } of taken) {
          if (column >= owners.unitOf.length) continue;
          past.push({ mark: state.mark, chosen: new Set(chosen) });
          if (chosen.has(column)) {
            state.remove(column);
            chosen.delete(column);
          } else if (state.fits(column)) {
            state.add(column);
            chosen.add(column);
          }
          const earlier = back > 6 ? past[past.length - (back - 6)] : undefined;
          if (earlier !== undefined) {
            state.undo(earlier.mark);
            chosen = earlier.chosen;
            past.length = past.indexOf(earlier);
          }
          check(large, state, chosen, levels);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('cannot take back what is settled', () => {
    const { structure } = tinyLarge('0@0 1@1', [1, 1]);
    const state = new PlanState(structure, []);
    state.add(0);
    expect(state.mark).toBe(1);
    state.settle();
    expect(state.mark).toBe(0);
    state.add(1);
    state.undo(0);
    expect([...state.columnOf]).toEqual([0, -1]);
  });

  it('gives nobody a second home, also where no row says so', () => {
    const owners = { households: 1, units: 2, householdOf: Int32Array.of(0, 0), unitOf: Int32Array.of(0, 1) };
    const state = new PlanState(
      blockStructure(milpOf([1, 1], []), owners, () => true),
      [],
    );
    expect(state.fits(1)).toBe(true);
    state.add(0);
    expect(state.fits(1)).toBe(false);
  });

  it('fills a row up to its side and no further', () => {
    const { structure } = tinyLarge(
      '- 0@0 1@1',
      [1, 1],
      [
        { weights: [0, 2, 1], lower: -Infinity, upper: 3 },
        { weights: [1, 3, 3], lower: 4, upper: Infinity },
      ],
    );
    const points = objectiveOf(-2, 5, 5);
    const costs = shortageCosts(structure, points);
    expect([...costs]).toEqual([0, 0, 0, 0, 0, 2]);
    const state = new PlanState(structure, [points]);
    expect([...state.worth]).toEqual([-8]);
    expect(state.gain(1, points, costs)).toBe(11);
    state.add(1);
    expect([...state.worth]).toEqual([3]);
    // One point is lacking still, of the three that it brings.
    expect(state.gain(2, points, costs)).toBe(7);
    expect(state.fits(2)).toBe(true);
    state.add(2);
    expect([...state.worth]).toEqual([10]);
    expect([...state.columnValues()]).toEqual([0, 1, 1]);
  });

  it('is the same for others to judge', () => {
    const { structure } = tinyLarge('0@0 1@1 2@1', [1, 1]);
    const state = new PlanState(structure, [objectiveOf(1, 1, 1)]);
    state.add(2);
    const copy = copyOf(state, [objectiveOf(4, 5, 6), objectiveOf(1, 1, 3)]);
    expect([...copy.worth]).toEqual([6, 3]);
    expect([...copy.columnOf]).toEqual([-1, -1, 2]);
    expect(copy.mark).toBe(0);
    copy.add(0);
    expect([...state.columnOf]).toEqual([-1, -1, 2]);
  });
});

describe('worth', () => {
  it.each<[number[], number[], boolean]>([
    [[1, 2], [1, 2], false],
    [[2, 0], [1, 9], true],
    [[1, 9], [2, 0], false],
    [[1, 3], [1, 2], true],
    [[1, 1], [1, 2], false],
    [[], [], false],
  ])('%j is more than %j: %s', (worth, than, expected) => {
    expect(isWorthMore(Float64Array.from(worth), Float64Array.from(than))).toBe(expected);
  });
});
