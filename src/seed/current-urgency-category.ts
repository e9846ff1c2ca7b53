import type { IsoDate } from '../core/time/calendar';
import type { UrgencyCategory } from './region-data.schema';

/**
 * The row of an urgency category that holds on a day. One category can have several rows after each other, for instance
 * when a law turns it into a duty; null: no category, or none that holds on that day.
 */
export function currentUrgencyCategory(
  categories: readonly UrgencyCategory[],
  id: string | null,
  on: IsoDate,
): UrgencyCategory | null {
  const holds = categories.find(
    (category) =>
      category.id === id && category.validFrom <= on && (category.validTo === null || category.validTo >= on),
  );
  return holds ?? null;
}
