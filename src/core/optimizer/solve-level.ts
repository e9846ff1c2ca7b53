import { DomainError } from '../errors';
import type { ProofMethod } from '../matching/plan';
import { receiptFrom, wholeBound, type Receipt } from '../proof/receipt';
import { searchCore } from './core-search';
import type { EngineAnswer, EngineTeam } from './engine';
import type { Milp } from './milp';
import { narrow, propagate } from './narrow';
import { pick } from './places';
import { freePart, isPossible, rowOf, weigh, wholeValues, type FreePart, type SparseRow } from './programme';
import type { Relaxer } from './relaxer';
import { eachOnce, FEW_ALIKE, MANY_ALIKE, roundingCuts, type RoundingCut } from './rounding-cuts';

/** Where the engine's own whole answer lies at most from a whole number. */
const WHOLE_TOLERANCE = 1e-4;
/** Room for rounding in an engine's bound before it is rounded down; values differ by 1 at least. */
const BOUND_TOLERANCE = 1e-3;

/** How often rows are learnt from a fractional answer before the search in whole numbers. */
const MOST_ROUNDS = 40;
/** After so many rounds a level is hard: more rows a round are worth their price then. */
const EASY_ROUNDS = 4;
/** How many of those in a row may leave the whole part of the bound where it is. */
const MOST_STILL = 8;

/** From here on a search for a plan costs less than a round of rows. */
const MANY_COLUMNS = 10_000;

/** How often rows are learnt where the plan has reached the whole part of the bound. */
const MOST_CLOSING = 2;

/** What a level is solved with. */
export interface LevelSearch {
  readonly engines: EngineTeam;
  readonly relaxer: Relaxer;
  /** Seconds that are left; not more than 0: stop. */
  readonly secondsLeft: () => number;
}

/** How one level ended. */
export interface LevelStep {
  readonly plan: Float64Array;
  readonly bound: number;
  readonly method: ProofMethod;
  readonly stopped: boolean;
  /** What is left of the programme, with the rows that were learnt; `receipt` is about its free part. */
  readonly programme: Milp;
  readonly part: FreePart;
  readonly receipt: Receipt | null;
}

/**
 * One level, of which later levels may give up `epsilon`. The relaxation gives a bound that is checked exactly; if the plan at
 * hand, or the relaxation's own answer, reaches it, the level is proven. Otherwise rows are learnt from its fractions, until the
 * bound is reached or nothing is left to learn. What remains open is searched in whole numbers.
 */
export async function solveLevel(
  whole: Milp,
  levelsLeft: readonly Float64Array[],
  epsilon: number,
  known: Float64Array,
  search: LevelSearch,
): Promise<LevelStep> {
  const { relaxer, engines, secondsLeft } = search;
  let [programme, part, plan] = [whole, freePart(whole), known];
  const value = () => weigh(programme.objective, plan);
  if (part.milp.objective.every((coefficient) => coefficient === 0)) {
    return { plan, bound: value(), method: 'lp-bound', stopped: false, programme, part, receipt: null };
  }
  const consider = (answer: EngineAnswer | null, within: Milp, withinPart: FreePart) => {
    const found = answer && wholeAnswer(answer, within, withinPart);
    if (found && isPossible(whole, found) && isBetter(levelsLeft, found, plan)) plan = found;
  };

  let receipt: Receipt | null;
  let bound = trivialBound(programme);
  const guide = async (isThorough: boolean) => {
    const isEnough = (values: Float64Array) =>
      weigh(part.milp.objective, values) + part.constant >= bound - BOUND_TOLERANCE;
    consider(await searchCore(programme, part, levelsLeft, plan, { ...search, isEnough, isThorough }), programme, part);
  };
  let hasSearched = false;
  let [closing, still] = [0, 0];
  for (let round = 0; ; round++) {
    const relaxation = await relaxer.solve(programme, part, secondsLeft);
    if (relaxation?.status === 'infeasible')
      throw contradiction('the relaxation has no solution though a plan is known');
    const { rowDuals, columnValues } = relaxation ?? {};
    receipt = rowDuals === undefined ? null : receiptFrom(part.milp, rowDuals);
    const before = bound;
    if (receipt !== null) bound = Math.min(bound, wholeBound(receipt) + part.constant);
    consider(relaxation, programme, part);
    if (receipt === null || columnValues === undefined || secondsLeft() <= 0) break;
    // A plan that is good enough leaves a few rounds more: the closer the bound, the less is left for the levels below.
    if (isExact(receipt, part, value()) || (value() >= bound && closing++ === MOST_CLOSING)) break;
    still = bound === before ? still + 1 : 0;
    const isFirst = round === 0 && value() < bound;
    const isLarge = part.columns.length > MANY_COLUMNS;
    const isHard = round > EASY_ROUNDS;
    const mostAlike = isHard ? MANY_ALIKE : FEW_ALIKE;
    let cuts = isFirst ? [] : roundingCuts(part.milp, columnValues, relaxer.inverseRowsOf(part), mostAlike);
    // Where the bound stands still, another corner of the same relaxation shows other fractions.
    if (isHard && !isLarge && (still > 0 || cuts.length === 0)) {
      cuts = eachOnce([...cuts, ...cutsFromNothing(part.milp, search)]);
    }
    const isAtEnd = round === MOST_ROUNDS || still === MOST_STILL || (!isFirst && cuts.length === 0);
    if (isFirst) await guide(false);
    // Where rows lower the bound no more, it is a plan that is lacking; and in a large programme they are dear to learn.
    const isDue = isAtEnd || isLarge || (round > 1 && still > 0);
    if (isDue && !hasSearched && value() < bound) {
      hasSearched = true;
      await guide(true);
    }
    if (isAtEnd || isExact(receipt, part, value())) break;
    const narrowed = narrow(programme, part, receipt, value() - epsilon);
    programme = relaxer.withRows(
      narrowed,
      cuts.map((cut) => ofWhole(cut, part)),
    );
    part = freePart(programme);
  }
  if (value() >= bound) return { plan, bound: value(), method: 'lp-bound', stopped: false, programme, part, receipt };

  const narrowed = receipt === null ? programme : narrow(programme, part, receipt, value());
  const searched = freePart(narrowed);
  const start = pick(plan, searched.columns);
  const answer = await engines.whole.solveWhole(searched.milp, { timeLimitSeconds: secondsLeft(), start });
  if (answer.status === 'infeasible' || answer.status === 'unbounded' || answer.status === 'failed') {
    throw contradiction(`a search that has a solution ended as ${answer.status}: ${answer.message ?? 'no message'}`);
  }
  consider(answer, narrowed, searched);
  if (answer.bound !== undefined) {
    bound = Math.min(bound, Math.max(value(), Math.floor(answer.bound + searched.constant + BOUND_TOLERANCE)));
  }
  const proven = value() >= bound;
  const byReceipt = receipt !== null && wholeBound(receipt) + part.constant <= value();
  const method: ProofMethod = proven ? (byReceipt ? 'lp-bound' : 'branch-and-bound') : 'not-proven';
  return { plan, bound, method, stopped: answer.status === 'time-limit', programme, part, receipt };
}

