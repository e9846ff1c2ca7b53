/**
 * Reproducible chance for made-up data: mulberry32, the same numbers for the same key on every machine.
 * Not for the lottery of a round and not for secrets.
 */
export class Chance {
  private state: number;

  constructor(key: string) {
    // FNV-1a spreads neighbouring keys over the 32 bits of the state.
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    this.state = hash >>> 0;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  /** True in `percent` of the cases. */
  percent(percent: number): boolean {
    return this.fraction() * 100 < percent;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.fraction() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  weighted<T extends { readonly share: number }>(items: readonly T[]): T {
    const total = items.reduce((sum, { share }) => sum + share, 0);
    let left = this.fraction() * total;
    for (const item of items) {
      left -= item.share;
      if (left < 0) return item;
    }
    return this.pick(items);
  }

  /** Each item with the given percentage, in their own order. */
  some<T>(items: readonly T[], percent: number): T[] {
    return items.filter(() => this.percent(percent));
  }
}
