import { describe, expect, it } from '@jest/globals';
import { CLOCK_STARTS, clockOn, REGION_CLOCKS } from '../../../src/core/review/region-clocks';

const clock = (code: string) => REGION_CLOCKS.find((each) => each.code === code)!;

describe('the clocks of a region', () => {
  it('each have a code of their own, a source in whole sentences, and something that they start with', () => {
    expect(new Set(REGION_CLOCKS.map(({ code }) => code)).size).toBe(REGION_CLOCKS.length);
    expect(new Set(REGION_CLOCKS.map(({ start }) => start))).toEqual(new Set(CLOCK_STARTS));
    for (const { source } of REGION_CLOCKS) expect(source).toMatch(/[^.]\.$/);
    for (const { momentsMonthsBefore: moments } of REGION_CLOCKS)
      expect([...moments].sort((a, b) => b - a)).toEqual(moments);
  });

  it.each([
    ['triage', '2026-11-01', null, '2026-12-13'],
    ['opvang', '2026-11-30', null, '2027-02-28'],
    ['woning-na-uitstroomgereed', '2026-11-01', null, '2027-02-01'],
    ['verblijf-tussenvorm', '2025-06-01', 18, '2026-12-01'],
    ['einde-huur', '2026-12-31', null, '2026-12-31'],
    ['einde-woonplek', '2026-12-31', null, '2026-12-31'],
  ])('%s from %s (stay %s) ends on %s', (code, from, maxStayMonths, dueOn) => {
    expect(clockOn(clock(code), { from, maxStayMonths }, dueOn)).toMatchObject({ dueOn, isOverdue: false });
    expect(clockOn(clock(code), { from, maxStayMonths }, '2030-01-01')).toMatchObject({
      dueOn,
      isOverdue: true,
      moment: null,
    });
    expect(clockOn(clock(code), { from, maxStayMonths }, '2020-01-01')).toBeNull();
  });

  it.each([
    ['2026-06-29', undefined],
    ['2026-06-30', 6],
    ['2026-09-29', 6],
    ['2026-09-30', 3],
    ['2026-11-30', 1],
  ])('say on %s which moment before the end has passed', (today, moment) => {
    expect(clockOn(clock('einde-huur'), { from: '2026-12-31', maxStayMonths: null }, today)?.moment).toBe(moment);
  });

  it('know no longest stay where a home has none', () => {
    expect(clockOn(clock('verblijf-tussenvorm'), { from: '2020-01-01', maxStayMonths: null }, '2026-01-01')).toBeNull();
  });
});
