import { describe, expect, it } from '@jest/globals';
import type { Face } from '../../../src/core/optimizer/resolve-with';
import type { Milp } from '../../../src/core/optimizer/milp';
import { engineWith, openTiny, packing } from '../../support/tiny-engine';
import { GAP, listening, ONE, resolver, solve } from './resolve-levels';

/** How often the relaxation and the search in whole numbers are asked. */
async function effort(milp: Milp, levels: readonly (readonly number[])[], face: Partial<Face> = {}) {
  const { relaxation, asked } = listening();
  const { engine, searched } = engineWith();
  const answer = await solve(milp, levels, face, { relaxation, whole: engine });
  return { answer, relaxed: asked.length, searched: searched.length };
}
/** Three that exclude each other two by two: the relaxation has one and a half, the best plan one. */
const TRIANGLE = packing([0, 0, 0], [1, 1, 0, 1], [0, 1, 1, 1], [1, 0, 1, 1]);

describe('what a resolver asks of its engines', () => {
  it.each<[string, Milp, number[][], Partial<Face>, number, number]>([
    ['one level', ONE, [[1, 3, 2]], {}, 1, 0],
    [
      'levels of which each is whole',
      ONE,
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      {},
      2,
      0,
    ],
    [
      'a level on which all is equal, which needs no question',
      ONE,
      [
        [0, 0, 0],
        [1, 2, 3],
      ],
      {},
      1,
      0,
    ],
    ['a last level on which all is equal, which must give a plan', ONE, [[0, 0, 0]], {}, 1, 0],
    [
      'levels that are known to be reached',
      ONE,
      [
        [1, 1, 1],
        [0, 0, 0],
        [1, 2, 3],
      ],
      { start: Float64Array.of(0, 0, 1) },
      2,
      0,
    ],
    [
      'a bound that is not whole, which is searched at once',
      TRIANGLE,
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      {},
      2,
      1,
    ],
    [
      'a bound that no plan reaches, found out on the last level',
      GAP,
      [
        [4, 4, 3],
        [0, 1, 0],
      ],
      {},
      3,
      1,
    ],
  ])('%s', async (_name, milp, levels, face, relaxed, searched) => {
    const { answer: _answer, ...counted } = await effort(milp, levels, face);
    expect(counted).toEqual({ relaxed, searched });
  });
});

describe('a level that is held', () => {
  it('needs no row of its own where its bound is reached, and has one elsewhere', () => {
    const opened = resolver(ONE, [[1, 3, 2]]);
    const lower = (value: number) => opened.holdKnown(opened.milp, 0, value).next.rowLower[1];
    expect([lower(3), lower(2)]).toEqual([-Infinity, 2]);
    expect(opened.milp.rowLower[1]).toBe(-Infinity);
    const fixed = { ...opened.milp, columnLower: Float64Array.of(1, 0, 0), columnUpper: Float64Array.of(1, 1, 1) };
    const held = opened.holdKnown(fixed, 0, 1);
    expect(held.bounded.bound).toBe(1);
    expect(held.next.rowLower[1]).toBe(-Infinity);
  });

  it('is bounded by its columns where the relaxation says nothing', () => {
    const { relaxation } = listening(() => ({ status: 'stopped' }));
    const opened = resolver(ONE, [[4, -3, 2]], { relaxation });
    const fixed = { ...opened.milp, columnLower: Float64Array.of(0, 1, 0) };
    expect(opened.holdKnown(fixed, 0, 1).bounded.bound).toBe(3);
    const negative = { ...opened.milp, columnLower: Float64Array.of(0, 0, 0), columnUpper: Float64Array.of(1, 2, 1) };
    expect(opened.holdKnown(negative, 0, 1).bounded.bound).toBe(6);
  });

  it('is asked for without a limit of its own but a minute', () => {
    const { relaxation, asked } = listening();
    const opened = resolver(ONE, [[1, 3, 2]], { relaxation });
    opened.holdKnown(opened.milp, 0, 3);
    expect(asked[0]!.limits.timeLimitSeconds).toBe(60);
    expect(openTiny(ONE).solve(ONE, { timeLimitSeconds: 1 }).status).toBe('optimal');
  });
});
