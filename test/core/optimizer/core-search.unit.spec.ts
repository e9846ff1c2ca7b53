import { describe, expect, it } from '@jest/globals';
import { searchCore } from '../../../src/core/optimizer/core-search';
import type { Engine, EngineTeam } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { freePart, weigh } from '../../../src/core/optimizer/programme';
import { Relaxer } from '../../../src/core/optimizer/relaxer';
import { milpOf, shown } from '../../support/random-milp';
import { always, engineWith, openTiny, packing, relax, teamOf, TINY_ENGINE } from '../../support/tiny-engine';

/** The relaxation takes the first two and half of the third; the third and the fourth cost nothing. */
const KNAPSACK = packing([0, 0, 0, 0, 0, 0], [2, 2, 2, 2, 2, 2, 5]);
const LEVELS = [Float64Array.of(60, 50, 4, 4, 3, 1)];
const NOBODY = new Float64Array(6);
const searchAs = (
  engines: EngineTeam,
  milp: Milp,
  levels: Float64Array[],
  plan: Float64Array = new Float64Array(milp.columns),
  secondsLeft = () => 9,
) =>
  searchCore(milp, freePart(milp), levels, plan, {
    engines,
    relaxer: new Relaxer(engines),
    secondsLeft,
    isEnough: () => false,
    isThorough: true,
  });
const search = (milp: Milp, levels: Float64Array[], engine: Engine, plan?: Float64Array, secondsLeft?: () => number) =>
  searchAs(teamOf(engine), milp, levels, plan, secondsLeft);

