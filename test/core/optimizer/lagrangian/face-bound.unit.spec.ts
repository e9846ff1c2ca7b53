import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { boundByFace } from '../../../../src/core/optimizer/lagrangian/face-bound';
import { PricedRelaxation, type KeptLevel } from '../../../../src/core/optimizer/lagrangian/priced-relaxation';
import type { OpenRelaxation } from '../../../../src/core/optimizer/warm-relaxation';
import { shown } from '../../../support/random-milp';
import { openTiny, openWith } from '../../../support/tiny-engine';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, valueOf, type TinyLarge } from '../../../support/tiny-large';

const seconds = () => 9;

/** What the faces say about a level, from the prices of its relaxation. */
function faceOf(
  large: TinyLarge,
  level: Float64Array,
  question: { value: number; bound?: number; kept?: KeptLevel[] },
  { open = openTiny, secondsLeft = seconds }: { open?: OpenRelaxation; secondsLeft?: () => number } = {},
): number {
  const { kept = [] } = question;
  const all = [...level.keys()];
  const prices = new PricedRelaxation(large.milp, large.owners, openTiny, all).solve(level, kept, seconds)!;
  const bound = question.bound ?? Math.floor(valueOf(level, [...prices.columnValues]) + 1e-6);
  return boundByFace({ structure: large.structure, level, kept, prices, value: question.value, bound }, all, {
    open,
    secondsLeft,
  });
}

/**
 * Complexes with two candidates of weights 3 and 4, and room for 5. The relaxation takes one and a half of each, whole plans one.
 */
function complexes(count: number): TinyLarge {
  const pairs = Array.from({ length: 2 * count }, (_, household) => [household, Math.floor(household / 2)] as const);
  return tinyLarge(
    pairs,
    new Array<number>(count).fill(2),
    Array.from({ length: count }, (_, own) => ({
      weights: pairs.map(([household, unit]) => (unit === own ? 3 + (household % 2) : 0)),
      ...{ lower: -Infinity, upper: 5 },
    })),
  );
}
const each = (count: number) => new Float64Array(2 * count).fill(1);

describe('a bound by faces', () => {
  it('goes down by one where no plan reaches it, however little the plan at hand has', () => {
    for (const value of [-1, 0, 1, 2]) expect(faceOf(complexes(2), each(2), { value })).toBe(2);
  });

  it('asks no relaxation about a face that is broken already, and no more when the plan at hand is at the bound', () => {
    const { open, asked } = openWith();
    expect(faceOf(complexes(2), each(2), { value: 2 }, { open })).toBe(2);
    expect(asked).toEqual([]);
    expect(faceOf(complexes(2), each(2), { value: 1 }, { open })).toBe(2);
    expect(asked).toHaveLength(1);
  });

  it('goes down four times at most', () => {
    expect(faceOf(complexes(10), each(10), { value: 3 })).toBe(11);
    expect(faceOf(complexes(10), each(10), { value: 13 })).toBe(13);
    expect(faceOf(complexes(4), each(4), { value: 1 })).toBe(4);
  });

  it('stays where time is up, or where prices prove nothing', () => {
    expect(faceOf(complexes(2), each(2), { value: 0 }, { secondsLeft: () => 0 })).toBe(3);
    const endless = complexes(2);
    endless.milp.columnUpper[0] = Infinity;
    const prices = { prices: new Float64Array(8), levelPrices: [], columnValues: new Float64Array(4) };
    const question = { structure: endless.structure, level: each(2), kept: [], prices, value: 0, bound: 3 };
    expect(boundByFace(question, [], { open: openTiny, secondsLeft: seconds })).toBe(3);
  });

  it('stays where the engine gives up', () => {
    const { open } = openWith(() => ({ status: 'stopped' }));
    expect(faceOf(complexes(4), each(4), { value: 1 }, { open })).toBe(5);
  });

  it('lets a row that must be full lack, at a cost, so that there is always an answer', () => {
    // One of two homes for each household; the second row asks for one of the first two.
    const large = tinyLarge('- 0@0 1@0', [1], [{ weights: [1, 1, 1], lower: 2, upper: Infinity }]);
    const { open, asked } = openWith();
    const kept = [{ coefficients: objectiveOf(0, 1, 1), atLeast: 1 }];
    expect(faceOf(large, objectiveOf(-1, 0, 0), { value: -2, kept }, { open })).toBe(-1);
    expect(shown(asked[0]!.milp)).toEqual({
      objective: '-1 -4 -4 -4 0 0',
      columns: '0..2 0..1 0..2 0..1 0..1 0..1',
      rows: [
        '-Infinity..1: 0 0 0 0 1 0',
        '-Infinity..1: 0 0 0 0 0 1',
        '1..1: 0 1 0 0 1 1',
        '2..2: 1 0 1 0 1 1',
        '1..Infinity: 0 0 0 1 1 1',
      ],
    });
  });

  it('is never below the best plan that keeps the levels above', () => {
    let lowered = 0;
    fc.assert(
      fc.property(
        randomLarge,
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 3 }),
        (large, isSecond, short) => {
          const [first, second] = large.levels;
          const most = mostWorth(large.milp, first!);
          const kept = isSecond ? [{ coefficients: first!, atLeast: most }] : [];
          const level = isSecond ? second! : first!;
          const best = mostWorth(large.milp, level, (plan) => kept.length === 0 || valueOf(first!, plan) >= most);
          for (const more of [0, 1, 2]) {
            const bound = faceOf(large, level, { value: best - short, bound: best + more, kept });
            expect(bound).toBeGreaterThanOrEqual(best);
            expect(bound).toBeLessThanOrEqual(best + more);
            if (bound < best + more) lowered++;
          }
        },
      ),
      { numRuns: 15 },
    );
    expect(lowered).toBeGreaterThan(10);
  });
});
