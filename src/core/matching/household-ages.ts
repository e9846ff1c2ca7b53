import { ageOn, type IsoDate } from '../time/calendar';
import type { Household } from './problem';

export interface HouseholdAges {
  /** Null: the household has no members with a birth date. */
  readonly oldest: number | null;
  /** Members below 18 who live along with the main resident. */
  readonly children: number;
}

/** Ages in a household on a day; in a round that is the planned start, so that a birthday before it counts. */
export function householdAges({ members }: Household, date: IsoDate): HouseholdAges {
  const ages = members.map(({ birthDate }) => ageOn(birthDate, date));
  return {
    oldest: ages.length === 0 ? null : Math.max(...ages),
    children: ages.slice(1).filter((age) => age < 18).length,
  };
}
