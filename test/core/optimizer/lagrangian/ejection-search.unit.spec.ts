import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { EjectionSearch } from '../../../../src/core/optimizer/lagrangian/ejection-search';
import { isWorthMore, PlanState } from '../../../../src/core/optimizer/lagrangian/plan-state';
import { isPossible } from '../../../../src/core/optimizer/programme';
import { objectiveOf, randomLarge, tinyLarge, type MarkedRow } from '../../../support/tiny-large';

const seconds = () => 9;
interface Scene {
  readonly pairs: string;
  readonly places: readonly number[];
  readonly worth: readonly number[];
  readonly rows?: readonly MarkedRow[];
  readonly losses?: readonly number[];
  readonly candidates?: readonly number[];
  readonly plan?: readonly number[];
}
function scene({ pairs, places, worth, rows = [], losses = worth.map(() => 0), plan = [], ...rest }: Scene) {
  const { structure, milp, owners } = tinyLarge(pairs, places, rows);
  const objective = objectiveOf(...worth);
  const state = new PlanState(structure, [objective]);
  for (const column of plan) state.add(column);
  const candidates = rest.candidates ?? [...worth.keys()].filter((column) => owners.unitOf[column]! >= 0);
  const search = new EjectionSearch(state, { objective, losses: Float64Array.from(losses), candidates });
  const chosen = () => [...state.columnOf].filter((column) => column >= 0).sort((a, b) => a - b);
  return { state, search, chosen, milp };
}
/** The places 0, 1, … one each. */
const places = (count: number) => new Array<number>(count).fill(1);
const limit = (upper: number, ...weights: number[]): MarkedRow => ({ weights, lower: -Infinity, upper });

describe('filling a plan', () => {
  const pairs = '0@0 1@0 2@1 3@1';
  it.each<[string, number[], number[], number[]]>([
    ['the least loss first', [5, 3, 4, 9], [1, 0, 0, 2], [1, 2]],
    ['the most worth between those', [5, 3, 4, 9], [0, 0, 0, 0], [0, 3]],
    ['the first between equals', [5, 5, 4, 4], [0, 0, 0, 0], [0, 2]],
    ['nothing that brings nothing', [0, -1, 4, 0], [0, 0, 0, 0], [2]],
  ])('takes %s', (_name, worth, losses, expected) => {
    const { search, chosen, state } = scene({ pairs, places: places(2), worth, losses });
    search.fill();
    expect(chosen()).toEqual(expected);
    expect(state.mark).toBe(0);
  });

  it('takes what a shortage is worth, and only candidates', () => {
    const asks: MarkedRow = { weights: [0, 1, 0, 1], lower: 1, upper: Infinity };
    const shortage = '0@0 1@0 2@1 -';
    const { search, chosen } = scene({
      pairs: shortage,
      places: places(2),
      worth: [1, 0, 3, -2],
      rows: [asks],
      candidates: [0, 1],
    });
    search.fill();
    expect(chosen()).toEqual([0]);
    const better = scene({
      pairs: shortage,
      places: places(2),
      worth: [1, 0, 3, -2],
      rows: [asks],
      losses: [1, 0, 0, 0],
    });
    better.search.fill();
    expect(better.chosen()).toEqual([1, 2]);
  });
});

