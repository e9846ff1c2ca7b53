import type { Receipt } from '../proof/receipt';
import type { Engine } from './engine';
import type { Milp } from './milp';
import { narrow } from './narrow';
import { pick } from './places';
import { freePart, isPossible, rowSums, weigh, wholeValues, type FreePart } from './programme';
import type { WarmBasis } from './warm-relaxation';

/** One level of a programme with what its relaxation proves. */
export interface BoundedLevel {
  readonly programme: Milp;
  readonly part: FreePart;
  readonly receipt: Receipt | null;
  /** No plan of the programme is worth more on this level. */
  readonly bound: number;
  readonly basis?: WarmBasis;
}

/** How many columns for each row the first searches keep. */
const COLUMNS_PER_ROW = [1, 3];
/** Room for rounding in an engine's bound before it is rounded down; values differ by 1 at least. */
const BOUND_TOLERANCE = 1e-3;

/**
 * The best whole plan of one level. It looks first among the columns that a plan close to the bound can hold: what is found
 * there is the best of all if it is worth the target, because no plan worth the target lies outside. `start` is a plan of the
 * same programme.
 */
export async function searchNearBound(
  bounded: BoundedLevel,
  start: Float64Array | null,
  engine: Engine,
  secondsLeft: () => number,
): Promise<Float64Array | 'infeasible' | 'stopped'> {
  const { programme, part, receipt, bound } = bounded;
  const known = start === null ? -Infinity : weigh(programme.objective, start);
  if (start !== null && known >= bound) return start;
  for (const target of receipt === null ? [] : targetsOf(bounded, receipt)) {
    if (target <= known) break;
    const found = await searchIn(narrow(programme, part, receipt!, target), bound, null, engine, secondsLeft);
    if (found === 'stopped') return 'stopped';
    if (found !== 'infeasible' && weigh(programme.objective, found) >= target) return found;
  }
  const rest = receipt === null || start === null ? programme : narrow(programme, part, receipt, known);
  const found = await searchIn(rest, bound, start, engine, secondsLeft);
  return found === 'infeasible' && start !== null ? start : found;
}

async function searchIn(
  programme: Milp,
  bound: number,
  start: Float64Array | null,
  engine: Engine,
  secondsLeft: () => number,
): Promise<Float64Array | 'infeasible' | 'stopped'> {
  const free = freePart(programme);
  if (isBrokenAlready(programme, free)) return 'infeasible';
  const answer = await engine.solveWhole(free.milp, {
    timeLimitSeconds: secondsLeft(),
    start: start === null ? undefined : pick(start, free.columns),
  });
  if (answer.status === 'infeasible') return 'infeasible';
  if (answer.status !== 'optimal' || answer.columnValues === undefined) return 'stopped';
  const found = wholeValues(
    programme,
    free,
    answer.columnValues.map((each) => Math.round(each) + 0),
  );
  if (!isPossible(programme, found)) return 'stopped';
  const best = answer.bound === undefined ? Infinity : Math.floor(answer.bound + free.constant + BOUND_TOLERANCE);
  return weigh(programme.objective, found) >= Math.min(best, bound) ? found : 'stopped';
}

/** Whether a row that holds no free column is broken by the fixed ones; such rows are not in the free part. */
export function isBrokenAlready(programme: Milp, free: FreePart): boolean {
  const isFree = new Uint8Array(programme.rows);
  for (const row of free.rows) isFree[row] = 1;
  return rowSums(programme, programme.columnLower).some(
    (sum, row) => isFree[row] === 0 && (sum < programme.rowLower[row]! || sum > programme.rowUpper[row]!),
  );
}

/** Values below the bound, such that about so many columns for each row are left of those that a plan of that value can hold. */
function targetsOf({ part, bound }: BoundedLevel, { reducedCosts, scale }: Receipt): readonly number[] {
  const costs = reducedCosts.map((cost) => Number((cost < 0n ? -cost : cost) / scale)).sort((a, b) => a - b);
  const targets = COLUMNS_PER_ROW.map((columns) => costs[columns * part.milp.rows])
    .filter((cost) => cost !== undefined)
    .map((cost) => bound - cost);
  return [...new Set([bound, ...targets])];
}
