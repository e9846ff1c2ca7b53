import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem } from '../../../../src/cli/generate/generate-problem';
import { candidatePairs } from '../../../../src/core/matching/candidate-pairs';
import { indexProblem } from '../../../../src/core/matching/problem-index';
import { buildMilp } from '../../../../src/core/optimizer/build-milp';
import type { Engine } from '../../../../src/core/optimizer/engine';
import { blockStructure } from '../../../../src/core/optimizer/lagrangian/block-structure';
import { pricedBound } from '../../../../src/core/optimizer/lagrangian/exact-bound';
import { splitGap } from '../../../../src/core/optimizer/lagrangian/gap-report';
import { solveLarge, suitsLarge, type LargeShape } from '../../../../src/core/optimizer/lagrangian/solve-large';
import { LevelBounds } from '../../../../src/core/optimizer/lagrangian/level-bounds';
import { firstColumns, PricedRelaxation } from '../../../../src/core/optimizer/lagrangian/priced-relaxation';
import { searchPrices } from '../../../../src/core/optimizer/lagrangian/smooth-dual';
import { solveLexicographically } from '../../../../src/core/optimizer/lexicographic';
import type { OpenRelaxation } from '../../../../src/core/optimizer/warm-relaxation';
import { createWarmRelaxations } from '../../../../src/engines/highs-warm-relaxation';
import { isPossible, weigh } from '../../../../src/core/optimizer/programme';
import { engineById } from '../../../../src/engines/registry';
import { sha256 } from '../../../../src/engines/solve-problem';
import { HighsThreads } from '../../../../src/engines/thread-pool';

const secondsLeft = () => 60;

function programme(size: 'XS' | 'S', seed: number) {
  const index = indexProblem(generateProblem(size, seed));
  const model = buildMilp(index, candidatePairs(index), sha256);
  const households = new Map(index.problem.households.map(({ id }, at) => [id, at]));
  const units = new Map(index.problem.units.map(({ id }, at) => [id, at]));
  const columns = Array.from({ length: model.milp.columns }, (_, column) => model.pairs.at(column));
  const shape: LargeShape = {
    owners: {
      households: households.size,
      units: units.size,
      householdOf: Int32Array.from(columns, (pair) => (pair ? households.get(pair.household.id)! : -1)),
      unitOf: Int32Array.from(columns, (pair) => (pair ? units.get(pair.unit.id)! : -1)),
    },
    isLocal: (row) => ['unit', 'wijk', 'complex'].includes(model.rowSources[row]!.row.subject.kind),
  };
  const levels = model.levels.map(({ coefficients }) => ({ coefficients, epsilon: 0 }));
  return { milp: model.milp, shape, levels, structure: blockStructure(model.milp, shape.owners, shape.isLocal) };
}

let highs: Engine;
let open: OpenRelaxation;
beforeAll(async () => {
  highs = await engineById('highs');
  open = await createWarmRelaxations();
});

function relaxationOf({ milp, shape }: ReturnType<typeof programme>, objective: Float64Array): PricedRelaxation {
  return new PricedRelaxation(milp, shape.owners, open, firstColumns(milp, shape.owners, objective));
}

describe('a bound by prices', () => {
  it('is never below the best plan, and every loss is true, whatever the prices', async () => {
    for (const seed of [1, 2, 3]) {
      const problem = programme('XS', seed);
      const { milp, levels, structure } = problem;
      for (const { coefficients } of levels.slice(0, 4)) {
        const objective = { ...milp, objective: coefficients };
        const best = (await highs.solveWhole(objective, { timeLimitSeconds: 60 })).bound!;
        const relaxed = relaxationOf(problem, coefficients).solve(coefficients, [], secondsLeft)!;
        const good = pricedBound(structure, coefficients, relaxed.prices);
        const refined = pricedBound(
          structure,
          coefficients,
          searchPrices(structure, coefficients, {
            temperatures: [{ temperature: 0.1, steps: 40 }],
            start: relaxed.prices,
            secondsLeft,
          }),
        );
        const wild = pricedBound(
          structure,
          coefficients,
          Float64Array.from({ length: milp.rows }, (_, row) => ((row * 7919) % 13) - 4),
        );
        for (const { bound, losses } of [good, refined, wild]) {
          expect(bound).toBeGreaterThanOrEqual(Math.round(best));
          for (let column = 0; column < milp.columns; column += 31) {
            if (structure.owners.unitOf[column]! < 0) continue;
            const columnLower = milp.columnLower.slice();
            columnLower[column] = 1;
            const forced = await highs.solveWhole({ ...objective, columnLower }, { timeLimitSeconds: 60 });
            if (forced.status === 'optimal') {
              expect(bound - losses[column]!).toBeGreaterThanOrEqual(Math.round(forced.bound!) - 1e-6);
            }
          }
        }
      }
    }
  }, 120_000);
});

