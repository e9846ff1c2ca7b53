import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';
import { bestByTrying, milpOf, shown } from '../../support/random-milp';
import { packing } from '../../support/tiny-engine';
import { seconds, resolver, solve, listening, GAP, GAP_LEVELS, ONE } from './resolve-levels';

describe('a resolver', () => {
  it.each<[string, Milp, number[][], number[]]>([
    ['one level', ONE, [[1, 3, 2]], [0, 1, 0]],
    [
      'a level between equals',
      ONE,
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      [0, 0, 1],
    ],
    ['a level that its relaxation promises too much', GAP, [[4, 4, 3]], [1, 0, 0]],
    ['a level below such a one', GAP, GAP_LEVELS, [0, 1, 0]],
    [
      'a level on which all is equal',
      ONE,
      [
        [0, 0, 0],
        [1, 2, 3],
      ],
      [0, 0, 1],
    ],
    [
      'a last level on which all is equal',
      ONE,
      [
        [1, 2, 3],
        [0, 0, 0],
      ],
      [0, 0, 1],
    ],
    [
      'three levels of which the last one shows that the first promised too much',
      packing([0, 0, 0, 0], [2, 2, 2, 0, 3], [0, 0, 1, 1, 1]),
      [
        [1, 1, 1, 0],
        [0, 0, 0, 0],
        [0, 1, 0, 5],
      ],
      [0, 1, 0, 1],
    ],
  ])('finds the best plan of %s', async (_name, milp, levels, expected) => {
    const answer = await solve(milp, levels);
    expect(levels.map((level) => weigh(Float64Array.from(level), Float64Array.from(answer as number[])))).toEqual(
      levels.map((level) => weigh(Float64Array.from(level), Float64Array.from(expected))),
    );
    expect(answer).toHaveLength(expected.length);
  });

  it('finds what trying every plan finds, or that there is none', async () => {
    const random = fc.integer({ min: 3, max: 5 }).chain((columns) =>
      fc.record({
        rows: fc.array(
          fc.record({
            weights: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: columns, maxLength: columns }),
            lower: fc.constantFrom(-Infinity, -Infinity, 0, 2),
            upper: fc.integer({ min: 2, max: 6 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        levels: fc.array(fc.array(fc.integer({ min: -2, max: 6 }), { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
    );
    let none = 0;
    await fc.assert(
      fc.asyncProperty(random, async ({ rows, levels }) => {
        const milp = milpOf(
          levels[0]!.map(() => 0),
          rows,
        );
        const best = bestByTrying(milp, levels);
        const answer = await solve(milp, levels);
        if (typeof answer === 'string') {
          none++;
          expect([answer, best]).toEqual(['impossible', null]);
          return;
        }
        const plan = Float64Array.from(answer);
        expect(isPossible(milp, plan)).toBe(true);
        expect(levels.map((level) => weigh(Float64Array.from(level), plan))).toEqual(best);
      }),
      { numRuns: 60 },
    );
    expect(none).toBeGreaterThan(0);
  });

  it('gives room on a level, and no more', async () => {
    const levels = (worth: number) => [
      [10, worth, 0],
      [0, 7, 0],
    ];
    expect(await solve(ONE, levels(9), {}, { epsilon: 1 })).toEqual([0, 1, 0]);
    expect(await solve(ONE, levels(8), {}, { epsilon: 1 })).toEqual([1, 0, 0]);
  });

  it('keeps a row for each level, and opens and closes one relaxation', async () => {
    const { relaxation, asked, state } = listening();
    const opened = resolver(
      ONE,
      [
        [1, 3, 2],
        [0, 0, 4],
      ],
      { relaxation },
    );
    expect(shown(opened.milp).rows).toEqual([
      '-Infinity..1: 1 1 1',
      '-Infinity..Infinity: 1 3 2',
      '-Infinity..Infinity: 0 0 4',
    ]);
    expect(await opened.solve({ level: 0, programme: opened.milp }, seconds)).toMatchObject({ status: 'solved' });
    expect(asked[0]!.limits.timeLimitSeconds).toBe(9);
    opened.close();
    expect(state.closed).toBe(1);
  });

  it('asks for a minute at most, and from where the face says', async () => {
    const { relaxation, asked } = listening();
    const basis = { columns: Int32Array.of(1), rows: Int32Array.of(2) };
    await solve(GAP, GAP_LEVELS, { basis }, { relaxation }, () => 999);
    expect(asked[0]!.limits).toEqual({ timeLimitSeconds: 60, basis });
    expect(asked.slice(1).every(({ limits }) => limits.basis === undefined)).toBe(true);
    expect(asked.length).toBeGreaterThan(1);
  });
});
