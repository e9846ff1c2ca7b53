import { describe, expect, it } from '@jest/globals';
import type { EngineAnswer } from '../../../src/core/optimizer/engine';
import { decideRest } from '../../../src/core/optimizer/decide-rest';
import { milpOf, shown } from '../../support/random-milp';
import { always, bestWhole, engineWith, teamOf, TINY_ENGINE } from '../../support/tiny-engine';

const plan = Float64Array.of(1, 0, 1, 0, 1);
/** Household 0 in home 0 or 1, household 1 in home 2 or 3; home 4 is fixed. */
const FREE = milpOf(
  [0, 0, 0, 0, 0],
  [
    { weights: [1, 1, 0, 0, 0], lower: 1, upper: 1 },
    { weights: [0, 0, 1, 1, 0], lower: 1, upper: 1 },
  ],
);
FREE.columnLower[4] = 1;
const onlyFirst = { ...FREE, columnUpper: Float64Array.of(1, 0, 1, 1, 1) };

describe('what no other plan can do without', () => {
  it.each([
    ['nothing, where all can be otherwise', [1, 1, 1, 1, 1], []],
    ['the one without another way', [1, 0, 1, 1, 1], [0]],
    ['all, where none has another way', [1, 0, 1, 0, 1], [0, 2]],
  ])('is %s', async (_name, columnUpper, decided) => {
    const milp = { ...FREE, columnUpper: Float64Array.from(columnUpper) };
    expect(await decideRest(milp, plan, teamOf(TINY_ENGINE), () => 9)).toEqual(decided);
  });

  it('asks for as few of the free matches as there can be', async () => {
    const { engine, searched } = engineWith();
    expect(await decideRest(onlyFirst, plan, teamOf(engine), () => 9)).toEqual([0]);
    expect(searched.map(({ milp, start, seconds }) => [shown(milp).objective, start, seconds])).toEqual([
      ['-1 -1 0', [1, 1, 0], 9],
      ['-1 0 0', [1, 1, 0], 9],
    ]);
  });

  /** Two households that must trade at the same time: only one of the two can change in one plan. */
  const chained = milpOf(
    [0, 0, 0, 0],
    [
      { weights: [1, 1, 0, 0], lower: 1, upper: 1 },
      { weights: [0, 0, 1, 1], lower: 1, upper: 1 },
      { weights: [0, 1, 0, 1], lower: 0, upper: 1 },
    ],
  );
  const two = Float64Array.of(1, 0, 1, 0);
  it('asks again about those that were kept', async () => {
    const { engine, searched } = engineWith();
    expect(await decideRest(chained, two, teamOf(engine), () => 9)).toEqual([]);
    expect(searched.map(({ milp }) => shown(milp).objective)).toEqual([
      '-1 0 -1 0',
      expect.stringMatching(/^(-1 0 0 0|0 0 -1 0)$/),
    ]);
  });

  it('gives what the same answer keeps twice, and stops after three questions', async () => {
    const three = milpOf([0, 0, 0, 0, 0, 0], [{ weights: [1, 1, 1, 1, 1, 1], lower: 0, upper: 6 }]);
    const all = new Float64Array(6).fill(1);
    let asked = 0;
    const { engine } = engineWith({
      solveWhole: (milp) => {
        asked++;
        const columnValues = Float64Array.from(milp.objective, (each, at) => Number(each === -1 && at >= asked));
        return Promise.resolve({ status: 'optimal', columnValues, bound: 0 });
      },
    });
    expect(await decideRest(three, all, teamOf(engine), () => 9)).toEqual([]);
    expect(asked).toBe(3);
    const kept = engineWith({ solveWhole: always({ status: 'optimal', columnValues: all, bound: 0 }) });
    expect(await decideRest(three, all, teamOf(kept.engine), () => 9)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(kept.searched).toHaveLength(1);
  });

  it.each<[string, (answer: EngineAnswer) => EngineAnswer]>([
    ['says that time ran out', (answer) => ({ ...answer, status: 'time-limit' })],
    ['gives no plan', ({ status, bound }) => ({ status, bound })],
    ['gives no bound', ({ status, columnValues }) => ({ status, columnValues })],
  ])('is nothing where the engine %s', async (_name, change) => {
    const milp = { ...FREE, columnUpper: Float64Array.of(1, 0, 1, 0, 1) };
    const stuck = engineWith({ solveWhole: (part) => Promise.resolve(change(bestWhole(part))) });
    expect(await decideRest(milp, plan, teamOf(stuck.engine), () => 9)).toEqual([]);
    expect(stuck.searched).toHaveLength(1);
  });

  it('is nothing without time or without matches that are free', async () => {
    const { engine, searched } = engineWith();
    expect(await decideRest(FREE, plan, teamOf(engine), () => 0)).toEqual([]);
    expect(await decideRest(FREE, Float64Array.of(0, 0, 0, 0, 1), teamOf(engine), () => 9)).toEqual([]);
    expect(searched).toEqual([]);
  });

  it('reads values that are almost whole', async () => {
    const columnValues = Float64Array.of(0.999999, 0, 0.000001, 1);
    const { engine, searched } = engineWith({ solveWhole: always({ status: 'optimal', columnValues, bound: -1 }) });
    const answer = await decideRest(chained, two, teamOf(engine), () => 9);
    expect(answer).toEqual([0]);
    expect(searched).toHaveLength(2);
  });
});
