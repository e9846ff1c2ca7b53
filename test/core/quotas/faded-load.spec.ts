import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { DEFAULT_FADE_WEEKS, fadedLoad } from '../../../src/core/quotas/faded-load';
import { addDays } from '../../../src/core/time/calendar';

const since = (startDate: string, draaglast = 10, endDate: string | null = null) => ({ startDate, draaglast, endDate });

describe('fadedLoad', () => {
  it.each([
    ['nothing', [], 0],
    ['today', [since('2026-11-22')], 10],
    ['still to start', [since('2026-12-20')], 10],
    ['a year ago: half', [since('2025-11-23')], 5],
    ['just before the end: rounded up', [since('2024-12-01')], 1],
    ['two years ago', [since('2024-11-24')], 0],
    ['long ago', [since('2001-01-01')], 0],
    ['left yesterday', [since('2026-01-01', 10, '2026-11-21')], 0],
    ['last day of the stay is today', [since('2026-11-22', 10, '2026-11-22')], 10],
    ['old, but guidance runs', [{ ...since('2020-01-01'), guidanceRuns: true }], 10],
    ['guided, but left', [{ ...since('2026-01-01', 10, '2026-11-21'), guidanceRuns: true }], 0],
    ['leaves tomorrow', [since('2026-11-22', 10, '2026-11-23')], 10],
    ['rounded over the sum, not each', [since('2025-11-23', 1), since('2025-11-23', 1)], 1],
  ])('%s', (_name, placements, points) => {
    expect(fadedLoad(placements, '2026-11-22', 104)).toBe(points);
  });

  it('weighs nothing when loads do not last', () => {
    expect(fadedLoad([since('2026-11-22')], '2026-11-22', 0)).toBe(0);
  });

  it('never grows with time and never exceeds the sum of the draaglast', () => {
    const placements = fc.array(
      fc.record({ draaglast: fc.nat(8), weeksAgo: fc.integer({ min: -20, max: 200 }), guidanceRuns: fc.boolean() }),
    );
    const today = '2026-11-22';
    fc.assert(
      fc.property(placements, fc.nat(60), (rows, weeksLater) => {
        const placed = rows.map(({ weeksAgo, ...row }) => ({
          ...row,
          startDate: addDays(today, -7 * weeksAgo),
          endDate: null,
        }));
        const now = fadedLoad(placed, today, DEFAULT_FADE_WEEKS);
        expect(now).toBeLessThanOrEqual(placed.reduce((sum, each) => sum + each.draaglast, 0));
        expect(fadedLoad(placed, addDays(today, 7 * weeksLater), DEFAULT_FADE_WEEKS)).toBeLessThanOrEqual(now);
      }),
    );
  });
});
