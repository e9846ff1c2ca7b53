import fc from 'fast-check';
import { DEFAULT_FADE, fadedLoad, type PlacedLoad } from '../../../src/core/quotas/load-fade';
import { addDays } from '../../../src/core/time/calendar';

const start = '2025-01-06';
const placement = (changes: Partial<PlacedLoad> = {}): PlacedLoad => ({
  draaglast: 4,
  start,
  end: null,
  guidanceHours: 0,
  ...changes,
});
const after = (weeks: number): string => addDays(start, weeks * 7);

describe('fadedLoad', () => {
  it.each([
    ['on the first day', placement(), after(0), 4],
    ['half-way', placement(), after(52), 2],
    ['a day before a week is full', placement(), addDays(after(53), -1), 2],
    ['rounded up', placement(), after(53), 2],
    ['in the last week', placement(), after(103), 1],
    ['at the end of the fade', placement(), after(104), 0],
    ['long after', placement(), after(400), 0],
    ['before the agreed start', placement(), addDays(start, -30), 4],
    ['while guidance runs', placement({ guidanceHours: 2 }), after(90), 4],
    ['after the resident left', placement({ end: after(10) }), after(10), 0],
    ['until the resident leaves', placement({ end: after(10) }), addDays(after(10), -1), 4],
  ])('%s', (_name, placed, asOf, points) => {
    expect(fadedLoad([placed], asOf, DEFAULT_FADE)).toBe(points);
  });

  it('lets guided placements fade too when the settings say so', () => {
    const guided = placement({ guidanceHours: 2 });
    expect(fadedLoad([guided], after(52), { weeks: 104, fullWhileGuided: false })).toBe(2);
  });

  it('rounds up once over the sum, not per placement', () => {
    const four = Array.from({ length: 4 }, () => placement({ draaglast: 1 }));
    expect(fadedLoad(four, after(78), DEFAULT_FADE)).toBe(1);
  });

  it('never grows with time and never exceeds the sum of the draaglast', () => {
    const placements = fc.array(
      fc.record({ draaglast: fc.nat(8), weeksAgo: fc.integer({ min: -20, max: 200 }), guidanceHours: fc.constant(0) }),
    );
    fc.assert(
      fc.property(placements, fc.nat(60), (rows, later) => {
        const placed = rows.map((row) => placement({ draaglast: row.draaglast, start: after(-row.weeksAgo) }));
        const now = fadedLoad(placed, start, DEFAULT_FADE);
        expect(now).toBeLessThanOrEqual(placed.reduce((sum, each) => sum + each.draaglast, 0));
        expect(fadedLoad(placed, after(later), DEFAULT_FADE)).toBeLessThanOrEqual(now);
      }),
    );
  });
});
