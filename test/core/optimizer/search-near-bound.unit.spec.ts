import { describe, expect, it } from '@jest/globals';
import type { EngineAnswer } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { freePart, weigh } from '../../../src/core/optimizer/programme';
import { isBrokenAlready, searchNearBound, type BoundedLevel } from '../../../src/core/optimizer/search-near-bound';
import { receiptFrom, wholeBound } from '../../../src/core/proof/receipt';
import { milpOf } from '../../support/random-milp';
import { always, engineWith, packing, relax, TINY_ENGINE } from '../../support/tiny-engine';

function boundedBy(programme: Milp, withReceipt = true): BoundedLevel {
  const part = freePart(programme);
  const receipt = withReceipt ? receiptFrom(part.milp, relax(part.milp).rowDuals!) : null;
  const taken = programme.objective.reduce((sum, each) => sum + Math.max(0, each), 0);
  return { programme, part, receipt, bound: receipt === null ? taken : wholeBound(receipt) + part.constant };
}
/** The relaxation promises 9 (rounded down), the best plan has 8. */
const KNAPSACK = packing([5, 4, 3, 1], [4, 3, 3, 1, 7]);
const GAP = packing([4, 4, 3], [2, 2, 2, 3]);
/** One of five, and half of another in the relaxation: 7; at 6 the last one is out. */
const WIDE = packing([5, 4, 3, 3, 1], [2, 2, 2, 2, 2, 3]);
const seconds = () => 9;
const found = async (bounded: BoundedLevel, start: number[] | null = null, engine = TINY_ENGINE) => {
  const answer = await searchNearBound(bounded, start && Float64Array.from(start), engine, seconds);
  return typeof answer === 'string' ? answer : [...answer];
};