/** The cuts of the corner of a relaxation that an engine finds from nothing. */
function cutsFromNothing(milp: Milp, { engines, secondsLeft }: LevelSearch): RoundingCut[] {
  const warm = engines.openRelaxation?.(milp);
  try {
    const answer = warm?.tableau && warm.solve(milp, { timeLimitSeconds: secondsLeft() });
    if (answer?.status !== 'optimal') return [];
    return roundingCuts(milp, answer.columnValues, (columns) => warm!.tableau!.inverseRows(columns));
  } finally {
    warm?.close();
  }
}

/** Whether a plan is more on the first level on which two plans differ. */
function isBetter(levels: readonly Float64Array[], plan: Float64Array, than: Float64Array): boolean {
  for (const level of levels) {
    const difference = weigh(level, plan) - weigh(level, than);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** What remains when the plan keeps `target` on this level. */
export function keepLevel({ programme, part, receipt }: LevelStep, target: number, relaxer: Relaxer): Milp {
  if (part.milp.objective.every((coefficient) => coefficient === 0)) return programme;
  const narrowed = receipt === null ? programme : narrow(programme, part, receipt, target);
  if (receipt !== null && isExact(receipt, part, target)) return narrowed;
  return propagate(relaxer.withRows(narrowed, [rowOf(programme.objective, target, Infinity)]));
}

/** Whether the relaxation itself has no more than this. */
function isExact({ scaledBound, scale }: Receipt, { constant }: FreePart, value: number): boolean {
  return scaledBound === BigInt(value - constant) * scale;
}

/** A row of the free part as a row of the whole programme. */
function ofWhole(row: SparseRow, { columns }: FreePart): SparseRow {
  return { ...row, columns: row.columns.map((place) => columns[place]!) };
}

/** The values of an engine, rounded and put back in the whole programme; null where they are not whole. */
function wholeAnswer(answer: EngineAnswer, milp: Milp, part: FreePart): Float64Array | null {
  const { columnValues } = answer;
  if (columnValues === undefined) return null;
  if (columnValues.some((value) => Math.abs(value - Math.round(value)) > WHOLE_TOLERANCE)) return null;
  return wholeValues(
    milp,
    part,
    columnValues.map((value) => Math.round(value) + 0),
  );
}

/** No engine has looked at this level: the bound is that of taking every column at its best. */
export function giveUp(programme: Milp, plan: Float64Array): LevelStep {
  const bound = trivialBound(programme);
  const method = weigh(programme.objective, plan) >= bound ? 'lp-bound' : 'not-proven';
  return { plan, bound, method, stopped: true, programme, part: freePart(programme), receipt: null };
}

function trivialBound({ columns, objective, columnLower, columnUpper }: Milp): number {
  let bound = 0;
  for (let column = 0; column < columns; column++) {
    const coefficient = objective[column]!;
    bound += coefficient * (coefficient > 0 ? columnUpper[column]! : columnLower[column]!);
  }
  return bound;
}

function contradiction(what: string): DomainError {
  return new DomainError('engine-failed', `An engine contradicts what is known: ${what}`);
}
