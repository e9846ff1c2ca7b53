import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/core/time/calendar';
import { isDutchHoliday } from '../../src/platform/calendar/dutch-holidays';

/** As the Algemene termijnenwet art. 3 names them, worked out by hand; Sundays among them left out. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  '2025': ['01-01', '04-18', '04-21', '04-26', '05-05', '05-29', '06-09', '12-25', '12-26'],
  '2026': ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26'],
  '2027': ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17', '12-25', '12-26'],
};
const EASTER_AND_WHIT_SUNDAY = ['2025-04-20', '2025-06-08', '2026-04-05', '2026-05-24', '2027-03-28', '2027-05-16'];

describe('Dutch holidays', () => {
  it.each(Object.entries(NAMED))('are of %s what the law names, and nothing else', (year, named) => {
    const days = Array.from({ length: 366 }, (_, place) => addDays(`${year}-01-01`, place)).filter((each) =>
      each.startsWith(year),
    );
    const found = days.filter((each) => isDutchHoliday(each) && !EASTER_AND_WHIT_SUNDAY.includes(each));
    expect(found.map((each) => each.slice(5))).toEqual(named);
  });
});
