import { receiptFrom, wholeBound } from '../proof/receipt';
import type { Engine } from './engine';
import { withLevelRows } from './level-rows';
import type { Level } from './lexicographic';
import type { Milp } from './milp';
import { narrow, propagate } from './narrow';
import { levelsAt, pick } from './places';
import { freePart, isPossible, weigh, wholeValues, type FreePart } from './programme';
import { isBrokenAlready, searchNearBound, type BoundedLevel } from './search-near-bound';
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
  /** No plan of this face is worth more on its level than this, if that is known. */
  readonly ceiling?: number;
  /** Says of a later face that nothing more needs to be known; asked only where a plan is known to lie on it. */
  readonly isEnough?: (programme: Milp) => boolean;
  /** A plan that lies on this face, if one is known. */
  readonly start?: Float64Array;
}

export type Resolved =
  /** `columnValues` is a best plan of the face, level by level; whole numbers, one a column. */
  | { readonly status: 'solved'; readonly columnValues: Float64Array }
  /** `isEnough` said so. */
  | { readonly status: 'enough' }
  /** No plan lies on this face. */
  | { readonly status: 'impossible' }
  | { readonly status: 'stopped' };

interface Try extends BoundedLevel {
  /** A whole answer of the relaxation itself. */
  readonly found: Float64Array | null;
  readonly isWholeBound: boolean;
}

const WHOLE_TOLERANCE = 1e-6;
/** Where less than this part of the columns is still free, the rest is solved on those alone; not worth it for a small programme. */
const MOSTLY = 0.5;
const SMALL_COLUMNS = 100;

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
      const isFirst = level === face.level;
      const asked = this.tryLevel(faces[level]!, level, secondsLeft, isFirst ? face.basis : undefined);
      if (asked === 'stopped') return { status: 'stopped' };
      const tried = isFirst && asked !== 'infeasible' ? capped(asked, face.ceiling) : asked;
      bounds[level] = tried === 'infeasible' ? this.unbounded(faces[level]!, level) : tried;
      if (tried !== 'infeasible') {
        if (tried.found !== null) plan = tried.found;
        const isReached = plan !== null && this.reaches(plan, tried, level);
        if (isReached || (tried.isWholeBound && level < this.levels.length - 1)) {
          const next = this.hold(tried, level, tried.bound);
          faces[level + 1] = next;
          if (plan !== null && isSettled(face, next, plan)) return { status: 'enough' };
          const part = level + 1 < this.levels.length ? smallPart(next) : null;
          if (part === null) continue;
          const rest = await this.solveRest(next, part, level + 1, { ...face, start: plan ?? undefined }, secondsLeft);
          if (rest.status !== 'impossible') return rest;
        }
      }
      // Back to the first level, seen from here, of which a search in whole numbers says what it can be.
      const found = await this.searchBack(bounds, face.level, level, plan, secondsLeft);
      if (typeof found === 'string') return { status: found };
      ({ plan, level } = found);
      faces[level + 1] = this.hold(bounds[level]!, level, weigh(this.levels[level]!.coefficients, plan));
      if (isSettled(face, faces[level + 1]!, plan)) return { status: 'enough' };
    }
    return plan === null ? { status: 'impossible' } : { status: 'solved', columnValues: plan };
  }

  /** The levels from here on, on the columns that are still free: nobody has to look at the others. */
  private async solveRest(
    programme: Milp,
    part: FreePart,
    level: number,
    { start, isEnough }: Face,
    secondsLeft: () => number,
  ): Promise<Resolved> {
    if (isBrokenAlready(programme, part)) return { status: 'impossible' };
    const rest = new Resolver(part.milp, levelsAt(this.levels.slice(level), part.columns), this.ports);
    const face: Face = {
      level: 0,
      programme: rest.milp,
      start: start !== undefined && isPossible(programme, start) ? pick(start, part.columns) : undefined,
      isEnough: isEnough && ((within) => isEnough(withBounds(programme, part, within))),
    };
    try {
      const resolved = await rest.solve(face, secondsLeft);
      if (resolved.status !== 'solved') return resolved;
      return { status: 'solved', columnValues: wholeValues(programme, part, resolved.columnValues) };
    } finally {
      rest.close();
    }
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
      const searched = await searchNearBound(bounded, start, this.ports.whole, secondsLeft);
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
    const receipt = receiptFrom(part.milp, pick(answer.rowDuals, part.rows));
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

/** What is free of a programme, where that is little of it. */
function smallPart(programme: Milp): FreePart | null {
  const part = programme.columns > SMALL_COLUMNS ? freePart(programme) : null;
  return part !== null && part.columns.length < MOSTLY * programme.columns ? part : null;
}

/** A programme with the bounds that its part has come to. */
function withBounds(programme: Milp, { columns }: FreePart, part: Milp): Milp {
  const columnLower = programme.columnLower.slice();
  const columnUpper = programme.columnUpper.slice();
  columns.forEach((column, place) => {
    columnLower[column] = part.columnLower[place]!;
    columnUpper[column] = part.columnUpper[place]!;
  });
  return { ...programme, columnLower, columnUpper };
}

function isSettled({ isEnough }: Face, programme: Milp, plan: Float64Array): boolean {
  return isEnough !== undefined && isEnough(programme) && isPossible(programme, plan);
}

function capped(tried: Try, ceiling: number | undefined): Try {
  if (ceiling === undefined || tried.bound <= ceiling) return tried;
  return { ...tried, bound: ceiling, found: null, isWholeBound: true };
}
