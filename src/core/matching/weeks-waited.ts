import { daysBetween, type IsoDate } from '../time/calendar';
import type { Household } from './problem';

/** Whole weeks that a household has waited on a day, less the days on which waiting did not count; at least 0. */
export function weeksWaited({ waitingSince, pausedDays = 0 }: Household, day: IsoDate): number {
  return Math.max(0, Math.trunc((daysBetween(waitingSince, day) - pausedDays) / 7));
}
