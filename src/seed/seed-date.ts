import { addDays, daysBetween, type IsoDate } from '../core/time/calendar';
import { halfYearOf } from './half-year';
import type { PlacementStart, SeedDate } from './region-data.schema';

export function dateOfSeed(date: SeedDate, referenceDate: IsoDate): IsoDate;
export function dateOfSeed(date: SeedDate | null, referenceDate: IsoDate): IsoDate | null;
/** The day that a seed file means when the data are loaded with this reference date. */
export function dateOfSeed(date: SeedDate | null, referenceDate: IsoDate): IsoDate | null {
  if (date === null || typeof date === 'string') return date;
  return addDays(referenceDate, date.daysFromReference);
}

/** The first day of an earlier placement. Never after the reference date. */
export function placementStartOf(start: PlacementStart, referenceDate: IsoDate): IsoDate {
  const { from } = halfYearOf(referenceDate);
  if ('weeksBeforePeriod' in start) return addDays(from, -7 * start.weeksBeforePeriod);
  return addDays(from, Math.floor(start.shareOfPeriod * daysBetween(from, referenceDate)));
}
