import { DomainError } from '../errors';
import type { ProofMethod } from '../matching/plan';
import { decideRest } from './decide-rest';
import type { EngineTeam } from './engine';
import { firstPlan } from './first-plan';
import type { Milp } from './milp';
import { propagate } from './narrow';
import { levelsAt, pick } from './places';
import { freePart, isPossible, weigh, wholeValues } from './programme';
import { Relaxer } from './relaxer';
import { giveUp, keepLevel, solveLevel } from './solve-level';

export interface Level {
  /** Whole numbers, one a column. */
  readonly coefficients: Float64Array;
  readonly epsilon: number;
}

export interface LevelOutcome {
  readonly value: number;
  readonly bound: number;
  readonly method: ProofMethod;
}

export interface Lexicographic {
  /** Whole numbers, one a column. */
  readonly columnValues: Float64Array;
  /** One a level. */
  readonly levels: readonly LevelOutcome[];
  /** The level (1 = first) from which a column of value 1 could be nothing else; 0 where none was found. */
  readonly decidedAt: Int32Array;
}

/** What is asked of the search besides the programme. */
export interface Search {
  readonly engines: EngineTeam;
  /** Seconds that are left; not more than 0: stop. */
  readonly secondsLeft: () => number;
  /** Told after each level. */
  readonly onLevel?: (level: number, outcome: LevelOutcome) => void;
}

/** Where less than this part of the columns is still free, the rest is solved on those alone; not worth it for a small programme. */
const MOSTLY = 0.25;
const SMALL_COLUMNS = 50;

/**
 * Maximises the levels one after another. For each: the relaxation gives a bound that is checked exactly (weak duality); if
 * the plan at hand, or the relaxation's own answer, reaches it, the level is proven. Otherwise one search in whole numbers on
 * what can still be better than the plan at hand. Then everything that no plan of this value can have is fixed, exactly, and
 * the next level goes on with what is left.
 *
 * Throws `problem-infeasible` where no plan exists and `engine-failed` where an engine contradicts what is known.
 */
export async function solveLexicographically(
  milp: Milp,
  levels: readonly Level[],
  search: Search,
): Promise<Lexicographic> {
  const face = propagate(milp);
  const plan =
    firstPlan(
      face,
      levels.map(({ coefficients }) => coefficients),
    ) ?? (await anyPlan(milp, search));
  return solveLevels(face, levels, plan, search);
}

async function solveLevels(
  milp: Milp,
  levels: readonly Level[],
  known: Float64Array,
  search: Search,
): Promise<Lexicographic> {
  let [face, plan, stopped] = [milp, known, false];
  const coefficients = levels.map((level) => level.coefficients);
  const outcomes: LevelOutcome[] = [];
  const decidedAt = new Int32Array(milp.columns);
  const relaxer = new Relaxer(search.engines);
  try {
    for (const [place, level] of levels.entries()) {
      const programme: Milp = { ...face, objective: level.coefficients };
      const step =
        stopped || search.secondsLeft() <= 0
          ? giveUp(programme, plan)
          : await solveLevel(programme, coefficients.slice(place), level.epsilon, plan, { ...search, relaxer });
      plan = step.plan;
      stopped ||= step.stopped;
      const outcome = { value: weigh(level.coefficients, plan), bound: step.bound, method: step.method };
      outcomes.push(outcome);
      search.onLevel?.(place + 1, outcome);
      if (stopped) continue;
      face = keepLevel(step, outcome.value - level.epsilon, relaxer);
      markDecided(face, place + 1, decidedAt);
      const isProven = outcomes.every(({ method }) => method !== 'not-proven');
      if (isProven && place + 1 < levels.length && isMostlyFixed(face)) {
        relaxer.close();
        return await solveRest(face, levels, plan, search, { outcomes, decidedAt });
      }
    }
  } finally {
    relaxer.close();
  }
  if (!stopped && outcomes.every(({ method }) => method !== 'not-proven')) {
    for (const column of await decideRest(face, plan, search.engines, search.secondsLeft)) {
      decidedAt[column] = levels.length;
    }
  }
  return { columnValues: plan, levels: outcomes, decidedAt };
}

/** The levels that are left, on the columns that are still free: from here on nobody has to look at the others. */
async function solveRest(
  face: Milp,
  levels: readonly Level[],
  plan: Float64Array,
  search: Search,
  { outcomes, decidedAt }: { readonly outcomes: readonly LevelOutcome[]; readonly decidedAt: Int32Array },
): Promise<Lexicographic> {
  const done = outcomes.length;
  const part = freePart(face);
  const left = levels.slice(done);
  const fixed = wholeValues(face, part, new Float64Array(part.columns.length));
  const constants = left.map(({ coefficients }) => weigh(coefficients, fixed));
  const whole = (outcome: LevelOutcome, place: number): LevelOutcome => ({
    ...outcome,
    value: outcome.value + constants[place]!,
    bound: outcome.bound + constants[place]!,
  });
  const rest = await solveLevels(part.milp, levelsAt(left, part.columns), pick(plan, part.columns), {
    ...search,
    onLevel: (level, outcome) => search.onLevel?.(level + done, whole(outcome, level - 1)),
  });
  part.columns.forEach((column, place) => {
    const level = rest.decidedAt[place]!;
    if (level > 0) decidedAt[column] = level + done;
  });
  return {
    columnValues: wholeValues(face, part, rest.columnValues),
    levels: [...outcomes, ...rest.levels.map(whole)],
    decidedAt,
  };
}

function isMostlyFixed({ columns, columnLower, columnUpper }: Milp): boolean {
  let free = 0;
  for (let column = 0; column < columns; column++) if (columnLower[column]! < columnUpper[column]!) free++;
  return columns > SMALL_COLUMNS && free < columns * MOSTLY;
}

function markDecided(face: Milp, level: number, decidedAt: Int32Array): void {
  for (let column = 0; column < face.columns; column++) {
    if (decidedAt[column] === 0 && face.columnLower[column]! >= 1) decidedAt[column] = level;
  }
}

/** A plan where the simple way finds none: rows with a hard lower side, mostly. */
async function anyPlan(milp: Milp, search: Search): Promise<Float64Array> {
  const programme = { ...milp, objective: new Float64Array(milp.columns) };
  const answer = await search.engines.whole.solveWhole(programme, { timeLimitSeconds: search.secondsLeft() });
  const found = answer.columnValues?.map(Math.round);
  if (found !== undefined && isPossible(milp, found)) return found;
  if (answer.status === 'infeasible')
    throw new DomainError('problem-infeasible', 'No plan keeps all pins and all hard rules');
  throw new DomainError('engine-failed', `No plan was found: the engine ended as ${answer.status}`, {
    status: answer.status,
  });
}
