import { DomainError } from '../errors';
import type { ProofMethod } from '../matching/plan';
import { receiptFrom, wholeBound, type Receipt } from '../proof/receipt';
import { searchCore } from './core-search';
import type { EngineAnswer, EngineTeam } from './engine';
import type { Milp } from './milp';
import { narrow, propagate } from './narrow';
import { freePart, isPossible, weigh, wholeValues, withRow, type FreePart } from './programme';
import type { Relaxer } from './relaxer';

/** Where the engine's own whole answer lies at most from a whole number. */
const WHOLE_TOLERANCE = 1e-4;
/** Room for rounding in an engine's bound before it is rounded down; values differ by 1 at least. */
const BOUND_TOLERANCE = 1e-3;

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
  readonly part: FreePart;
  readonly receipt: Receipt | null;
}

/**
 * One level: the relaxation gives a bound that is checked exactly; if the plan at hand, or the relaxation's own answer, reaches
 * it, the level is proven. Otherwise one search in whole numbers on what can still be better than the plan at hand.
 */
export async function solveLevel(
  programme: Milp,
  levelsLeft: readonly Float64Array[],
  known: Float64Array,
  search: LevelSearch,
): Promise<LevelStep> {
  const part = freePart(programme);
  const knownValue = weigh(programme.objective, known);
  if (part.milp.objective.every((coefficient) => coefficient === 0)) {
    return { plan: known, bound: knownValue, method: 'lp-bound', stopped: false, part, receipt: null };
  }
  let plan = known;
  const value = () => weigh(programme.objective, plan);
  const consider = (answer: EngineAnswer, within: Milp, withinPart: FreePart) => {
    const found = wholeAnswer(answer, within, withinPart);
    if (found !== null && isPossible(programme, found) && isBetter(levelsLeft, found, plan)) plan = found;
  };

  let receipt: Receipt | null = null;
  let bound = trivialBound(programme);
  const relaxation = await search.relaxer.solve(programme, part, search.secondsLeft());
  if (relaxation !== null) {
    if (relaxation.status === 'infeasible')
      throw contradiction('the relaxation has no solution though a plan is known');
    receipt = relaxation.rowDuals === undefined ? null : receiptFrom(part.milp, relaxation.rowDuals);
    if (receipt !== null) bound = Math.min(bound, wholeBound(receipt) + part.constant);
    consider(relaxation, programme, part);
  }
  if (value() < bound && receipt !== null) {
    const guided = await searchCore(programme, part, levelsLeft, plan, {
      ...search,
      isEnough: (columnValues) => weigh(part.milp.objective, columnValues) + part.constant >= bound - BOUND_TOLERANCE,
    });
    if (guided !== null) consider(guided, programme, part);
  }
  if (value() >= bound) return { plan, bound: value(), method: 'lp-bound', stopped: false, part, receipt };

  const narrowed = receipt === null ? programme : narrow(programme, part, receipt, value());
  const searched = freePart(narrowed);
  const start = Float64Array.from(searched.columns, (column) => plan[column]!);
  const answer = await search.engines.whole.solveWhole(searched.milp, {
    timeLimitSeconds: search.secondsLeft(),
    start,
  });
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
  return { plan, bound, method, stopped: answer.status === 'time-limit', part, receipt };
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
export function keepLevel(programme: Milp, { part, receipt }: LevelStep, target: number): Milp {
  if (part.milp.objective.every((coefficient) => coefficient === 0)) return programme;
  if (receipt === null) return propagate(withRow(programme, programme.objective, target));
  const narrowed = narrow(programme, part, receipt, target);
  const isExactFace = receipt.scaledBound === BigInt(target - part.constant) * receipt.scale;
  return isExactFace ? narrowed : propagate(withRow(narrowed, programme.objective, target));
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
  return { plan, bound, method, stopped: true, part: freePart(programme), receipt: null };
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
