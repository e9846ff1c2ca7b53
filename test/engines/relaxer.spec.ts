import { beforeAll, describe, expect, it } from '@jest/globals';
import { dive } from '../../src/core/optimizer/dive';
import type { Engine } from '../../src/core/optimizer/engine';
import { freePart, isPossible, weigh } from '../../src/core/optimizer/programme';
import { Relaxer } from '../../src/core/optimizer/relaxer';
import type { OpenRelaxation } from '../../src/core/optimizer/warm-relaxation';
import { createWarmRelaxations } from '../../src/engines/highs-warm-relaxation';
import { engineById } from '../../src/engines/registry';
import fc from '../support/fast-check';
import { milpOf } from '../support/random-milp';

/** Up to nine columns of 0 or 1 under up to four rows with an upper side. */
const packingMilp = fc
  .tuple(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: 2, maxLength: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([objective, rows]) =>
    fc
      .array(
        fc.record({
          weights: fc.array(fc.integer({ min: 0, max: 4 }), {
            minLength: objective.length,
            maxLength: objective.length,
          }),
          upper: fc.integer({ min: 0, max: 9 }),
        }),
        { minLength: rows, maxLength: rows },
      )
      .map((each) =>
        milpOf(
          objective,
          each.map(({ weights, upper }) => ({ weights, lower: -Infinity, upper })),
        ),
      ),
  );

let highs: Engine;
let open: OpenRelaxation;
beforeAll(async () => {
  highs = await engineById('highs');
  open = await createWarmRelaxations();
});

describe('relaxations from level to level', () => {
  it('have the same value as from nothing, whatever was asked before, and also where the engine gives up', async () => {
    await fc.assert(
      fc.asyncProperty(
        packingMilp,
        fc.array(fc.array(fc.integer({ min: -3, max: 9 })), { maxLength: 4 }),
        async (milp, levels) => {
          const kept = new Relaxer({ relaxation: highs, openRelaxation: open });
          const givesUp: OpenRelaxation = () => ({ solve: () => ({ status: 'stopped' }), close: () => undefined });
          const fallsBack = new Relaxer({ relaxation: highs, openRelaxation: givesUp });
          for (const level of levels) {
            const objective = Float64Array.from({ length: milp.columns }, (_, column) => level[column] ?? 0);
            const programme = { ...milp, objective };
            const part = freePart(programme);
            const { bound } = await highs.solveRelaxation(part.milp, { timeLimitSeconds: 9 });
            for (const relaxer of [kept, fallsBack]) {
              const { columnValues } = (await relaxer.solve(programme, part, () => 9))!;
              expect(weigh(part.milp.objective, columnValues!)).toBeCloseTo(bound!, 5);
            }
          }
          kept.close();
          fallsBack.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a relaxation that stays open', () => {
  it('answers the same after its memory was given back', async () => {
    const own = await createWarmRelaxations();
    const columns = 500;
    const large = milpOf(new Array<number>(columns).fill(1), [
      { weights: new Array<number>(columns).fill(1), lower: -Infinity, upper: 7 },
    ]);
    const ask = () => {
      const warm = own(large);
      const answer = warm.solve(large, { timeLimitSeconds: 60 });
      warm.close();
      return answer.status === 'optimal' ? weigh(large.objective, answer.columnValues) : answer.status;
    };
    expect(ask()).toBeCloseTo(7);
    await own.giveBack!();
    expect(ask()).toBeCloseTo(7);
  });

  it.each([
    ['no row', [], 'optimal'],
    ['a row that may stay', [{ weights: [], lower: -1, upper: 2 }], 'optimal'],
    ['a row that cannot hold', [{ weights: [], lower: 1, upper: 2 }], 'infeasible'],
  ])('answers where no column is left and %s', (_name, rows, status) => {
    const milp = milpOf([], rows);
    const warm = open(milp);
    expect(warm.solve(milp, { timeLimitSeconds: 9 }).status).toBe(status);
    warm.close();
  });
});

describe('going down from a relaxation', () => {
  it('ends in a plan that keeps every row, or says that it found none', () => {
    let found = 0;
    fc.assert(
      fc.property(packingMilp, (milp) => {
        const plan = dive(milp, { open, secondsLeft: () => 9, isPromising: () => true });
        if (plan === null) return;
        found++;
        expect(isPossible(milp, plan)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(60);
  });

  it('stops when there is no time', () => {
    const [milp] = fc.sample(packingMilp, 1);
    expect(dive(milp!, { open, secondsLeft: () => 0, isPromising: () => true })).toBeNull();
  });

  it('gives only a plan that is good enough, and takes a wrong turn back', () => {
    let better = 0;
    fc.assert(
      fc.property(packingMilp, (milp) => {
        const worth = (values: Float64Array) => weigh(milp.objective, values);
        const plain = dive(milp, { open, secondsLeft: () => 9, isPromising: () => true });
        if (plain === null) return;
        const isPromising = (values: Float64Array) => worth(values) > worth(plain) + 1e-6;
        const plan = dive(milp, { open, secondsLeft: () => 9, isPromising });
        if (plan === null) return;
        better++;
        expect(isPossible(milp, plan)).toBe(true);
        expect(worth(plan)).toBeGreaterThan(worth(plain));
      }),
      { numRuns: 200 },
    );
    expect(better).toBeGreaterThan(0);
  });
});