describe('a chain', () => {
  const cases: [string, Scene, number[]][] = [
    ['puts out who is worth less', { pairs: '0@0 1@0', places: places(1), worth: [3, 5], plan: [0] }, [1]],
    ['leaves who is worth as much', { pairs: '0@0 1@0', places: places(1), worth: [5, 5], plan: [0] }, [0]],
    [
      'finds another home for who is put out',
      { pairs: '0@0 0@1 1@0', places: places(2), worth: [5, 4, 4], plan: [0] },
      [1, 2],
    ],
    [
      'fills the home that somebody leaves',
      { pairs: '0@0 0@1 1@0', places: places(2), worth: [5, 3, 4], plan: [0], candidates: [1, 2] },
      [1, 2],
    ],
    [
      'fills it with the best that gains',
      { pairs: '0@0 0@1 1@0 2@0', places: places(2), worth: [5, 3, 4, 6], plan: [0], candidates: [1, 2, 3] },
      [1, 3],
    ],
    [
      'fills all places that come free',
      {
        pairs: '0@0 0@1 1@1 2@1 3@1',
        ...{ places: [1, 3], worth: [4, 11, 3, 3, 3], plan: [1], rows: [limit(3, 0, 3, 1, 1, 1)] },
      },
      [0, 2, 3, 4],
    ],
    [
      'puts out several for one who is worth more',
      {
        pairs: '0@0 1@1 2@2 3@3',
        places: places(4),
        worth: [2, 2, 2, 9],
        plan: [0, 1, 2],
        rows: [limit(3, 1, 1, 1, 3)],
      },
      [3],
    ],
    [
      'does not put out four for one',
      {
        pairs: '0@0 1@1 2@2 3@3 4@4',
        ...{ places: places(5), worth: [2, 2, 2, 2, 99], plan: [0, 1, 2, 3], rows: [limit(4, 1, 1, 1, 1, 4)] },
      },
      [0, 1, 2, 3],
    ],
    [
      'puts out as few as will do',
      {
        pairs: '0@0 1@1 2@2 3@3',
        places: places(4),
        worth: [2, 3, 4, 9],
        plan: [0, 1, 2],
        rows: [limit(3, 1, 1, 1, 1)],
      },
      [1, 2, 3],
    ],
    [
      'puts out who loses most where all are worth the same',
      {
        pairs: '0@0 1@1 2@2',
        ...{ places: places(3), worth: [2, 2, 9], plan: [0, 1], rows: [limit(2, 1, 1, 1)], losses: [0, 4, 0] },
      },
      [0, 2],
    ],
    [
      'counts a part of the loss only',
      {
        pairs: '0@0 1@1 2@2',
        ...{ places: places(3), worth: [2, 3, 9], plan: [0, 1], rows: [limit(2, 1, 1, 1)], losses: [0, 4, 0] },
      },
      [1, 2],
    ],
    [
      'puts out the first where all is the same',
      { pairs: '0@0 1@1 2@2', places: places(3), worth: [2, 2, 9], plan: [1, 0], rows: [limit(2, 1, 1, 1)] },
      [1, 2],
    ],
    [
      'counts an endless loss as a large one',
      {
        pairs: '0@0 1@1 2@2',
        ...{
          places: places(3),
          worth: [2, 3, 9],
          plan: [0, 1],
          rows: [limit(2, 1, 1, 1)],
          losses: [Infinity, Infinity, 0],
        },
      },
      [1, 2],
    ],
  ];
  it.each(cases)('%s', (_name, given, expected) => {
    const { search, chosen, state, milp } = scene(given);
    const before = state.worth.slice();
    const better = search.sweep(1, seconds);
    expect(chosen()).toEqual(expected);
    expect(better > 0).toBe(isWorthMore(state.worth, before));
    expect(state.mark).toBeLessThanOrEqual(given.plan!.length);
    expect(isPossible(milp, state.columnValues())).toBe(true);
  });

  it('goes on from one who is put out to the next, as deep as is asked', () => {
    // Everybody moves one home on, so that the last comer has the first.
    const row: Scene = {
      pairs: '0@0 0@1 1@1 1@2 2@2 2@3 3@0',
      ...{ places: places(4), worth: [5, 5, 5, 5, 5, 3, 5], plan: [0, 2, 4] },
    };
    const shallow = scene(row);
    expect(shallow.search.sweep(1, seconds)).toBe(0);
    expect(shallow.chosen()).toEqual([0, 2, 4]);
    const deep = scene(row);
    expect(deep.search.sweep(2, seconds)).toBe(1);
    expect(deep.chosen()).toEqual([1, 3, 5, 6]);
    expect(deep.state.mark).toBe(0);
  });

  it('stops when time is up, and counts what became better', () => {
    const twice: Scene = {
      pairs: '0@0 1@0 2@1 3@1',
      ...{ places: places(2), worth: [3, 5, 3, 5], plan: [0, 2], losses: [1, 0, 1, 0] },
    };
    expect(scene(twice).search.sweep(1, seconds)).toBe(2);
    expect(scene(twice).search.sweep(1, () => 0)).toBe(1);
    expect(scene(twice).search.sweep(0, seconds)).toBe(0);
  });

  it('never makes a plan worse or impossible, and is over where nothing gets better', () => {
    let [better, deeper] = [0, 0];
    fc.assert(
      fc.property(
        randomLarge,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
        (large, lost) => {
          const { levels, milp, owners, structure } = large;
          const state = new PlanState(structure, levels);
          const candidates = [...owners.unitOf.keys()].filter((column) => owners.unitOf[column]! >= 0);
          const objective = levels[2]!.map(
            (points, column) => 1_000 * levels[0]![column]! + 50 * levels[1]![column]! + points,
          );
          const search = new EjectionSearch(state, {
            objective,
            losses: Float64Array.from(objective, (_, at) => lost[at]!),
            candidates,
          });
          search.fill();
          expect(isPossible(milp, state.columnValues())).toBe(true);
          for (const depth of [1, 3]) {
            for (let before = state.worth.slice(); ; before = state.worth.slice()) {
              const count = search.sweep(depth, seconds);
              expect(isPossible(milp, state.columnValues())).toBe(true);
              expect(count > 0).toBe(isWorthMore(state.worth, before));
              expect(isWorthMore(before, state.worth)).toBe(false);
              if (count === 0) break;
              better++;
              if (depth > 1) deeper++;
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(better).toBeGreaterThan(5);
    expect(deeper).toBeGreaterThanOrEqual(0);
  });
});
