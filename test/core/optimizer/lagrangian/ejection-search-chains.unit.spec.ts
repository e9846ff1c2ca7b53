import { describe, expect, it } from '@jest/globals';
import { EjectionSearch } from '../../../../src/core/optimizer/lagrangian/ejection-search';
import { PlanState } from '../../../../src/core/optimizer/lagrangian/plan-state';
import { objectiveOf, tinyLarge } from '../../../support/tiny-large';

/** One chain, for the first column, which has the least loss. `room`: what each column takes of a row, and how much there is. */
interface Chain {
  readonly pairs: string;
  readonly worth: readonly number[];
  readonly losses: readonly number[];
  readonly plan: readonly number[];
  readonly room?: readonly [upper: number, ...weights: number[]];
  readonly depth?: number;
}

function planAfter({ pairs, worth, losses, plan, room, depth = 1 }: Chain): number[] {
  const units = Math.max(...pairs.split(' ').map((pair) => Number(pair.split('@')[1]))) + 1;
  const [upper, ...weights] = room ?? [0, ...worth.map(() => 0)];
  const { structure } = tinyLarge(pairs, new Array<number>(units).fill(1), [{ weights, lower: -Infinity, upper }]);
  const objective = objectiveOf(...worth);
  const state = new PlanState(structure, [objective]);
  for (const column of plan) state.add(column);
  const candidates = [...worth.keys()];
  const search = new EjectionSearch(state, { objective, losses: Float64Array.from(losses), candidates });
  // No time is left after the first.
  search.sweep(depth, () => 0);
  return [...state.columnOf].filter((column) => column >= 0).sort((a, b) => a - b);
}

describe('the chain of one column', () => {
  it.each<[string, Chain, number[]]>([
    [
      'fills the home that its household leaves with the best',
      { pairs: '0@1 0@0 1@0 2@0', worth: [3, 5, 4, 6], losses: [0, 1, 1, 2], plan: [1] },
      [0, 3],
    ],
    [
      'finds another home for who is put out, the best',
      { pairs: '1@0 0@0 0@1 0@2', worth: [4, 5, 2, 4], losses: [0, 1, 1, 2], plan: [1] },
      [0, 3],
    ],
    [
      'fills the home of who had to make room elsewhere',
      { pairs: '2@0 0@1 1@1', worth: [3, 4, 3], losses: [0, 1, 1], plan: [1], room: [1, 1, 1, 0] },
      [0, 2],
    ],
    [
      'is taken back where it brings nothing',
      { pairs: '1@0 0@0 0@1', worth: [3, 5, 2], losses: [0, 1, 1], plan: [1] },
      [1],
    ],
    [
      'is taken back where those in the way may not be put out again',
      { pairs: '1@0 0@0 0@1', worth: [3, 5, 9], losses: [0, 1, 1], plan: [1], room: [1, 1, 0, 1], depth: 3 },
      [1],
    ],
    [
      'goes on with the column that loses least, in another home',
      {
        pairs: '3@0 0@0 0@1 1@1 0@2 2@2 1@3',
        ...{ worth: [5, 5, 5, 5, 5, 5, 5], losses: [0, 1, 1, 1, 2, 1, 1], plan: [1, 3, 5], depth: 2 },
      },
      [0, 2, 5, 6],
    ],
    [
      'goes no deeper than is asked',
      {
        pairs: '3@0 0@0 0@1 1@1 0@2 2@2 1@3',
        ...{ worth: [5, 5, 5, 5, 5, 5, 5], losses: [0, 1, 1, 1, 2, 1, 1], plan: [1, 3, 5], depth: 1 },
      },
      [1, 3, 5],
    ],
    [
      'goes on with those who found no other home',
      {
        pairs: '3@0 0@1 0@3 1@2 1@4 2@4 2@5',
        ...{ worth: [5, 5, 4, 5, 5, 5, 5], losses: [0, 1, 1, 3, 2, 1, 1], plan: [1, 3, 5], depth: 2 },
        room: [2, 2, 1, 0, 1, 0, 0, 0],
      },
      [0, 2, 4, 6],
    ],
    [
      'goes on from the last who was put out',
      {
        pairs: '4@0 0@0 0@1 1@1 1@2 2@2 2@3',
        ...{ worth: [5, 5, 5, 5, 5, 5, 5], losses: [0, 1, 1, 2, 1, 2, 1], plan: [1, 3, 5], depth: 3 },
      },
      [0, 2, 4, 6],
    ],
  ])('%s', (_name, chain, expected) => {
    expect(planAfter(chain)).toEqual(expected);
  });
});
