import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import type { Engine, EngineAnswer, EngineLimits } from '../../../../src/core/optimizer/engine';
import { searchBlocks } from '../../../../src/core/optimizer/lagrangian/block-search';
import { blockStructure } from '../../../../src/core/optimizer/lagrangian/block-structure';
import { PlanState } from '../../../../src/core/optimizer/lagrangian/plan-state';
import type { Milp } from '../../../../src/core/optimizer/milp';
import { isPossible, weigh } from '../../../../src/core/optimizer/programme';
import { shown } from '../../../support/random-milp';
import { always, engineWith, TINY_ENGINE } from '../../../support/tiny-engine';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, type TinyLarge } from '../../../support/tiny-large';

const secondsLeft = () => 9;
const pairsOf = ({ owners }: TinyLarge) => [...owners.unitOf.keys()].filter((column) => owners.unitOf[column]! >= 0);
function search(
  large: TinyLarge,
  state: PlanState,
  objective: Float64Array,
  options: { engine?: Engine; candidates?: number[] } = {},
) {
  const { engine = TINY_ENGINE, candidates = pairsOf(large) } = options;
  return searchBlocks(state, 0, {
    engine,
    objective,
    candidates,
    losses: new Float64Array(objective.length),
    secondsLeft,
  });
}
const shortOne = tinyLarge(
  '0@0 1@0 - 2@1',
  [1, 1],
  [
    { weights: [1, 0, 1, 1], lower: 2, upper: Infinity },
    { weights: [2, 1, 0, 1], lower: -Infinity, upper: 3 },
  ],
);
const SHORT = objectiveOf(3, 5, -4, 2);

describe('a search in blocks', () => {
  it('finds the best plan where all blocks are one group, from any plan', async () => {
    let better = 0;
    await fc.assert(
      fc.asyncProperty(randomLarge, fc.array(fc.integer({ min: 1, max: 6 })), async (large, tries) => {
        const points = large.levels[2]!;
        const state = new PlanState(large.structure, [points]);
        for (const column of tries) if (column < large.milp.columns && state.fits(column)) state.add(column);
        const before = state.worth[0]!;
        const { engine, searched } = engineWith();
        const count = await search(large, state, points, { engine });
        const best = mostWorth(large.milp, points);
        expect(state.worth[0]).toBe(best);
        expect(isPossible(large.milp, state.columnValues())).toBe(true);
        expect(count).toBe(best > before ? 1 : 0);
        expect(searched).toHaveLength(1);
        // The start is the plan at hand, but for shortages in rows that no candidate is in.
        const { milp, start } = searched[0]!;
        expect(isPossible(milp, Float64Array.from(start!))).toBe(true);
        expect(before - weigh(milp.objective, Float64Array.from(start!))).toBeLessThanOrEqual(0);

        if (count > 0) better++;
      }),
      { numRuns: 40 },
    );
    expect(better).toBeGreaterThan(10);
  });

  it('asks for the candidates and who lives there, with the shortages of their rows', async () => {
    const state = new PlanState(shortOne.structure, [SHORT]);
    state.add(0);
    const { engine, searched } = engineWith();
    expect(await search(shortOne, state, SHORT, { engine, candidates: [3] })).toBe(1);
    expect(shown(searched[0]!.milp)).toEqual({
      objective: '3 -4 2',
      columns: '0..1 0..2 0..1',
      rows: [
        '-Infinity..1: 1 0 0',
        '-Infinity..1: 0 0 1',
        '-Infinity..1: 1 0 0',
        '-Infinity..1: 0 0 1',
        '2..Infinity: 1 1 1',
        '-Infinity..3: 2 0 1',
      ],
    });
    expect(searched[0]!.start).toEqual([1, 1, 0]);
    expect([...state.columnOf]).toEqual([0, -1, 3]);
    expect(state.mark).toBe(0);
  });

  it('says how long, how near and how far to search', async () => {
    const asked: EngineLimits[] = [];
    const engine: Engine = {
      ...TINY_ENGINE,
      solveWhole: (milp, limits) => {
        asked.push(limits);
        return TINY_ENGINE.solveWhole(milp, limits);
      },
    };
    await search(shortOne, new PlanState(shortOne.structure, [SHORT]), SHORT, { engine });
    expect(asked).toMatchObject([{ timeLimitSeconds: 9, relativeGap: 5e-5, mostNodes: 400 }]);
  });

  it('searches nothing without candidates or time', async () => {
    const state = new PlanState(shortOne.structure, [SHORT]);
    const { engine, searched } = engineWith();
    expect(await search(shortOne, state, SHORT, { engine, candidates: [] })).toBe(0);
    const options = {
      engine,
      objective: SHORT,
      candidates: [0, 1, 3],
      losses: new Float64Array(4),
      secondsLeft: () => 0,
    };
    expect(await searchBlocks(state, 0, options)).toBe(0);
    expect(searched).toEqual([]);
  });

  const answers: [string, EngineAnswer, number[], number][] = [
    ['nothing', { status: 'time-limit' }, [-1, 1, -1], 0],
    ['less than there was', { status: 'optimal', columnValues: Float64Array.of(0, 0, 2, 0) }, [-1, 1, -1], 0],
    ['the same', { status: 'optimal', columnValues: Float64Array.of(0, 1, 2, 0) }, [-1, 1, -1], 0],
    ['more than fits', { status: 'optimal', columnValues: Float64Array.of(1, 1, 0, 1) }, [0, -1, 3], 1],
    [
      'almost whole numbers',
      { status: 'time-limit', columnValues: Float64Array.of(0.5, 0.999, 0, 0.501) },
      [-1, 1, 3],
      1,
    ],
  ];
  it.each(answers)('takes of an answer what fits and is better: %s', async (_name, answer, expected, count) => {
    const state = new PlanState(shortOne.structure, [SHORT]);
    state.add(1);
    const before = state.mark;
    const { engine } = engineWith({ solveWhole: always(answer) });
    expect(await search(shortOne, state, SHORT, { engine })).toBe(count);
    expect([...state.columnOf]).toEqual(expected);
    expect(state.mark).toBe(count > 0 ? 0 : before);
  });
});

