import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { withoutSure } from '../../../../src/core/optimizer/lagrangian/sure-weight';
import type { Milp } from '../../../../src/core/optimizer/milp';
import { isPossible } from '../../../../src/core/optimizer/programme';
import { shown } from '../../../support/random-milp';

const COLUMNS = 7;

interface Row {
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

const sets = fc.array(fc.constantFrom(0, 1), { minLength: COLUMNS, maxLength: COLUMNS });
const weights = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: COLUMNS, maxLength: COLUMNS });
const exactly = fc.record({ weights: sets, upper: fc.integer({ min: 1, max: 2 }) }).map((row): Row => ({
  ...row,
  lower: row.upper,
}));
const atMost = fc.record({ weights, upper: fc.integer({ min: 1, max: 9 }) }).map((row): Row => ({
  ...row,
  lower: -Infinity,
}));

function programme(rows: readonly Row[], columnUpper: readonly number[]): Milp {
  const entries = columnUpper.map((_, column) => rows.flatMap((row, at) => (row.weights[column]! > 0 ? [at] : [])));
  return {
    columns: COLUMNS,
    rows: rows.length,
    objective: new Float64Array(COLUMNS),
    columnLower: new Float64Array(COLUMNS),
    columnUpper: Float64Array.from(columnUpper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    starts: Int32Array.from([0, ...entries.map((_, column) => entries.slice(0, column + 1).flat().length)]),
    rowIndices: Int32Array.from(entries.flat()),
    values: Float64Array.from(entries.flatMap((at, column) => at.map((row) => rows[row]!.weights[column]!))),
  };
}

describe('taking out the weight that is sure', () => {
  it('leaves exactly the same plans', () => {
    fc.assert(
      fc.property(
        fc.array(exactly, { minLength: 1, maxLength: 2 }),
        fc.array(atMost, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom(0, 1, 1, 1), { minLength: COLUMNS, maxLength: COLUMNS }),
        (equal, limits, columnUpper) => {
          const milp = programme([...equal, ...limits], columnUpper);
          const rest = withoutSure(milp);
          for (let bits = 0; bits < 2 ** COLUMNS; bits++) {
            const plan = Float64Array.from({ length: COLUMNS }, (_, column) => (bits >> column) & 1);
            if (isPossible(milp, plan) !== isPossible(rest, plan)) return false;
          }
          return true;
        },
      ),
    );
  });

  it('shows that a heavy column cannot go with a full row', () => {
    const rest = withoutSure(
      programme(
        [
          { weights: [1, 1, 1, 0, 0, 0, 0], lower: 1, upper: 1 },
          { weights: [0, 0, 0, 1, 1, 1, 0], lower: 1, upper: 1 },
          { weights: [1, 2, 3, 1, 2, 3, 0], lower: -Infinity, upper: 3 },
        ],
        [1, 1, 1, 1, 1, 1, 1],
      ),
    );
    expect(rest.rowUpper[2]).toBe(1);
    expect([...rest.values]).toEqual([1, 1, 1, 1, 2, 1, 1, 1, 1, 2]);
  });

  const all = [1, 1, 1, 1, 1, 1, 1];
  const one: Row = { weights: [1, 1, 1, 0, 0, 0, 0], lower: 1, upper: 1 };
  const limit: Row = { weights: [2, 3, 4, 1, 0, 0, 0], lower: -Infinity, upper: 6 };
  it.each<[string, Row[], number[], string]>([
    ['takes out what each must weigh', [one, limit], all, '-Infinity..4: 0 1 2 1 0 0 0'],
    ['takes out twice for two', [{ ...one, lower: 2, upper: 2 }, limit], all, '-Infinity..2: 0 1 2 1 0 0 0'],
    [
      'looks past columns that cannot be',
      [one, { ...limit, weights: [0, 3, 4, 1, 0, 0, 0] }],
      [0, 1, 1, 1, 1, 1, 1],
      '-Infinity..3: 0 0 1 1 0 0 0',
    ],
    ['leaves a row that may hold less', [{ ...one, lower: 0 }, limit], all, '-Infinity..6: 2 3 4 1 0 0 0'],
    [
      'leaves a row that weighs',
      [{ ...one, weights: [1, 2, 1, 0, 0, 0, 0] }, limit],
      all,
      '-Infinity..6: 2 3 4 1 0 0 0',
    ],
    [
      'leaves a limit that one of them passes by',
      [one, { ...limit, weights: [2, 0, 4, 1, 0, 0, 0] }],
      all,
      '-Infinity..6: 2 0 4 1 0 0 0',
    ],
    ['leaves a row with a lower side', [one, { ...limit, lower: 1 }], all, '1..6: 2 3 4 1 0 0 0'],
  ])('%s', (_name, rows, columnUpper, expected) => {
    const milp = programme(rows, columnUpper);
    const rest = withoutSure(milp);
    expect(shown(rest).rows[1]).toBe(expected);
    expect(shown(rest).rows[0]).toBe(shown(milp).rows[0]);
    expect([...rest.values]).not.toContain(0);
    expect(rest.rowIndices).toHaveLength(rest.values.length);
    expect(shown(programme(rows, columnUpper))).toEqual(shown(milp));
  });
});
