import { receiptFrom, wholeBound, type Receipt } from '../proof/receipt';
import type { Engine } from './engine';
import { withLevelRows } from './level-rows';
import type { Level } from './lexicographic';
import type { Milp } from './milp';
import { narrow, propagate } from './narrow';
import { freePart, isPossible, rowSums, weigh, wholeValues, type FreePart } from './programme';
import type { OpenRelaxation, WarmBasis, WarmRelaxation } from './warm-relaxation';

/** What the resolver works with. */
export interface ResolvePorts {
  readonly relaxation: OpenRelaxation;
  /** Searches in whole numbers, where the relaxation leaves fractions. */
  readonly whole: Engine;
}

/** A programme on which all levels before `level` (0 = first) are held to their values. */
export interface Face {
  readonly level: number;
  readonly programme: Milp;
  /** Where the relaxation of this level ended before, on the same rows. */
  readonly basis?: WarmBasis;
  /** A plan that lies on this face, if one is known. */
  readonly start?: Float64Array;
}

export type Resolved =
  /** `columnValues` is a best plan of the face, level by level; whole numbers, one a column. */
  | { readonly status: 'solved'; readonly columnValues: Float64Array }
  /** No plan lies on this face. */
  | { readonly status: 'impossible' }
  | { readonly status: 'stopped' };

/** One level of a programme with what its relaxation proves. */
export interface BoundedLevel {
  readonly programme: Milp;
  readonly part: FreePart;
  readonly receipt: Receipt | null;
  /** No plan of the programme is worth more on this level. */
  readonly bound: number;
  readonly basis?: WarmBasis;
}

interface Try extends BoundedLevel {
  /** A whole answer of the relaxation itself. */
  readonly found: Float64Array | null;
  readonly isWholeBound: boolean;
}

const WHOLE_TOLERANCE = 1e-6;
/** How many columns for each row the first searches keep. */
const COLUMNS_PER_ROW = [1, 3];
/** Room for rounding in an engine's bound before it is rounded down; values differ by 1 at least. */
const BOUND_TOLERANCE = 1e-3;

/**
 * Solves one programme again and again under other bounds, level by level. It hopes first: each level is held to what its
 * relaxation allows, and the next one goes on from there. A whole plan at the end proves all levels at once, because every
 * step was a bound. Where the hope fails, the level that promised too much is searched in whole numbers, and its true value
 * is held instead. The outcome is that of `solveLexicographically`, without its search for plans from nothing.
 */
export class Resolver {
  /** The programme with a row for each level. */
  readonly milp: Milp;
  private readonly warm: WarmRelaxation;

  constructor(
    milp: Milp,
    readonly levels: readonly Level[],
    private readonly ports: ResolvePorts,
  ) {
    this.milp = withLevelRows(
      milp,
      levels.map(({ coefficients }) => coefficients),
    );
    this.warm = ports.relaxation(this.milp);
  }

  close(): void {
    this.warm.close();
  }

  /** The best plan of a face. `secondsLeft` not more than 0: stop. */
  async solve(face: Face, secondsLeft: () => number): Promise<Resolved> {
    const faces: Milp[] = [];
    const bounds: BoundedLevel[] = [];
    faces[face.level] = propagate(face.programme);
    let plan: Float64Array | null = face.start ?? null;
    for (let level = face.level; level < this.levels.length; level++) {
      if (secondsLeft() <= 0) return { status: 'stopped' };
      const tried = this.tryLevel(faces[level]!, level, secondsLeft, level === face.level ? face.basis : undefined);
      if (tried === 'stopped') return { status: 'stopped' };
      bounds[level] = tried === 'infeasible' ? this.unbounded(faces[level]!, level) : tried;
      if (tried !== 'infeasible') {
        if (tried.found !== null) plan = tried.found;
        const isReached = plan !== null && this.reaches(plan, tried, level);
        if (isReached || (tried.isWholeBound && level < this.levels.length - 1)) {
          faces[level + 1] = this.hold(tried, level, tried.bound);
          continue;
        }
      }
      // Back to the first level, seen from here, of which a search in whole numbers says what it can be.
      const found = await this.searchBack(bounds, face.level, level, plan, secondsLeft);
      if (typeof found === 'string') return { status: found };
      ({ plan, level } = found);
      faces[level + 1] = this.hold(bounds[level]!, level, weigh(this.levels[level]!.coefficients, plan));
    }
    return plan === null ? { status: 'impossible' } : { status: 'solved', columnValues: plan };
  }

  private async searchBack(
    bounds: readonly BoundedLevel[],
    first: number,
    from: number,
    plan: Float64Array | null,
    secondsLeft: () => number,
  ): Promise<{ readonly plan: Float64Array; readonly level: number } | 'impossible' | 'stopped'> {
    for (let level = from; level >= first; level--) {
      const bounded = bounds[level]!;
      const start = plan !== null && isPossible(bounded.programme, plan) ? plan : null;
      const searched = await this.search(bounded, level, start, secondsLeft);
      if (searched === 'stopped') return 'stopped';
      if (searched !== 'infeasible') return { plan: searched, level };
    }
    return 'impossible';
  }