/** Homes with four candidates each, of whom every other also wants the home after it. */
function wide(homes: number) {
  const owned: [household: number, unit: number][] = [];
  for (let unit = 0; unit < homes; unit++) {
    for (let place = 0; place < 4; place++) owned.push([(unit * 3 + place) % (homes * 3), unit]);
  }
  const columns = owned.length;
  const milp: Milp = {
    ...{ columns, rows: homes * 4 },
    objective: new Float64Array(columns),
    columnLower: new Float64Array(columns),
    columnUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(homes * 4).fill(-Infinity),
    rowUpper: new Float64Array(homes * 4).fill(1),
    starts: Int32Array.from({ length: columns + 1 }, (_, column) => 2 * column),
    rowIndices: Int32Array.from(owned.flatMap(([household, unit]) => [household, homes * 3 + unit])),
    values: new Float64Array(2 * columns).fill(1),
  };
  const owners = {
    ...{ households: homes * 3, units: homes },
    householdOf: Int32Array.from(owned, ([household]) => household),
    unitOf: Int32Array.from(owned, ([, unit]) => unit),
  };
  return blockStructure(milp, owners, () => false);
}

describe('a search in many groups', () => {
  /** Gives every home to its first candidate in the part who is still free. */
  const greedy = (milp: Milp): EngineAnswer => {
    const held = new Float64Array(milp.rows);
    const columnValues = milp.objective.map((_, column) => {
      const rows = milp.rowIndices.subarray(milp.starts[column], milp.starts[column + 1]);
      if (rows.some((row) => held[row]! + 1 > milp.rowUpper[row]!)) return 0;
      for (const row of rows) held[row]!++;
      return 1;
    });
    return { status: 'time-limit', columnValues };
  };
  function counting() {
    const sizes: number[] = [];
    const starts: string[] = [];
    const waves: number[] = [];
    const housed: number[] = [];
    let open = 0;
    const engine: Engine = {
      ...TINY_ENGINE,
      solveWhole: async (milp, { start }) => {
        sizes.push(milp.columns);
        if (isPossible(milp, start!)) housed.push(start!.reduce((sum, each) => sum + each, 0));
        starts.push(milp.objective.subarray(0, 40).join(' '));
        open++;
        await Promise.resolve();
        if (open > 0) waves.push(open);
        open = 0;
        return greedy(milp);
      },
    };
    return { engine, sizes, starts, waves, housed };
  }
  const optionsFor = (columns: number, engine: Engine) => ({
    engine,
    objective: Float64Array.from({ length: columns }, (_, column) => column),
    candidates: Array.from({ length: columns }, (_, column) => column),
    losses: Float64Array.from({ length: columns }, (_, column) => column % 4),
    secondsLeft,
  });

  it('divides the homes among groups of some thousand candidates, each household in one', async () => {
    const structure = wide(3_000);
    const { columns } = structure.milp;
    const objective = new Float64Array(columns).fill(1);
    const state = new PlanState(structure, [objective]);
    const { engine, sizes, starts, waves } = counting();
    expect(await searchBlocks(state, 0, optionsFor(columns, engine))).toBe(2);
    expect(waves).toEqual([2]);
    // Some want homes of both groups; they are searched where they lose least.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(columns * 0.9);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(columns);
    for (const size of sizes) expect(Math.abs(size - 6_000)).toBeLessThan(300);
    expect(state.worth[0]).toBeGreaterThan(2_900);
    // In another turn the groups are others. Each starts from its part of the plan; what the others hold is not there for it.
    const next = counting();
    const known = new PlanState(structure, [objective]);
    for (let column = 0; column < columns; column += 7) if (known.fits(column)) known.add(column);
    const before = known.worth[0]!;
    await searchBlocks(known, 1, optionsFor(columns, next.engine));
    expect(next.starts).not.toEqual(starts);
    expect(next.housed.reduce((sum, each) => sum + each, 0)).toBe(before);
    expect(next.housed).toHaveLength(2);
    expect(known.worth[0]).toBeGreaterThan(before);
  });
});