describe('a search near the bound', () => {
  it.each<[string, BoundedLevel, number[] | null, number[] | string]>([
    ['the plan at the bound', boundedBy(KNAPSACK), null, [1, 1, 0, 0]],
    ['the best plan under the bound', boundedBy(GAP), null, [0, 1, 0]],
    ['the best plan without a receipt', boundedBy(GAP, false), null, [0, 1, 0]],
    ['a better plan than the one at hand', boundedBy(GAP), [0, 0, 1], [0, 1, 0]],
    ['the plan at hand where none is better', boundedBy(GAP), [1, 0, 0], [1, 0, 0]],
    [
      'no plan where there is none',
      boundedBy(milpOf([1, 1], [{ weights: [2, 2], lower: 3, upper: 3 }])),
      null,
      'infeasible',
    ],
  ])('finds %s', async (_name, bounded, start, expected) => {
    const answer = await found(bounded, start);
    if (typeof expected === 'string' || typeof answer === 'string') expect(answer).toEqual(expected);
    else
      expect(weigh(bounded.programme.objective, Float64Array.from(answer))).toBe(
        weigh(bounded.programme.objective, Float64Array.from(expected)),
      );
  });

  it('does not search where the plan at hand reaches the bound', async () => {
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(KNAPSACK), [1, 1, 0, 0], engine)).toEqual([1, 1, 0, 0]);
    expect(searched).toEqual([]);
  });

  it('searches first among what a plan at the bound can hold, then lower, then all', async () => {
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(WIDE), null, engine)).toEqual([1, 0, 0, 0, 0]);
    expect(searched.map(({ milp }) => milp.columns)).toEqual([4, 5]);
    expect(searched.every(({ start }) => start === null)).toBe(true);
    expect(searched[0]!.seconds).toBe(9);
  });

  it('looks no lower than the plan at hand, and starts from it at the end only', async () => {
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(WIDE), [0, 1, 0, 0, 0], engine)).toEqual([1, 0, 0, 0, 0]);
    expect(searched.map(({ start }) => start)).toEqual([null, [0, 1, 0, 0, 0]]);
    const known = engineWith();
    expect(await found({ ...boundedBy(WIDE), bound: 6 }, [1, 0, 0, 0, 0], known.engine)).toEqual([1, 0, 0, 0, 0]);
    expect(known.searched.map(({ start }) => start)).toEqual([null, [1, 0, 0, 0]]);
  });

  const stopped: [string, EngineAnswer][] = [
    ['time ran out', { status: 'time-limit', columnValues: Float64Array.of(1, 0, 0, 0) }],
    ['there is no plan in the answer', { status: 'optimal' }],
    ['the answer breaks a row', { status: 'optimal', columnValues: Float64Array.of(1, 1, 1, 1), bound: 13 }],
    [
      'the answer is less than the engine says it could be',
      { status: 'optimal', columnValues: new Float64Array(4), bound: 8 },
    ],
    ['the answer has no bound and is less than is known', { status: 'optimal', columnValues: new Float64Array(4) }],
  ];
  it.each(stopped)('stops where %s', async (_name, answer) => {
    expect(await found(boundedBy(KNAPSACK, false), null, engineWith({ solveWhole: always(answer) }).engine)).toBe(
      'stopped',
    );
    expect(
      await found(boundedBy(KNAPSACK, false), [0, 0, 0, 1], engineWith({ solveWhole: always(answer) }).engine),
    ).toBe('stopped');
  });

  it('is over where a plan is worth the target', async () => {
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(KNAPSACK), null, engine)).toEqual([1, 1, 0, 0]);
    expect(searched.length).toBeLessThanOrEqual(1);
    // Three columns of the same worth, of which the relaxation takes one and a half.
    const near = engineWith();
    expect(
      await found({ ...boundedBy(packing([3, 3, 3, 1], [2, 2, 2, 2, 3])), bound: 3 }, null, near.engine),
    ).toHaveLength(4);
    expect(near.searched).toHaveLength(1);
  });

  it('looks as far as the cheapest columns reach, wherever those stand', async () => {
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(packing([3, 1, 5, 4, 3], [2, 2, 2, 2, 2, 3])), null, engine)).toEqual([0, 0, 1, 0, 0]);
    expect(searched.map(({ milp }) => milp.columns)).toEqual([4, 5]);
  });

  it('does not take a plan of a search that ran out of time', async () => {
    const columnValues = Float64Array.of(1, 0, 0, 0);
    const { engine } = engineWith({ solveWhole: always({ status: 'time-limit', columnValues, bound: 5 }) });
    expect(await found({ ...boundedBy(KNAPSACK, false), bound: 5 }, null, engine)).toBe('stopped');
  });

  it('counts fixed columns in what the engine says could be', async () => {
    const milp = packing([5, 4, 3, 1], [4, 3, 3, 1, 7]);
    milp.columnLower[0] = 1;
    const { engine } = engineWith({
      solveWhole: always({ status: 'optimal', columnValues: new Float64Array(3), bound: 4 }),
    });
    expect(await found(boundedBy(milp, false), null, engine)).toBe('stopped');
  });

  it('stops at a search near the bound that does', async () => {
    const { engine, searched } = engineWith({ solveWhole: always({ status: 'time-limit' }) });
    expect(await found(boundedBy(WIDE), [0, 1, 0, 0, 0], engine)).toBe('stopped');
    expect(searched).toHaveLength(1);
  });

  it('stops at the first search that does', async () => {
    const { engine, searched } = engineWith({ solveWhole: always({ status: 'time-limit' }) });
    expect(await found(boundedBy(GAP), null, engine)).toBe('stopped');
    expect(searched).toHaveLength(1);
  });

  it('takes an answer that reaches what the engine says, rounded down, or the bound that is known', async () => {
    const columnValues = Float64Array.of(0.9999999, 1, 0, 0);
    const answer = (bound?: number) =>
      engineWith({ solveWhole: always({ status: 'optimal', columnValues, bound }) }).engine;
    expect(await found(boundedBy(KNAPSACK, false), null, answer(9.9))).toEqual([1, 1, 0, 0]);
    expect(await found(boundedBy(KNAPSACK, false), null, answer(8.9995))).toEqual([1, 1, 0, 0]);
    expect(await found(boundedBy(KNAPSACK, false), null, answer(9.9995))).toBe('stopped');
    expect(await found({ ...boundedBy(KNAPSACK, false), bound: 9 }, null, answer(12))).toEqual([1, 1, 0, 0]);
    expect(await found({ ...boundedBy(KNAPSACK, false), bound: 9 }, null, answer())).toEqual([1, 1, 0, 0]);
  });

  it('counts fixed columns in what the engine says', async () => {
    const milp = packing([5, 4, 3, 1], [4, 3, 3, 1, 7]);
    milp.columnLower[0] = 1;
    expect(await found(boundedBy(milp, false))).toEqual([1, 1, 0, 0]);
  });

  it('is the plan at hand where nothing is left beside it', async () => {
    const contradiction = engineWith({ solveWhole: always({ status: 'infeasible' }) });
    expect(await found(boundedBy(GAP), [0, 0, 1], contradiction.engine)).toEqual([0, 0, 1]);
    expect(await found(boundedBy(GAP), null, contradiction.engine)).toBe('infeasible');
  });
});

describe('rows that fixed columns break', () => {
  it.each<[string, number, number, number, boolean]>([
    ['too little', 2, 2, 5, true],
    ['just enough', 1, 1, 5, false],
    ['too much', 1, -Infinity, 0, true],
    ['just not too much', 1, -Infinity, 1, false],
  ])('are seen: %s', async (_name, weight, lower, upper, isBroken) => {
    const milp = milpOf(
      [1, 1],
      [
        { weights: [weight === 2 ? 1 : weight, 0], lower, upper },
        { weights: [0, 1], lower: 5, upper: 9 },
      ],
    );
    milp.columnLower[0] = 1;
    expect(isBrokenAlready(milp, freePart(milp))).toBe(isBroken);
    const { engine, searched } = engineWith();
    expect(await found(boundedBy(milp, false), null, engine)).toBe('infeasible');
    expect(searched).toHaveLength(isBroken ? 0 : 1);
  });
});
