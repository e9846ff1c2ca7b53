import { Injectable } from '@nestjs/common';

/** Making a format is slow, and every request asks the day. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  const format = formats.get(timeZone) ?? isoDayFormat(timeZone);
  formats.set(timeZone, format);
  return format.format(instant);
}

function isoDayFormat(timeZone: string): Intl.DateTimeFormat {
  // The Swedish notation is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** The only place the application reads the time from, so that a test can set it. */
@Injectable()
export class Clock {
  /** This moment, in UTC. */
  now(): Date {
    return new Date();
  }

  /** Today as `YYYY-MM-DD` in the Netherlands, wherever the server stands. */
  today(): string {
    return dayIn('Europe/Amsterdam', this.now());
  }
}
