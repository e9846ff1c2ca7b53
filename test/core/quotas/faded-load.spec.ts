import { fadedLoad } from '../../../src/core/quotas/faded-load';

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
    ['leaves tomorrow', [since('2026-11-22', 10, '2026-11-23')], 10],
    ['rounded over the sum, not each', [since('2025-11-23', 1), since('2025-11-23', 1)], 1],
  ])('%s', (_name, placements, points) => {
    expect(fadedLoad(placements, '2026-11-22', 104)).toBe(points);
  });

  it('weighs nothing when loads do not last', () => {
    expect(fadedLoad([since('2026-11-22')], '2026-11-22', 0)).toBe(0);
  });
});
