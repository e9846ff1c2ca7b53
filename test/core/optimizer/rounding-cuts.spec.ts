import { describe, expect, it } from '@jest/globals';
import type { Milp } from '../../../src/core/optimizer/milp';
import { withRows } from '../../../src/core/optimizer/programme';
import { roundingCuts, type RoundingCut } from '../../../src/core/optimizer/rounding-cuts';
import { createWarmRelaxations } from '../../../src/engines/highs-warm-relaxation';
import fc from '../../support/fast-check';
import { milpOf, solutionsOf } from '../../support/random-milp';

const engine = createWarmRelaxations();
const sides = fc.constantFrom('upper', 'lower', 'both');
const programmes = fc.integer({ min: 2, max: 6 }).chain((columns) => {
  const numbers = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns });
  const row = fc.record({ weights: numbers(-2, 5), limit: fc.integer({ min: 0, max: 9 }), side: sides });
  return fc.record({
    objective: numbers(0, 9),
    upper: numbers(0, 3),
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  });
});

function programmeOf({ objective, upper, rows }: typeof programmes extends fc.Arbitrary<infer T> ? T : never): Milp {
  return milpOf(
    objective,
    rows.map(({ weights, limit, side }) => ({
      weights,
      lower: side === 'upper' ? -Infinity : -limit,
      upper: side === 'lower' ? Infinity : limit,
    })),
    upper,
  );
}

/** Learns rows until the relaxation is whole or nothing can be learnt; tells of each round. */
async function learn(milp: Milp, onRound: (milp: Milp, values: Float64Array, cuts: readonly RoundingCut[]) => void) {
  const warm = (await engine)(milp);
  let programme = milp;
  try {
    for (let round = 0; round < 10; round++) {
      const answer = warm.solve(programme, { timeLimitSeconds: 9 });
      if (answer.status !== 'optimal') return { programme, values: null };
      const cuts = roundingCuts(programme, answer.columnValues, (columns) => warm.tableau!.inverseRows(columns));
      onRound(programme, answer.columnValues, cuts);
      if (cuts.length === 0) return { programme, values: answer.columnValues };
      warm.tableau!.addRows(cuts);
      programme = withRows(programme, cuts);
    }
    return { programme, values: null };
  } finally {
    warm.close();
  }
}

const worthOf = (milp: Milp, values: ArrayLike<number>) =>
  milp.objective.reduce((sum, worth, column) => sum + worth * values[column]!, 0);

describe('rows that are learnt from a fraction', () => {
  it('cut it off, and no whole solution with it', async () => {
    let learnt = 0;
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(programmes, async (random) => {
        const milp = programmeOf(random);
        const solutions = [...solutionsOf(milp)];
        const end = await learn(milp, (_programme, values, cuts) => {
          for (const { columns, weights, upper } of cuts) {
            const sum = (of: ArrayLike<number>) =>
              columns.reduce((all, column, term) => all + weights[term]! * of[column]!, 0);
            expect(sum(values)).toBeGreaterThan(upper);
            for (const solution of solutions) expect(sum(solution)).toBeLessThanOrEqual(upper);
          }
          learnt += cuts.length;
        });
        expect([...solutionsOf(end.programme)]).toEqual(solutions);
        if (end.values === null || end.programme === milp) return;
        const best = Math.max(...solutions.map((solution) => worthOf(milp, solution)));
        if (Math.abs(worthOf(milp, end.values) - best) < 1e-6) reached++;
      }),
      { numRuns: 300 },
    );
    expect(learnt).toBeGreaterThan(150);
    expect(reached).toBeGreaterThan(30);
  });

  it('close an odd circle, of which halves of three rows make one', async () => {
    const circle = milpOf(
      [1, 1, 1],
      [
        { weights: [1, 1, 0], lower: -Infinity, upper: 1 },
        { weights: [0, 1, 1], lower: -Infinity, upper: 1 },
        { weights: [1, 0, 1], lower: -Infinity, upper: 1 },
      ],
    );
    const rounds: (readonly RoundingCut[])[] = [];
    const { values } = await learn(circle, (_milp, _values, cuts) => rounds.push(cuts));
    expect(rounds[0]).toEqual([
      {
        ...{ scale: 2, fromUpper: [], columns: [0, 1, 2], weights: [1, 1, 1], lower: -Infinity, upper: 1 },
        multipliers: [
          [0, 1],
          [1, 1],
          [2, 1],
        ],
      },
    ]);
    expect(worthOf(circle, values!)).toBe(1);
  });
});
