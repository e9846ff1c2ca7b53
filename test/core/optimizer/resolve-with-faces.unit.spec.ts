import { describe, expect, it } from '@jest/globals';
import type { Milp } from '../../../src/core/optimizer/milp';
import { milpOf, shown } from '../../support/random-milp';
import { always, engineWith } from '../../support/tiny-engine';
import { seconds, type Ports, resolver, solve, listening, GAP, GAP_LEVELS, ONE } from './resolve-levels';

describe('a face', () => {
  it('may start at a later level', async () => {
    const opened = resolver(ONE, [
      [9, 1, 1],
      [0, 1, 2],
    ]);
    const answer = await opened.solve({ level: 1, programme: opened.milp }, seconds);
    expect(answer).toEqual({ status: 'solved', columnValues: Float64Array.of(0, 0, 1) });
  });

  it('may be impossible', async () => {
    const none = milpOf([0, 0], [{ weights: [2, 2], lower: 3, upper: 3 }]);
    expect(await solve(none, [[1, 1]])).toBe('impossible');
    expect(
      await solve(none, [
        [1, 1],
        [0, 0],
      ]),
    ).toBe('impossible');
    const apart = milpOf(
      [0, 0],
      [
        { weights: [1, 1], lower: 2, upper: 2 },
        { weights: [1, 1], lower: 0, upper: 1 },
      ],
    );
    expect(
      await solve(apart, [
        [1, 1],
        [1, 0],
      ]),
    ).toBe('impossible');
  });

  it('may come with a plan, from which the search starts', async () => {
    const { engine, searched } = engineWith();
    expect(await solve(GAP, [[4, 4, 3]], { start: Float64Array.of(0, 1, 0) }, { whole: engine })).toEqual([0, 1, 0]);
    expect(searched.some(({ start }) => start !== null)).toBe(true);
    const wrong = engineWith();
    expect(await solve(GAP, [[4, 4, 3]], { start: Float64Array.of(1, 1, 0) }, { whole: wrong.engine })).toEqual([
      0, 1, 0,
    ]);
    expect(wrong.searched.every(({ start }) => start === null)).toBe(true);
  });

  it('may have a ceiling, which saves the search where it is reached', async () => {
    const { engine, searched } = engineWith();
    const start = Float64Array.of(0, 1, 0);
    expect(await solve(GAP, [[4, 4, 3]], { ceiling: 4, start }, { whole: engine })).toEqual([0, 1, 0]);
    expect(searched).toEqual([]);
    expect(await solve(GAP, [[4, 4, 3]], { ceiling: 6, start }, { whole: engine })).toEqual([0, 1, 0]);
    expect(searched.length).toBeGreaterThan(0);
    expect(await solve(ONE, [[1, 3, 2]], { ceiling: 3 }, { whole: engine })).toEqual([0, 1, 0]);
    // Of the first level only.
    expect(
      await solve(
        ONE,
        [
          [1, 1, 1],
          [1, 2, 3],
        ],
        { ceiling: 1 },
        { whole: engine },
      ),
    ).toEqual([0, 0, 1]);
  });

  it('may be enough, where a plan is known to lie on it', async () => {
    const levels = [
      [1, 1, 1],
      [1, 2, 3],
    ];
    const asked: string[] = [];
    const isEnough = (programme: Milp) => asked.push(shown(programme).rows[1]!) > 0;
    expect(await solve(ONE, levels, { isEnough, start: Float64Array.of(1, 0, 0) })).toBe('enough');
    expect(asked).toEqual(['-Infinity..Infinity: 1 1 1']);
    expect(await solve(ONE, levels, { isEnough: () => false })).toEqual([0, 0, 1]);
    expect(await solve(GAP, GAP_LEVELS, { isEnough: (programme) => programme.rowLower[1] === 4 })).toBe('enough');
    expect(await solve(GAP, GAP_LEVELS, { isEnough: (programme) => programme.rowLower[1] === 5 })).toEqual([0, 1, 0]);
  });
});

describe('without an answer', () => {
  it.each<[string, Ports, (() => number) | undefined]>([
    ['there is no time', {}, () => 0],
    ['the relaxation stops', { relaxation: listening(() => ({ status: 'stopped' })).relaxation }, undefined],
    ['the search stops', { whole: engineWith({ solveWhole: always({ status: 'time-limit' }) }).engine }, undefined],
  ])('it stops where %s', async (_name, ports, secondsLeft) => {
    expect(await solve(GAP, GAP_LEVELS, {}, ports, secondsLeft)).toBe('stopped');
  });

  it('a relaxation that is wrong about a later level costs a search, and nothing else', async () => {
    const { relaxation } = listening((answer, asked) => (asked === 2 ? { status: 'infeasible' } : answer));
    expect(
      await solve(
        ONE,
        [
          [1, 1, 1],
          [1, 2, 3],
          [3, 2, 1],
        ],
        {},
        { relaxation },
      ),
    ).toEqual([0, 0, 1]);
    const first = listening((answer, asked) => (asked === 1 ? { status: 'infeasible' } : answer));
    expect(await solve(ONE, [[1, 3, 2]], {}, { relaxation: first.relaxation })).toEqual([0, 1, 0]);
  });

  it('values that are not whole, or break a row, are no plan', async () => {
    const answering = (...values: number[]) =>
      listening((answer) =>
        answer.status === 'optimal' ? { ...answer, columnValues: Float64Array.from(values) } : answer,
      ).relaxation;
    const { engine, searched } = engineWith();
    expect(await solve(ONE, [[1, 3, 2]], {}, { relaxation: answering(0, 1 - 1e-7, 0), whole: engine })).toEqual([
      0, 1, 0,
    ]);
    expect(searched).toEqual([]);
    expect(await solve(ONE, [[1, 3, 2]], {}, { relaxation: answering(0, 1 - 1e-5, 0), whole: engine })).toEqual([
      0, 1, 0,
    ]);
    expect(await solve(ONE, [[1, 3, 2]], {}, { relaxation: answering(1, 1, 1), whole: engine })).toEqual([0, 1, 0]);
    expect(searched.length).toBeGreaterThanOrEqual(1);
  });

  it('a level that has to keep a value is held to it', () => {
    const opened = resolver(GAP, GAP_LEVELS);
    const { next, bounded } = opened.holdKnown(opened.milp, 0, 4);
    expect(bounded.bound).toBe(6);
    expect(next.rowLower[1]).toBe(4);
    const at = resolver(ONE, [[1, 3, 2]]).holdKnown(resolver(ONE, [[1, 3, 2]]).milp, 0, 3);
    expect(shown(at.next).columns).toBe('0..0 1..1 0..0');
    const stopped = resolver(ONE, [[1, 3, -2]], { relaxation: listening(() => ({ status: 'stopped' })).relaxation });
    const known = stopped.holdKnown(stopped.milp, 0, 3);
    expect(known.bounded).toMatchObject({ bound: 4, receipt: null });
    expect(known.next.rowLower[1]).toBe(3);
    const equal = resolver(ONE, [
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(equal.holdKnown(equal.milp, 0, 0).next.rowLower[1]).toBe(-Infinity);
  });
});
