import { describe, expect, it } from '@jest/globals';
import { componentsOf, cut, decompose, programmeOf } from '../../../src/core/optimizer/decompose';
import { withLevelRows } from '../../../src/core/optimizer/level-rows';
import {
  freePart,
  isPossible,
  rowOf,
  rowSums,
  weigh,
  wholeValues,
  withRows,
} from '../../../src/core/optimizer/programme';
import { milpOf, shown } from '../../support/random-milp';

const floats = (...values: number[]) => Float64Array.from(values);
/** Columns 0 and 3 fixed at 2 and 0; row 1 holds only fixed ones. */
const MILP = milpOf(
  [3, 4, 5, 6],
  [
    { weights: [2, 1, 0, 1], lower: 1, upper: 6 },
    { weights: [1, 0, 0, 1], lower: 0, upper: 9 },
    { weights: [0, -1, 1, 0], lower: -Infinity, upper: 1 },
  ],
  [2, 1, 3, 0],
);
MILP.columnLower[0] = 2;

describe('the free part of a programme', () => {
  it('leaves out fixed columns and rows of none but those', () => {
    const part = freePart(MILP);
    expect([[...part.columns], [...part.rows], part.constant]).toEqual([[1, 2], [0, 2], 6]);
    expect(shown(part.milp)).toEqual({
      objective: '4 5',
      columns: '0..1 0..3',
      rows: ['-3..2: 1 0', '-Infinity..1: -1 1'],
    });
    expect([...wholeValues(MILP, part, floats(1, 3))]).toEqual([2, 1, 3, 0]);
    expect(shown(MILP).rows[0]).toBe('1..6: 2 1 0 1');
  });

  it('may be nothing', () => {
    const fixed = { ...MILP, columnLower: MILP.columnUpper };
    expect(freePart(fixed)).toMatchObject({ constant: 25, milp: { columns: 0, rows: 0 } });
  });
});

describe('values', () => {
  it('are weighed and added up by row', () => {
    expect(weigh(floats(3, 4, 5), floats(1, 0, 2))).toBe(13);
    expect([...rowSums(MILP, floats(2, 1, 3, 0))]).toEqual([5, 2, 2]);
    expect([...rowSums(MILP, floats(0, 0, 0, 0))]).toEqual([0, 0, 0]);
  });

  it.each<[number[], boolean]>([
    [[2, 1, 2, 0], true],
    [[2, 0, 0, 0], true],
    [[2, 0, 1, 0], true],
    [[2, 0, 2, 0], false],
    [[1, 1, 1, 0], false],
    [[3, 1, 1, 0], false],
    [[2, 0.5, 1, 0], false],
    [[2, 1, 1, 1], false],
  ])('%j are possible: %s', (values, possible) => {
    expect(isPossible(MILP, Float64Array.from(values))).toBe(possible);
  });

  it('keep both sides of a row, and may reach them', () => {
    const milp = milpOf([0, 0], [{ weights: [1, 1], lower: 1, upper: 1 }]);
    const verdicts = [floats(0, 0), floats(1, 0), floats(0, 1), floats(1, 1)].map((each) => isPossible(milp, each));
    expect(verdicts).toEqual([false, true, true, false]);
  });
});

describe('a programme with rows more', () => {
  it('has one that keeps a value', () => {
    const more = withRows(MILP, [rowOf(floats(0, 4, -5, 0), 7, Infinity)]);
    expect(shown(more)).toEqual({ ...shown(MILP), rows: [...shown(MILP).rows, '7..Infinity: 0 4 -5 0'] });
    expect(more.values).toHaveLength(MILP.values.length + 2);
    expect(more.rows).toBe(4);
  });

  it('has one for each level, open on both sides', () => {
    const more = withLevelRows(MILP, [floats(0, 4, -5, 0), floats(1, 0, 0, 0)]);
    const rows = [...shown(MILP).rows, '-Infinity..Infinity: 0 4 -5 0', '-Infinity..Infinity: 1 0 0 0'];
    expect(shown(more)).toEqual({ ...shown(MILP), rows });
    expect(more.values).toHaveLength(MILP.values.length + 3);
    expect(more.rows).toBe(5);
  });
});

