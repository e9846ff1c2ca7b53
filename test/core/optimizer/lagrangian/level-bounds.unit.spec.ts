import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { LevelBounds } from '../../../../src/core/optimizer/lagrangian/level-bounds';
import { PricedRelaxation } from '../../../../src/core/optimizer/lagrangian/priced-relaxation';
import type { OpenRelaxation } from '../../../../src/core/optimizer/warm-relaxation';
import { openTiny, openWith } from '../../../support/tiny-engine';
import { mostWorth, objectiveOf, randomLarge, tinyLarge, valueOf, type TinyLarge } from '../../../support/tiny-large';

const seconds = () => 9;
function boundsOf({ milp, owners, structure }: TinyLarge, open: OpenRelaxation = openTiny, secondsLeft = seconds) {
  const relaxation = new PricedRelaxation(
    milp,
    owners,
    open,
    Array.from({ length: milp.columns }, (_, column) => column),
  );
  return new LevelBounds(structure, relaxation, { open, secondsLeft });
}

/** One place, for which three households have the points 4, 6 and 9; the first two have a duty. */
const duty = tinyLarge('0@0 1@0 2@0', [1]);
const DUTIES = objectiveOf(1, 1, 0);
const POINTS = objectiveOf(4, 6, 9);
/**
 * Two homes that may take three points of care together; care of 2 and 2 does not go together. Kept by no block, so that only
 * fractions could have both.
 */
const care = tinyLarge('0@0 1@1 2@1', [1, 1], [{ weights: [2, 2, 1], lower: -Infinity, upper: 3 }]);

describe('bounds of levels', () => {
  it.each([0, 1])(
    'are whole numbers never below the best plan that keeps the levels above, for a plan %s short',
    (short) => {
      const seen = { exact: 0, all: 0 };
      fc.assert(
        fc.property(randomLarge, (large) => {
          const bounds = boundsOf(large);
          const kept: { level: Float64Array; value: number }[] = [];
          for (const level of large.levels) {
            const keeps = (plan: readonly number[]) => kept.every((above) => valueOf(above.level, plan) >= above.value);
            const best = mostWorth(large.milp, level, keeps);
            const bound = bounds.next(level, best - short);
            expect(Number.isInteger(bound)).toBe(true);
            expect(bound).toBeGreaterThanOrEqual(best);
            seen.all++;
            if (bound === best) seen.exact++;
            kept.push({ level, value: best - short });
          }
        }),
        { numRuns: 40 },
      );
      expect(seen.exact / seen.all).toBeGreaterThan(0.95);
    },
  );

  it('count what keeping the levels above costs', () => {
    const free = boundsOf(duty);
    expect(free.next(POINTS, 9)).toBe(9);
    const bounds = boundsOf(duty);
    expect(bounds.next(DUTIES, 1)).toBe(1);
    expect(bounds.next(POINTS, 6)).toBe(6);
    // A plan that does not do its duty may have the points of one that need not.
    const idle = boundsOf(duty);
    expect(idle.next(DUTIES, 0)).toBe(1);
    expect(idle.next(POINTS, 9)).toBe(9);
    const three = boundsOf(duty);
    expect([three.next(DUTIES, 1), three.next(objectiveOf(1, 0, 1), 1), three.next(POINTS, 4)]).toEqual([1, 1, 4]);
  });

  it('look closely at a level that counts, and go no further than the plan at hand', () => {
    expect(boundsOf(care).next(objectiveOf(1, 1, 1), 2)).toBe(2);
    expect(boundsOf(care).next(objectiveOf(1, 1, 0), 1)).toBe(1);
    const { open, asked } = openWith();
    boundsOf(care, open).next(objectiveOf(1, 1, 0), 0);
    const many = asked.length;
    boundsOf(care, open).next(objectiveOf(1, 1, 0), 1);
    expect(asked.length - many).toBeLessThanOrEqual(many);
  });

  it('know a start that keeps all rows by a level that counts', () => {
    const { open, asked } = openWith();
    const bounds = boundsOf(duty, open);
    bounds.next(DUTIES, 1);
    bounds.next(POINTS, 6);
    expect(asked.map(({ limits }) => limits.isPossibleStart)).toEqual([true, false]);
    const shortage = openWith();
    boundsOf(duty, shortage.open).next(objectiveOf(-1, -1, -2), 0);
    expect(shortage.asked[0]!.limits.isPossibleStart).toBe(false);
  });

  it('are refined where the blocks say more than fractions', () => {
    // One block of two homes: the relaxation has 4 + half of 5, whole plans have 5.
    const block = tinyLarge('0@0 1@1 2@1', [1, 1], [{ weights: [2, 2, 1], lower: -Infinity, upper: 3, isLocal: true }]);
    const points = objectiveOf(40, 50, 2);
    expect(boundsOf(block).next(points, 10)).toBeLessThanOrEqual(51);
    expect(boundsOf(block).next(points, 10)).toBeGreaterThanOrEqual(50);
    expect(boundsOf(block).next(points, 50)).toBe(50);
  });

  it('are none where time is up or the engine gives up, and go on without', () => {
    let left = 0;
    const bounds = boundsOf(duty, openTiny, () => left);
    expect(bounds.next(DUTIES, 1)).toBe(Infinity);
    left = 9;
    expect(bounds.next(POINTS, 6)).toBe(6);
    const stopped = openWith(() => ({ status: 'stopped' }));
    expect(boundsOf(duty, stopped.open).next(DUTIES, 1)).toBe(Infinity);
  });

  it('are those of the relaxation where time runs out after it', () => {
    const points = objectiveOf(40, 50, 2);
    const block = tinyLarge('0@0 1@1 2@1', [1, 1], [{ weights: [2, 2, 1], lower: -Infinity, upper: 3, isLocal: true }]);
    let asked = 0;
    const { open } = openWith();
    const late = boundsOf(block, open, () => (asked++ < 3 ? 1 : 0)).next(points, 10);
    expect(late).toBeGreaterThanOrEqual(50);
    expect(late).toBeLessThanOrEqual(70);
  });
});
