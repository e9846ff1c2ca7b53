import { ageOn, type IsoDate } from '../time/calendar';
import type { Household } from './problem';

export interface HouseholdAges {
  /** Null: the household has no members with a birth date. */
  readonly oldest: number | null;
  /** Members below 18 who live along with the main resident. */
  readonly children: number;
}

// A household is judged in many homes that start on the same day.
const LAST_ANSWER = new WeakMap<Household, { readonly date: IsoDate; readonly ages: HouseholdAges }>();

/** Ages in a household on a day; in a round that is the planned start, so that a birthday before it counts. */
export function householdAges(household: Household, date: IsoDate): HouseholdAges {
  const last = LAST_ANSWER.get(household);
  if (last?.date === date) return last.ages;
  const all = household.members.map(({ birthDate }) => ageOn(birthDate, date));
  const ages = {
    oldest: all.length === 0 ? null : Math.max(...all),
    children: all.slice(1).filter((age) => age < 18).length,
  };
  LAST_ANSWER.set(household, { date, ages });
  return ages;
}