const LEVEL = { objectiveId: 'points', coefficients: floats(), constant: 0 };

describe('parts that share no row', () => {
  const whole = (rows: number[][], columns: number) =>
    milpOf(
      Array.from({ length: columns }, (_, column) => column + 1),
      rows.map((weights, row) => ({ weights, lower: -row, upper: row })),
    );
  const parts = (rows: number[][], columns: number) => decompose(whole(rows, columns));
  it.each<[string, number[][], number, [number[], number[]][]]>([
    ['one', [[1, 1]], 2, [[[0, 1], [0]]]],
    [
      'two',
      [
        [1, 0, 1],
        [0, 1, 0],
      ],
      3,
      [
        [[0, 2], [0]],
        [[1], [1]],
      ],
    ],
    [
      'a column without rows',
      [[0, 1]],
      2,
      [
        [[0], []],
        [[1], [0]],
      ],
    ],
    [
      'a row without columns',
      [
        [1, 1],
        [0, 0],
      ],
      2,
      [[[0, 1], [0]]],
    ],
    [
      'a chain',
      [
        [0, 0, 1, 1],
        [1, 0, 0, 1],
        [0, 1, 0, 0],
      ],
      4,
      [
        [
          [0, 2, 3],
          [0, 1],
        ],
        [[1], [2]],
      ],
    ],
    [
      'a late join',
      [
        [1, 0, 0, 0, 1],
        [0, 1, 1, 0, 0],
        [0, 0, 1, 0, 1],
        [0, 0, 0, 1, 0],
      ],
      5,
      [
        [
          [0, 1, 2, 4],
          [0, 1, 2],
        ],
        [[3], [3]],
      ],
    ],
    ['none', [], 0, []],
  ])('are %s', (_name, rows, columns, expected) => {
    expect(parts(rows, columns).map((part) => [[...part.columns], [...part.rows]])).toEqual(expected);
  });

  it('are programmes of their own', () => {
    const milp = whole(
      [
        [1, 0, 2],
        [0, 3, 0],
      ],
      3,
    );
    const [first, second] = decompose(milp).map((part) => programmeOf(milp, part));
    expect(shown(first!)).toEqual({ objective: '1 3', columns: '0..1 0..1', rows: ['0..0: 1 2'] });
    expect(shown(second!)).toEqual({ objective: '2', columns: '0..1', rows: ['-1..1: 3'] });
  });

  it('are not copied where there is one', () => {
    const milp = whole([[1, 1]], 2);
    expect(programmeOf(milp, decompose(milp)[0]!)).toBe(milp);
    const withEmptyRow = whole(
      [
        [1, 1],
        [0, 0],
      ],
      2,
    );
    expect(programmeOf(withEmptyRow, decompose(withEmptyRow)[0]!).rows).toBe(1);
  });

  it('are one where a level may give up value, because that room is shared', () => {
    const milp = whole([], 2);
    const count = (epsilons: number[]) => {
      const levels = epsilons.map((epsilon) => ({ ...LEVEL, epsilon }));
      return componentsOf({ milp, levels }).map(({ columns, rows }) => [[...columns], [...rows]]);
    };
    expect(count([0, 0])).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect(count([0, 1])).toEqual([[[0, 1], []]]);
    expect(componentsOf({ milp: whole([], 0), levels: [{ ...LEVEL, epsilon: 1 }] })).toEqual([]);
  });

  it('are cut out with some rows only', () => {
    const part = cut(MILP, [2, 0], [2, 1]);
    expect(shown(part)).toEqual({
      objective: '5 3',
      columns: '0..3 2..2',
      rows: ['-Infinity..1: 1 0', '0..9: 0 1'],
    });
    expect(part.values).toHaveLength(2);
  });
});