  /** The face on which this level is held to a value that a plan is known to reach. */
  holdKnown(programme: Milp, level: number, value: number): { readonly next: Milp; readonly bounded: BoundedLevel } {
    const tried = this.tryLevel(programme, level, () => Infinity);
    const bounded = typeof tried === 'string' ? this.unbounded(programme, level) : tried;
    return { next: this.hold(bounded, level, value), bounded };
  }

  private reaches(plan: Float64Array, { programme, bound }: BoundedLevel, level: number): boolean {
    return weigh(this.levels[level]!.coefficients, plan) === bound && isPossible(programme, plan);
  }

  private tryLevel(
    face: Milp,
    level: number,
    secondsLeft: () => number,
    basis?: WarmBasis,
  ): Try | 'infeasible' | 'stopped' {
    const bounded = this.unbounded(face, level);
    const { programme, part } = bounded;
    if (part.milp.objective.every((coefficient) => coefficient === 0) && level < this.levels.length - 1) {
      return { ...bounded, bound: part.constant, found: null, isWholeBound: true };
    }
    const answer = this.warm.solve(programme, { timeLimitSeconds: Math.min(secondsLeft(), 60), basis });
    if (answer.status !== 'optimal') return answer.status;
    const receipt = receiptFrom(
      part.milp,
      Float64Array.from(part.rows, (row) => answer.rowDuals[row]!),
    );
    const bound = receipt === null ? bounded.bound : Math.min(bounded.bound, wholeBound(receipt) + part.constant);
    const isWholeBound = receipt !== null && receipt.scaledBound % receipt.scale === 0n;
    const rounded = answer.columnValues.map((value) => Math.round(value) + 0);
    const isWhole = answer.columnValues.every((value, at) => Math.abs(value - rounded[at]!) <= WHOLE_TOLERANCE);
    const found = isWhole && isPossible(programme, rounded) ? rounded : null;
    return { programme, part, receipt, bound, basis: answer.basis, found, isWholeBound };
  }

  /** A level about which nothing is known yet but the bounds of its columns. */
  private unbounded(face: Milp, level: number): BoundedLevel {
    const programme: Milp = { ...face, objective: this.levels[level]!.coefficients };
    const part = freePart(programme);
    const bound = part.milp.objective.reduce((sum, coefficient, at) => {
      return sum + coefficient * (coefficient > 0 ? part.milp.columnUpper[at]! : part.milp.columnLower[at]!);
    }, part.constant);
    return { programme, part, receipt: null, bound };
  }

  /** The best whole plan of one level. `start` is a plan of the same programme. */
  private async search(
    bounded: BoundedLevel,
    level: number,
    start: Float64Array | null,
    secondsLeft: () => number,
  ): Promise<Float64Array | 'infeasible' | 'stopped'> {
    const { programme, part, receipt, bound } = bounded;
    const known = start === null ? -Infinity : weigh(this.levels[level]!.coefficients, start);
    if (start !== null && known >= bound) return start;
    // First among the columns that matter when the best plan lies close to the bound. What is found there is the best of
    // all if it is worth the target, because no plan worth the target lies outside.
    for (const target of receipt === null ? [] : targetsOf(bounded, receipt)) {
      if (target <= known) break;
      const found = await this.searchIn(narrow(programme, part, receipt!, target), bound, null, secondsLeft);
      if (found === 'stopped') return 'stopped';
      if (found !== 'infeasible' && weigh(programme.objective, found) >= target) return found;
    }
    const rest = receipt === null || start === null ? programme : narrow(programme, part, receipt, known);
    const found = await this.searchIn(rest, bound, start, secondsLeft);
    return found === 'infeasible' && start !== null ? start : found;
  }

  private async searchIn(
    programme: Milp,
    bound: number,
    start: Float64Array | null,
    secondsLeft: () => number,
  ): Promise<Float64Array | 'infeasible' | 'stopped'> {
    const free = freePart(programme);
    if (isBrokenAlready(programme, free)) return 'infeasible';
    const answer = await this.ports.whole.solveWhole(free.milp, {
      timeLimitSeconds: secondsLeft(),
      start: start === null ? undefined : Float64Array.from(free.columns, (column) => start[column]!),
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

  /** What is left when this level is held to a value, exactly: see `narrow`. */
  private hold({ programme, part, receipt }: BoundedLevel, level: number, value: number): Milp {
    const target = value - this.levels[level]!.epsilon;
    if (part.milp.objective.every((coefficient) => coefficient === 0)) return programme;
    const narrowed = receipt === null ? programme : narrow(programme, part, receipt, target);
    if (receipt !== null && receipt.scaledBound === BigInt(target - part.constant) * receipt.scale) return narrowed;
    const rowLower = narrowed.rowLower.slice();
    rowLower[this.milp.rows - this.levels.length + level] = target;
    return propagate({ ...narrowed, rowLower });
  }
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
  return [...new Set(targets)].filter((target) => target < bound || targets.length === 1);
}
