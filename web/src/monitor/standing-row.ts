/** One line of the monitor, the same for a gemeente and a wijk. */
export interface StandingRow {
  readonly id: string;
  readonly label: string;
  /** What is counted: one of it, and more of it. */
  readonly unit: readonly [one: string, more: string];
  /** Null, here and below: not told, because the number is so small that it can point at somebody. */
  readonly realised: number | null;
  readonly proposed: number | null;
  readonly expected: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly left: number | null;
  readonly over: number | null;
  readonly short: number | null;
}

export type StandingState = 'over' | 'full' | 'short' | 'room' | 'met' | 'free' | 'hidden';

export function stateOf(row: StandingRow): StandingState {
  if (row.over === null || row.short === null) return 'hidden';
  if (row.over > 0) return 'over';
  if (row.short > 0) return 'short';
  if (row.ceiling === null) return row.floor === null ? 'free' : 'met';
  return row.left === 0 ? 'full' : 'room';
}

/** Where people must look first: over the ceiling, full, short, by room, and then what is met or has no limit. */
export function byUrgency(a: StandingRow, b: StandingRow): number {
  const rank: Readonly<Record<StandingState, number>> = {
    over: 0,
    full: 1,
    short: 2,
    room: 3,
    met: 4,
    free: 5,
    hidden: 6,
  };
  return rank[stateOf(a)] - rank[stateOf(b)] || (a.left ?? 0) - (b.left ?? 0) || a.label.localeCompare(b.label, 'nl');
}