describe('bounds of levels', () => {
  it('are never below the best plan that keeps the levels above, and close to it', async () => {
    let exact = 0;
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = programme('XS', seed);
      const { milp, levels, structure } = problem;
      const engines = { whole: highs, relaxation: highs, guide: highs };
      const best = await solveLexicographically(milp, levels.slice(0, 4), { engines, secondsLeft });
      const bounds = new LevelBounds(structure, relaxationOf(problem, levels[3]!.coefficients), { open, secondsLeft });
      best.levels.forEach(({ value }, level) => {
        // A plan may have less than the best on any level; its bound must hold all the same.
        const bound = bounds.next(levels[level]!.coefficients, value - (seed % 2));
        expect(bound).toBeGreaterThanOrEqual(value);
        if (bound === value) exact++;
      });
    }
    expect(exact).toBeGreaterThanOrEqual(18);
  }, 120_000);
});

describe('the large method', () => {
  const pools = [1, 3].map((threads) => new HighsThreads('test', threads));
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it('makes the same possible plan on any number of threads, with bounds that the best plan keeps', async () => {
    const { milp, shape, levels } = programme('S', 2);
    expect(suitsLarge(milp, shape, levels)).toBe(true);
    const [one, three] = await Promise.all(
      pools.map((pool) => solveLarge(milp, levels, shape, { engine: pool.engine, open, secondsLeft, enoughGap: 0 })),
    );
    expect(three).toEqual(one);
    expect(isPossible(milp, one!.columnValues)).toBe(true);
    // The best plan of this problem, from one search a level.
    const best = [12, 42, -16, 7574];
    const [first] = one!.levels;
    expect(first).toMatchObject({ value: best[0], bound: best[0] });
    one!.levels.slice(0, 4).forEach(({ value, bound }, level) => {
      expect(value).toBe(weigh(levels[level]!.coefficients, one!.columnValues));
      expect(bound).toBeGreaterThanOrEqual(value);
      expect(value).toBeGreaterThanOrEqual(best[level]! - 0.01 * Math.abs(best[level]!));
    });
  }, 120_000);

  it('has true bounds without a relaxation as well', async () => {
    const { milp, shape, levels } = programme('XS', 2);
    const engines = { whole: highs, relaxation: highs, guide: highs };
    const best = await solveLexicographically(milp, levels.slice(0, 4), { engines, secondsLeft });
    const search = { engine: pools[0]!.engine, open, secondsLeft, enoughGap: 0, mostRows: 0 };
    const found = await solveLarge(milp, levels, shape, search);
    expect(isPossible(milp, found.columnValues)).toBe(true);
    for (const [level, { value, bound }] of found.levels.slice(0, 4).entries()) {
      expect(value).toBe(weigh(levels[level]!.coefficients, found.columnValues));
      expect(bound).toBeGreaterThanOrEqual(best.levels[level]!.value);
      // A later bound speaks of plans that keep what this one has above.
      if (value !== best.levels[level]!.value) break;
    }
  }, 120_000);

  it('splits the gap over rows and blocks without a rest', () => {
    const problem = programme('XS', 4);
    const { milp, levels, structure } = problem;
    const points = levels[3]!.coefficients;
    const { prices } = relaxationOf(problem, points).solve(points, [], secondsLeft)!;
    const bound = pricedBound(structure, points, prices);
    const { ofRow, ofBlocks, gap } = splitGap(structure, points, bound, new Float64Array(milp.columns));
    expect(ofBlocks + ofRow.reduce((sum, each) => sum + each, 0)).toBeCloseTo(gap, 6);
  });

  it('leaves programmes with a hard lower side, room between levels or a pin to the exact method', () => {
    const { milp, shape, levels } = programme('XS', 1);
    const pinned = milp.columnLower.slice();
    pinned[0] = 1;
    const lower = milp.rowLower.slice();
    lower[lower.findIndex((side) => side === -Infinity)] = 1;
    expect(suitsLarge({ ...milp, columnLower: pinned }, shape, levels)).toBe(false);
    expect(suitsLarge({ ...milp, rowLower: lower }, shape, levels)).toBe(false);
    expect(suitsLarge(milp, shape, [{ ...levels[0]!, epsilon: 1 }])).toBe(false);
  });
});
