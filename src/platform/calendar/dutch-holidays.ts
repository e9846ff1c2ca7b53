import Holidays from 'date-holidays';
import type { IsHoliday } from '../../core/time/working-days';

/** By their rule: what the library calls a day can change, and its type for these two is that of schools. */
const GOOD_FRIDAY = 'easter -2';
const LIBERATION_DAY = '05-05';

const dutch = new Holidays('NL');
const byYear = new Map<string, ReadonlySet<string>>();

/**
 * The days on which a term in the Netherlands does not run. Source: Algemene termijnenwet art. 3. Its first paragraph names New
 * Year's Day, Easter Monday, Whit Monday, both days of Christmas, Ascension Day, the King's birthday and the fifth of May, in every
 * year; its second makes Good Friday equal to them. That many employers let people work on the last two does not matter: a
 * term that is too long by a day harms nobody, and one that is too short costs somebody a home.
 */
export const isDutchHoliday: IsHoliday = (date) => {
  const year = date.slice(0, 4);
  const known = byYear.get(year) ?? holidaysOf(Number(year));
  byYear.set(year, known);
  return known.has(date);
};

function holidaysOf(year: number): ReadonlySet<string> {
  return new Set(
    dutch
      .getHolidays(year)
      .filter(({ type, rule }) => type === 'public' || rule === GOOD_FRIDAY || rule === LIBERATION_DAY)
      .map(({ date }) => date.slice(0, 10)),
  );
}
