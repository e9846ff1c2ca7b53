import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../support/fast-check';
import { ENGINE_IDS, type Engine } from '../../src/core/optimizer/engine';
import { isPossible, weigh } from '../../src/core/optimizer/programme';
import { receiptFrom, wholeBound } from '../../src/core/proof/receipt';
import { engineById } from '../../src/engines/registry';
import { bestByTrying, milpOf } from '../support/random-milp';

const limits = { timeLimitSeconds: 20 };

const tinyMilp = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 5 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      objective: fc.array(fc.integer({ min: -20, max: 60 }), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.record({
          weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }),
          lower: fc.constant(-Infinity),
          upper: fc.integer({ min: 0, max: 8 }),
        }),
        { minLength: rows, maxLength: rows },
      ),
    }),
  )
  .map(({ objective, rows }) => milpOf(objective, rows));

describe.each(ENGINE_IDS)('engine %s', (id) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineById(id);
  });

  it('agrees with trying every solution', async () => {
    await fc.assert(
      fc.asyncProperty(tinyMilp, async (milp) => {
        const answer = await engine.solveWhole(milp, limits);
        expect(answer.status).toBe('optimal');
        const values = answer.columnValues!.map(Math.round);
        expect(isPossible(milp, values)).toBe(true);
        expect([weigh(milp.objective, values)]).toEqual(bestByTrying(milp, [[...milp.objective]]));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('says when nothing is possible', async () => {
    const milp = milpOf([1, 1], [{ weights: [1, 1], lower: 3, upper: 9 }]);
    expect((await engine.solveWhole(milp, limits)).status).toBe('infeasible');
    expect((await engine.solveRelaxation(milp, limits)).status).toBe('infeasible');
  });

  it('says when a row without columns cannot hold', async () => {
    const milp = milpOf([1], [{ weights: [0], lower: 1, upper: 2 }]);
    expect((await engine.solveWhole(milp, limits)).status).toBe('infeasible');
  });

  it.each([
    ['may stay', -1, 2, 'optimal'],
    ['cannot hold', 1, 2, 'infeasible'],
  ])('answers where no column is left and a row %s', async (_name, lower, upper, status) => {
    const milp = milpOf([], [{ weights: [], lower, upper }]);
    expect((await engine.solveWhole(milp, limits)).status).toBe(status);
    expect((await engine.solveRelaxation(milp, limits)).status).toBe(status);
  });

  it('says when there is no end to it', async () => {
    const milp = milpOf([1, 1], [{ weights: [1, 0], lower: -Infinity, upper: 3 }], [Infinity, Infinity]);
    expect((await engine.solveRelaxation(milp, limits)).status).toBe('unbounded');
  });

  it('keeps lower bounds of columns', async () => {
    const milp = milpOf([-5, 3, 2], [{ weights: [1, 1, 1], lower: -Infinity, upper: 2 }]);
    milp.columnLower[0] = 1;
    const { columnValues } = await engine.solveWhole(milp, limits);
    expect([...columnValues!].map(Math.round)).toEqual([1, 1, 0]);
  });

  it('finds one of the best where all are equal', async () => {
    const all = Array.from({ length: 12 }, () => 1);
    const milp = milpOf(all, [{ weights: all, lower: -Infinity, upper: 5 }]);
    const { status, columnValues } = await engine.solveWhole(milp, limits);
    const values = columnValues!.map(Math.round);
    expect([status, isPossible(milp, values), weigh(milp.objective, values)]).toEqual(['optimal', true, 5]);
  });

  it('gives the same answer to the same question', async () => {
    const milp = milpOf([7, 7, 7, 5, 5], [{ weights: [3, 3, 3, 2, 2], lower: -Infinity, upper: 7 }]);
    expect(await engine.solveWhole(milp, limits)).toEqual(await engine.solveWhole(milp, limits));
  });

  it('stops at its time limit and gives no fractions then', async () => {
    const milp = marketSplit();
    const started = performance.now();
    const answer = await engine.solveWhole(milp, { timeLimitSeconds: 1 });
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(answer.status).toBe('time-limit');
    if (answer.columnValues !== undefined) {
      expect(isPossible(milp, answer.columnValues.map(Math.round))).toBe(true);
    }
  });

  it('gives a relaxation whose duals prove its bound, if it gives duals', async () => {
    const milp = milpOf(
      [9, 7, 5],
      [
        { weights: [2, 3, 4], lower: -Infinity, upper: 5 },
        { weights: [1, 1, 0], lower: -Infinity, upper: 1 },
      ],
    );
    const { rowDuals, bound } = await engine.solveRelaxation(milp, limits);
    expect(rowDuals !== undefined).toBe(engine.givesDuals);
    if (rowDuals === undefined) return;
    expect(wholeBound(receiptFrom(milp, rowDuals)!)).toBe(Math.floor(bound! + 1e-9));
  });
});

/** Market split: small to write down and far too hard to finish within a second. */
function marketSplit() {
  let state = 12345;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % 100;
  const columns = 40;
  const rows = Array.from({ length: 5 }, () => {
    const weights = Array.from({ length: columns }, next);
    const half = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 2);
    return { weights, half };
  });
  const slack = (row: number) => Array.from({ length: rows.length }, (_, at) => (at === row ? 1 : 0));
  return milpOf(
    [...new Array<number>(columns).fill(0), ...rows.map(() => -1)],
    rows.map(({ weights, half }, row) => ({ weights: [...weights, ...slack(row)], lower: half, upper: half })),
    [...new Array<number>(columns).fill(1), ...rows.map(() => 10_000)],
  );
}
