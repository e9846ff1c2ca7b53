import { CronTime } from 'cron';

const DAY_MS = 86_400_000;
/** How far back a slot is looked for: a schedule that fires less than once a year has none. */
const WINDOWS_IN_DAYS = [1, 8, 32, 400];

/** The last moment at or before `now` at which a cron expression fires in a time zone; null: none in the past year. */
export function lastSlot(cron: string, timeZone: string, now: Date): Date | null {
  const time = new CronTime(cron, timeZone);
  for (const days of WINDOWS_IN_DAYS) {
    const last = lastWithin(time, timeZone, new Date(now.getTime() - days * DAY_MS), now);
    if (last !== null) return last;
  }
  return null;
}

function lastWithin(time: CronTime, timeZone: string, from: Date, now: Date): Date | null {
  let last: Date | null = null;
  for (let next = nextAfter(time, timeZone, from); next <= now; next = nextAfter(time, timeZone, next)) last = next;
  return last;
}

function nextAfter(time: CronTime, timeZone: string, instant: Date): Date {
  return time.getNextDateFrom(instant, timeZone).toJSDate();
}
