/** Counts requests by key. A key names its window, so it is never used again after it. */
export abstract class RequestCounter {
  /** Adds one and gives the count so far. `seconds` from now the key may be forgotten. */
  abstract add(key: string, seconds: number): Promise<number>;
}
