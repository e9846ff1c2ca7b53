import { Injectable } from '@nestjs/common';

/** The day in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: Date): string {
  // The Swedish notation is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
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