describe('a search among the columns that look best', () => {
  it('keeps two columns a row, and puts what it finds among all of them', async () => {
    const { engine, searched } = engineWith();
    const answer = await search(KNAPSACK, LEVELS, engine);
    expect(answer!.status).toBe('optimal');
    expect([...answer!.columnValues!]).toEqual([1, 1, 0, 0, 0, 0]);
    expect(searched).toHaveLength(1);
    expect(searched[0]!.milp.columns).toBe(4);
    expect(searched[0]!.start).toEqual([0, 0, 0, 0]);
    expect(searched[0]!.seconds).toBe(9);
  });

  it('keeps more where there are more rows, and none for a level that does not count it', async () => {
    const { engine, searched } = engineWith();
    const milp = packing([...NOBODY, 0], [2, 2, 2, 2, 2, 2, 2, 5], [1, 1, 1, 1, 1, 1, 1, 9]);
    await search(milp, [Float64Array.of(60, 50, 4, 4, 3, 1, 1), new Float64Array(7)], engine);
    // Four that cost least, and the two that the relaxation takes.
    expect(searched[0]!.milp.columns).toBe(6);
  });

  it('keeps what the plan has', async () => {
    const { engine, searched } = engineWith();
    await search(KNAPSACK, LEVELS, engine, Float64Array.of(0, 0, 0, 0, 0, 1));
    expect(searched[0]!.milp.columns).toBe(5);
    expect(searched[0]!.start).toEqual([0, 0, 0, 0, 1]);
  });

  it('keeps what is no pair: wide columns, and those that a level counts against', async () => {
    const wide = milpOf([...NOBODY], [{ weights: [2, 2, 2, 2, 2, 2], lower: -Infinity, upper: 5 }], [1, 1, 1, 1, 1, 2]);
    const first = engineWith();
    await search(wide, LEVELS, first.engine);
    expect(first.searched[0]!.milp.columns).toBe(5);
    const second = engineWith();
    await search(KNAPSACK, [...LEVELS, Float64Array.of(0, 0, 0, 0, -1, -1)], second.engine);
    expect(second.searched[0]!.milp.columns).toBe(6);
  });

  it('starts from the lower sides of what it leaves out', async () => {
    const milp = milpOf([...NOBODY], [{ weights: [2, 2, 2, 2, 2, 2], lower: -Infinity, upper: 3 }]);
    milp.columnLower.set([0, 0, 0, 0, 0, -1]);
    const answer = await search(milp, LEVELS, TINY_ENGINE);
    expect(answer!.columnValues![5]).toBe(-1);
  });

  it('weighs each level below the last', async () => {
    const { engine, relaxed } = engineWith();
    await search(
      packing([0, 0], [2, 2, 3]),
      [Float64Array.of(1, 1), Float64Array.of(0, -4), Float64Array.of(0, 0)],
      engine,
    );
    const [first, second] = [...relaxed[0]!.objective];
    expect(first).toBeCloseTo(1e8, 3);
    expect(second).toBeCloseTo(1e8 - (4 * 1e8) / 40, 3);
    const next = engineWith();
    await search(packing([0, 0], [2, 2, 3]), [Float64Array.of(0, 5), Float64Array.of(7, 0)], next.engine);
    expect(next.relaxed[0]!.objective[1]).toBeCloseTo(1e8, 3);
    expect(next.relaxed[0]!.objective[0]).toBeCloseTo(7 * (1e8 / 5 / 70), 3);
  });

  it('takes the answer of the relaxation where it is whole', async () => {
    const { engine, searched } = engineWith();
    const answer = await search(packing([0, 0, 0], [1, 1, 1, 2]), [Float64Array.of(3, 2, 1)], engine);
    expect([...answer!.columnValues!]).toEqual([1, 1, 0]);
    expect(searched).toEqual([]);
    const almost = (away: number) =>
      engineWith({
        solveRelaxation: (milp) =>
          Promise.resolve({ ...relax(milp), columnValues: Float64Array.of(1, away, 0, 0, 0, 0) }),
      });
    const near = almost(1e-6);
    await search(KNAPSACK, LEVELS, near.engine);
    expect(near.searched).toHaveLength(0);
    const far = almost(2e-6);
    await search(KNAPSACK, LEVELS, far.engine);
    expect(far.searched).toHaveLength(1);
  });

  it.each<[string, Engine]>([
    [
      'the relaxation has no reduced costs',
      engineWith({ solveRelaxation: (milp) => Promise.resolve({ ...relax(milp), reducedCosts: undefined }) }).engine,
    ],
    [
      'the relaxation has no values',
      engineWith({ solveRelaxation: (milp) => Promise.resolve({ ...relax(milp), columnValues: undefined }) }).engine,
    ],
    ['the guide finds nothing', engineWith({ solveWhole: always({ status: 'time-limit' }) }).engine],
  ])('gives nothing where %s', async (_name, engine) => {
    expect(await search(KNAPSACK, LEVELS, engine)).toBeNull();
  });

  it('gives nothing without a relaxation or without time', async () => {
    const { engine, relaxed, searched } = engineWith();
    const team = { ...teamOf(engine), relaxation: null };
    expect(await searchAs(team, KNAPSACK, LEVELS)).toBeNull();
    expect(relaxed).toEqual([]);
    expect(await search(KNAPSACK, LEVELS, engine, NOBODY, () => 0)).toBeNull();
    expect(searched).toEqual([]);
  });

  it('says what the guide says of its time', async () => {
    const columnValues = Float64Array.of(1, 0, 0, 0);
    const { engine } = engineWith({ solveWhole: always({ status: 'time-limit', columnValues }) });
    const answer = await search(KNAPSACK, LEVELS, engine);
    expect(answer!.status).toBe('time-limit');
    expect(shown(KNAPSACK).columns).toBe('0..1 0..1 0..1 0..1 0..1 0..1');
  });

  it('asks for no search in whole numbers where it need not be thorough', async () => {
    const { engine, searched } = engineWith();
    const engines = teamOf(engine);
    const ports = { engines, relaxer: new Relaxer(engines), secondsLeft: () => 9, isEnough: () => false };
    const answer = await searchCore(KNAPSACK, freePart(KNAPSACK), LEVELS, NOBODY, { ...ports, isThorough: false });
    expect(answer).toBeNull();
    expect(searched).toEqual([]);
  });

  it.each<[string, number, number[] | null]>([
    ['the first plan where that is enough', 50, [0, 1, 1, 0, 0, 0]],
    ['a better one where it is not', 110, [1, 1, 0, 0, 0, 0]],
    ['nothing where none is enough', 111, null],
  ])('goes down quickly to %s', async (_name, least, expected) => {
    const { engine, searched } = engineWith();
    const engines = { ...teamOf(engine), openRelaxation: openTiny };
    const asked: number[] = [];
    const isEnough = (values: Float64Array) => {
      asked.push(values.length);
      return weigh(LEVELS[0]!, values) >= least;
    };
    const ports = { engines, relaxer: new Relaxer(engines), secondsLeft: () => 9, isEnough };
    const answer = await searchCore(KNAPSACK, freePart(KNAPSACK), LEVELS, NOBODY, { ...ports, isThorough: false });
    expect(answer).toEqual(expected && { status: 'optimal', columnValues: Float64Array.from(expected) });
    expect(new Set(asked)).toEqual(new Set([6]));
    expect(searched).toEqual([]);
  });

  it('looks at free columns only', async () => {
    const milp = packing([0, 0, 0, 0, 0, 0, 0], [1, 2, 2, 2, 2, 2, 2, 6]);
    milp.columnLower[0] = 1;
    const plan = Float64Array.of(1, 0, 0, 0, 0, 0, 1);
    const { engine, searched } = engineWith();
    const answer = await search(milp, [Float64Array.of(9, 60, 50, 4, 4, 3, 1)], engine, plan);
    expect([...answer!.columnValues!]).toEqual([1, 1, 0, 0, 0, 0]);
    expect(searched[0]!.start).toEqual([0, 0, 0, 0, 1]);
  });
});
