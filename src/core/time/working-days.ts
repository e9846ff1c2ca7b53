import { addDays, daysBetween, type IsoDate } from './calendar';

/** Whether nobody has to work on this day of the week of its own. Weekends need not be in it. */
export type IsHoliday = (date: IsoDate) => boolean;

/** A Monday; every week counts from it. */
const A_MONDAY = '2024-01-01';
const SATURDAY = 5;

/** Not a Saturday, a Sunday or a holiday. */
export function isWorkingDay(date: IsoDate, isHoliday: IsHoliday): boolean {
  const weekday = ((daysBetween(A_MONDAY, date) % 7) + 7) % 7;
  return weekday < SATURDAY && !isHoliday(date);
}

/** The working day that comes so many working days after a date; with 0 the date itself. */
export function addWorkingDays(date: IsoDate, count: number, isHoliday: IsHoliday): IsoDate {
  return addCountedDays(date, count, (day) => isWorkingDay(day, isHoliday));
}

/** The day that comes so many days that count after a date; with 0 the date itself. Some day has to count. */
export function addCountedDays(date: IsoDate, count: number, counts: (day: IsoDate) => boolean): IsoDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}
