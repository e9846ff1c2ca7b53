import { RequestCounter } from './request-counter';

/** More keys than this is somebody who changes address all the time; then the oldest go first. */
const MOST_KEYS = 100_000;

/** Counts in this process. */
export class MemoryRequestCounter extends RequestCounter {
  private readonly counts = new Map<string, { count: number; readonly until: number }>();
  private nextSweep = 0;

  add(key: string, seconds: number): Promise<number> {
    const now = performance.now();
    this.forget(now);
    const known = this.counts.get(key) ?? { count: 0, until: now + seconds * 1000 };
    known.count += 1;
    this.counts.set(key, known);
    return Promise.resolve(known.count);
  }

  private forget(now: number): void {
    if (now >= this.nextSweep) {
      this.nextSweep = now + 10_000;
      for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key);
    }
    const oldest = this.counts.keys().next().value;
    if (this.counts.size >= MOST_KEYS && oldest !== undefined) this.counts.delete(oldest);
  }
}
