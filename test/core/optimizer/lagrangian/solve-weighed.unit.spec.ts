import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { pricedBound } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import {
  pricesFromNothing,
  solveWeighed,
  type LargeSearch,
} from '../../../../src/core/optimizer/lagrangian/solve-weighed';
import { PlanState } from '../../../../src/core/optimizer/lagrangian/plan-state';
import { isPossible, weigh } from '../../../../src/core/optimizer/programme';
import { always, engineWith, openTiny, openWith, relax, TINY_ENGINE } from '../../../support/tiny-engine';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, type TinyLarge } from '../../../support/tiny-large';

const secondsLeft = () => 9;
const solve = ({ structure }: TinyLarge, objective: Float64Array, search: Partial<LargeSearch> = {}) =>
  solveWeighed(structure, [objective], {
    engine: TINY_ENGINE,
    open: openTiny,
    secondsLeft,
    enoughGap: 0,
    ...search,
  });
/** Who has the first home can have no other; the best two are 9 and 7. */
const large = tinyLarge('0@0 0@1 1@0 2@1 1@1', [1, 1]);
const POINTS = objectiveOf(9, 8, 6, 5, 7);

describe('a plan for levels weighed together', () => {
  it.each<[string, Partial<LargeSearch>, number]>([
    ['with a relaxation', {}, 0],
    ['without a relaxation', { mostRows: 0 }, 1],
    ['where the engine gives up', { open: openWith(() => ({ status: 'stopped' })).open }, 1],
  ])('is the best, under a bound that is true, %s', async (_name, options, worse) => {
    let [gap, all] = [0, 0];
    await fc.assert(
      fc.asyncProperty(randomLarge, async (random) => {
        const points = random.levels[2]!.map((each, column) => 3 * each + random.levels[0]![column]!);
        const { state, bound, relaxation } = await solve(random, points, options);
        const best = mostWorth(random.milp, points);
        expect(bound).toBeGreaterThanOrEqual(best);
        expect(state.worth[0]).toBe(best);
        const values = state.columnValues();
        expect(isPossible(random.milp, values)).toBe(true);
        expect(weigh(points, values)).toBe(best);
        expect(relaxation === null).toBe(options.mostRows === 0);
        gap += bound - best;
        all += relax({ ...random.milp, objective: points }).bound! - best;
      }),
      { numRuns: 6 },
    );
    // Blocks are whole, so the bound is nearer than that of the relaxation, but for what steps leave.
    expect(gap).toBeLessThanOrEqual(all + 0.1 + 3 * worse);
  });

  it('tells how it went, and stops when it is good enough', async () => {
    const steps: string[] = [];
    const values: number[] = [];
    const { bound } = await solve(large, POINTS, {
      enoughGap: 1,
      onStep: (step) => {
        steps.push(step.name);
        values.push(step.value);
      },
    });
    expect(steps).toEqual(['prices', 'filled', 'chains']);
    expect(values[0]).toBe(0);
    expect(values.at(-1)).toBe(16);
    expect(bound).toBeGreaterThanOrEqual(16);
    expect(bound).toBeLessThan(16.1);
  });

  it('stops after two rounds that bring nothing', async () => {
    const steps: string[] = [];
    const { engine, searched } = engineWith();
    await solve(large, POINTS, { engine, enoughGap: -1, onStep: ({ name }) => steps.push(name) });
    expect(steps.slice(3)).toEqual(['groups 1', 'chains 1', 'groups 2']);
    expect(searched).toHaveLength(2);
  });

  it('has a plan and a true bound also where time is up before it began', async () => {
    const { state, bound } = await solve(large, POINTS, { secondsLeft: () => 0 });
    expect(bound).toBeGreaterThanOrEqual(16);
    expect(state.worth[0]).toBe(16);
    const { engine, searched } = engineWith();
    await solve(large, POINTS, { secondsLeft: () => 0, engine });
    expect(searched).toEqual([]);
  });

  it('has no relaxation of more rows than is said', async () => {
    expect((await solve(large, POINTS, { mostRows: large.milp.rows })).relaxation).not.toBeNull();
    expect((await solve(large, POINTS, { mostRows: large.milp.rows - 1 })).relaxation).toBeNull();
  });

  it('gives the chains for another plan', async () => {
    const { state, chainsFor } = await solve(large, POINTS);
    for (const column of [...state.columnOf]) if (column >= 0) state.remove(column);
    state.settle();
    chainsFor(state).fill();
    expect(state.worth[0]).toBeGreaterThan(0);
  });
});

