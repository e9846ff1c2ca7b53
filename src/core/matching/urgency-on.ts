import type { IsoDate } from '../time/calendar';
import type { Urgency } from './problem';

/** Whether an urgency counts on a day; both ends included. Without dates it always counts. */
export function isUrgencyValid({ validFrom, validUntil }: Urgency, day: IsoDate): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || validUntil >= day);
}
