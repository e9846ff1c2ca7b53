import { describe, expect, it } from '@jest/globals';
import { cut } from '../../../src/core/optimizer/decompose';
import { firstBasis, usefulColumns } from '../../../src/core/optimizer/first-basis';
import type { Milp } from '../../../src/core/optimizer/milp';
import type { WarmAnswer } from '../../../src/core/optimizer/warm-relaxation';
import fc from '../../support/fast-check';
import { milpOf, shown, type TinyRow } from '../../support/random-milp';
import { openTiny, openWith, relax } from '../../support/tiny-engine';

const atMost = (upper: number, ...weights: number[]): TinyRow => ({ weights, lower: -Infinity, upper });
const atLeast = (lower: number, ...weights: number[]): TinyRow => ({ weights, lower, upper: Infinity });

/** Holds for the second column beside another row, so that it is no shortage. */
const ROOM = atMost(2, 1, 1, 0);

function bounded(milp: Milp, column: number, lower: number, upper: number): Milp {
  milp.columnLower[column] = lower;
  milp.columnUpper[column] = upper;
  return milp;
}

/** Values of 0 or 1 under rows with any side, and perhaps a shortage behind them. */
const anyMilp = fc.integer({ min: 2, max: 6 }).chain((columns) =>
  fc
    .record({
      objective: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          weights: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: columns, maxLength: columns }),
          lower: fc.constantFrom(-Infinity, -2, 0, 1),
          room: fc.constantFrom(Infinity, 0, 2),
        }),
        { maxLength: 3 },
      ),
      shortage: fc.record({
        weights: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: columns, maxLength: columns }),
        needed: fc.integer({ min: 0, max: 3 }),
        costs: fc.boolean(),
      }),
    })
    .map(({ objective, rows, shortage: { weights, needed, costs } }) =>
      milpOf(
        [...objective, costs ? -1 : 0],
        [
          ...rows.map((row): TinyRow => ({
            ...{ weights: [...row.weights, 0], lower: row.lower },
            upper: row.lower === -Infinity ? row.room : row.lower + row.room,
          })),
          atLeast(needed, ...weights, 1),
        ],
        [...objective.map(() => 1), needed],
      ),
    ),
);

describe('columns without which the relaxation is as good', () => {
  it.each<[string, Milp, number[]]>([
    ['worth nothing, and only taking room', milpOf([2, 0, -1], [atMost(1, 1, 1, 1)]), [0]],
    ['worth nothing, but needed for a row', milpOf([2, 0, 0], [atLeast(1, 0, 1, 0), ROOM]), [0, 1]],
    ['worth nothing, in a row that is met without', milpOf([2, 0, 0], [atLeast(0, 0, 1, 0), ROOM]), [0]],
    ['worth nothing, but making room', milpOf([2, 0], [atMost(0, 1, -1)]), [0, 1]],
    ['taking from a row that must be met', milpOf([2, 0], [atLeast(0, 1, -1)]), [0]],
    ['taking from a row that asks the other way', milpOf([2, 0], [atLeast(-1, 0, -1)]), [0]],
    ['beside a shortage that costs nothing', milpOf([2, 0, 0], [atLeast(1, 0, 1, 1), ROOM]), [0, 2]],
    ['beside one that costs something', milpOf([2, 0, -1], [atLeast(1, 0, 1, 1), ROOM]), [0, 1, 2]],
    ['beside one in two rows', milpOf([2, 0, 0], [atLeast(1, 0, 1, 1), ROOM, atMost(1, 0, 0, 1)]), [0, 1, 2]],
    ['beside one that is too small', milpOf([2, 0, 0], [atLeast(2, 0, 1, 1), ROOM]), [0, 1, 2]],
    ['beside one that makes the row worse', milpOf([2, 0, 0], [atLeast(1, 0, 1, -1), ROOM]), [0, 1]],
    [
      'beside one in a row with an upper side',
      milpOf([2, 0, 0], [{ weights: [0, 1, 1], lower: 1, upper: 2 }, ROOM]),
      [0, 1, 2],
    ],
    ['held at 1', bounded(milpOf([2, 0], [atMost(2, 1, 1)]), 1, 1, 1), [0, 1]],
    ['held at 0, whatever it is worth', bounded(milpOf([2, 3], [atMost(2, 1, 1)]), 0, 0, 0), [1]],
  ])('%s', (_name, milp, useful) => {
    expect(usefulColumns(milp)).toEqual(useful);
  });

  it('are enough for its value, in any programme', () => {
    fc.assert(
      fc.property(anyMilp, (milp) => {
        const part = cut(milp, usefulColumns(milp), Array.from(milp.rowLower.keys()));
        const [all, few] = [relax(milp), relax(part)];
        expect(few.status).toBe(all.status);
        if (all.status === 'optimal') expect(few.bound).toBeCloseTo(all.bound!, 6);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a corner to start from', () => {
  const MILP = milpOf([0, 5, 0, 0], [atMost(1, 1, 1, 1, 0), atMost(1, 0, 1, 0, 1)]);

  it('is that of the useful columns, with the others at their lower side', () => {
    const basis = { columns: Int32Array.of(1), rows: Int32Array.of(2, 1) };
    const { open, asked, ends } = openWith((milp): WarmAnswer => {
      const answer = openTiny(milp).solve(milp, { timeLimitSeconds: 1 });
      return answer.status === 'optimal' ? { ...answer, basis } : answer;
    });
    expect(firstBasis(MILP, open, 7)).toEqual({ columns: Int32Array.of(0, 1, 0, 0), rows: basis.rows });
    expect(asked.map(({ milp, limits }) => [shown(milp), limits])).toEqual([
      [{ objective: '5', columns: '0..1', rows: ['-Infinity..1: 1', '-Infinity..1: 1'] }, { timeLimitSeconds: 7 }],
    ]);
    expect(ends.closed).toBe(1);
  });

  it('is not looked for where more than half of the columns are useful, or none', () => {
    const { open, asked } = openWith();
    const half = { ...MILP, objective: Float64Array.of(1, 1, 0, 0) };
    expect(firstBasis({ ...MILP, objective: Float64Array.of(1, 1, 1, 0) }, open, 7)).toBeUndefined();
    expect(firstBasis({ ...MILP, objective: new Float64Array(4) }, open, 7)).toBeUndefined();
    expect(asked).toEqual([]);
    expect(firstBasis(half, open, 7)?.columns).toHaveLength(4);
  });

  it('is not there without an answer', () => {
    const { open, ends } = openWith(() => ({ status: 'stopped' }));
    expect(firstBasis(MILP, open, 7)).toBeUndefined();
    expect(ends.closed).toBe(1);
  });
});