/**
 * A heavy household first by any price, but three light ones are worth more: 12 against 11. No chain puts them in at once.
 */
const stuck = tinyLarge('0@0 1@1 2@2 3@3', [1, 1, 1, 1], [{ weights: [5, 2, 2, 2], lower: -Infinity, upper: 6 }]);
const HEAVY = objectiveOf(11, 4, 4, 4);

describe('rounds of searches', () => {
  const roundsOf = async (search: Partial<LargeSearch>) => {
    const steps: string[] = [];
    const { state } = await solve(stuck, HEAVY, { ...search, onStep: ({ name }) => steps.push(name) });
    return { rounds: steps.filter((name) => name.startsWith('groups')).length, value: state.worth[0], steps };
  };
  it.each([
    ['none where the gap is small enough', 0.5, 0, 11],
    ['until it is', 0.1, 1, 12],
    ['until two bring nothing', 0, 3, 12],
  ])('are made %s', async (_name, enoughGap, rounds, value) => {
    expect(await roundsOf({ enoughGap })).toMatchObject({ rounds, value });
  });

  it('go on where one of two brings something', async () => {
    let asked = 0;
    const late = engineWith({
      solveWhole: (milp, limits) =>
        asked++ === 1 ? TINY_ENGINE.solveWhole(milp, limits) : Promise.resolve({ status: 'time-limit' }),
    });
    expect(await roundsOf({ engine: late.engine })).toMatchObject({ rounds: 4, value: 12 });
    const silent = engineWith({ solveWhole: always({ status: 'time-limit' }) });
    expect(await roundsOf({ engine: silent.engine })).toMatchObject({ rounds: 2, value: 11 });
  });

  it('end when time is up', async () => {
    let left = 9;
    const { engine } = engineWith({
      solveWhole: () => {
        left = 0;
        return Promise.resolve({ status: 'time-limit' });
      },
    });
    expect(await roundsOf({ engine, secondsLeft: () => left })).toMatchObject({
      value: 11,
      steps: ['prices', 'filled', 'chains', 'groups 1', 'chains 1'],
    });
  });
});

describe('columns that take part', () => {
  const candidates = (...worth: number[]) => ({
    ...{
      worth,
      large: tinyLarge(
        worth.map((_, household) => [household, 0] as const),
        [1],
      ),
    },
  });
  it.each([
    ['that lose little', [320, 319, 318, 317, 316, 315, 314, 303, 220, 219], 8],
    ['of which the best six lose more', [320, 250, 249, 248, 247, 246, 245, 244], 6],
    ['of which none of the best six lose more than half', [320, 319, 318, 220, 219, 150, 149], 5],
  ])('in searches are those %s', async (_name, worth, count) => {
    const { engine, searched } = engineWith();
    await solve(candidates(...worth).large, objectiveOf(...worth), { engine, enoughGap: -1 });
    expect(searched[0]!.milp.columns).toBe(count);
  });

  it('in searches are more where a unit has more places', async () => {
    const worth = [320, 319, 250, 249, 248, 247, 246, 245, 244, 243, 242, 241, 240, 239];
    const large = tinyLarge(
      worth.map((_, household) => [household, 0] as const),
      [2],
    );
    const { engine, searched } = engineWith({ solveWhole: always({ status: 'time-limit' }) });
    await solve(large, objectiveOf(...worth), { engine, enoughGap: -1 });
    expect(searched[0]!.milp.columns).toBe(12);
  });

  it.each([
    [6, true],
    [7, true],
    [8, false],
  ])('in chains lose less: column %s is %s', async (column, isIn) => {
    const { large: one, worth } = candidates(320, 319, 318, 317, 316, 315, 314, 312, 305);
    const { chainsFor } = await solve(one, objectiveOf(...worth));
    // A judge who wants this column and no other.
    const wish = new Float64Array(worth.length);
    wish[column] = 1;
    const state = new PlanState(one.structure, [wish]);
    chainsFor(state).sweep(1, secondsLeft);
    expect(state.worth[0]).toBe(isIn ? 1 : 0);
  });
});

describe('prices from nothing', () => {
  it('prove about what prices can', () => {
    let [found, least] = [0, 0];
    fc.assert(
      fc.property(randomLarge, ({ structure, milp, levels }) => {
        const prices = pricesFromNothing(structure, levels[2]!, secondsLeft);
        found += pricedBound(structure, levels[2]!, prices).bound;
        least += relax({ ...milp, objective: levels[2]! }).bound!;
      }),
      { numRuns: 6 },
    );
    expect(found).toBeLessThan(least * 1.01 + 1);
  });
});
