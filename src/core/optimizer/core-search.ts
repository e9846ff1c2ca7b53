import { cut } from './decompose';
import { dive } from './dive';
import type { EngineAnswer, EngineTeam } from './engine';
import type { Milp } from './milp';
import { pick } from './places';
import type { FreePart } from './programme';
import type { Relaxer } from './relaxer';

export interface CoreSearch {
  readonly engines: EngineTeam;
  readonly relaxer: Relaxer;
  readonly secondsLeft: () => number;
  /** Whether a plan of the part, whole or not, needs no better one. */
  readonly isEnough: (columnValues: Float64Array) => boolean;
  /** Whether to search in whole numbers; otherwise the quick way, which may find nothing. */
  readonly isThorough: boolean;
}

/** How many columns the core keeps for each row. */
const COLUMNS_PER_ROW = 2;
/** What one column can weigh at most by the first level in the guide; each next level weighs a tenth of one unit of the last. */
const MOST_WEIGHT = 1e8;
const FALL = 10;
/** One of the first level that is left still counts; nobody has to know what lies below that. */
const GUIDE_GAP = 1e-4;
const WHOLE_TOLERANCE = 1e-6;

/**
 * Looks for a good plan among the columns that look best when all levels that are left are weighed together. Only a guide to
 * plans: the weighing proves nothing, and what it finds is judged level by level. It saves most of the long searches, because
 * a plan that reaches the bound of a level needs no search for that level.
 *
 * The answer has one value a column of the part.
 */
export async function searchCore(
  programme: Milp,
  part: FreePart,
  levels: readonly Float64Array[],
  plan: Float64Array,
  { engines, relaxer, secondsLeft, isEnough, isThorough }: CoreSearch,
): Promise<EngineAnswer | null> {
  const objective = guideOf(part, levels);
  const guided: FreePart = { ...part, milp: { ...part.milp, objective: pick(objective, part.columns) } };
  const relaxed = await relaxer.solve({ ...programme, objective }, guided, secondsLeft);
  if (relaxed === null) return null;
  const { reducedCosts, columnValues: leaning } = relaxed;
  if (reducedCosts === undefined || leaning === undefined || secondsLeft() <= 0) return null;
  if (leaning.every((value) => Math.abs(value - Math.round(value)) <= WHOLE_TOLERANCE)) return relaxed;

  const wanted = COLUMNS_PER_ROW * part.milp.rows;
  const byCost = Array.from(reducedCosts.keys()).sort(
    (a, b) => Math.abs(reducedCosts[a]!) - Math.abs(reducedCosts[b]!),
  );
  const kept = new Set(byCost.slice(0, wanted));
  part.columns.forEach((column, place) => {
    // What the relaxation leans on may lie far from 0 in cost. Columns of shortage have no upper side of 1, and the plan at
    // hand must stay possible.
    if (
      plan[column]! > 0 ||
      leaning[place]! > part.milp.columnLower[place]! ||
      part.milp.columnUpper[place]! > 1 ||
      levels.some((level) => level[column]! < 0)
    )
      kept.add(place);
  });
  const places = [...kept].sort((a, b) => a - b);
  const core = cut(guided.milp, places, Array.from(part.milp.rowLower.keys()));
  const among = (coreValues: Float64Array) => {
    const columnValues = Float64Array.from(part.milp.columnLower);
    places.forEach((place, at) => (columnValues[place] = coreValues[at]!));
    return columnValues;
  };
  if (!isThorough) {
    const { openRelaxation: open } = engines;
    const isPromising = (values: Float64Array) => isEnough(among(values));
    const dived = open && dive(core, { open, secondsLeft, isPromising });
    return dived ? { status: 'optimal', columnValues: among(dived) } : null;
  }

  const start = Float64Array.from(places, (place) => plan[part.columns[place]!]!);
  const answer = await engines.guide.solveWhole(core, {
    timeLimitSeconds: secondsLeft(),
    start,
    relativeGap: GUIDE_GAP,
  });
  if (answer.columnValues === undefined) return null;
  return { status: answer.status, columnValues: among(answer.columnValues) };
}

function guideOf(part: FreePart, levels: readonly Float64Array[]): Float64Array {
  const guide = new Float64Array(levels[0]!.length);
  let weight = MOST_WEIGHT * FALL;
  for (const level of levels) {
    const largest = part.columns.reduce((most, column) => Math.max(most, Math.abs(level[column]!)), 1);
    weight /= FALL * largest;
    for (const column of part.columns) guide[column]! += weight * level[column]!;
  }
  return guide;
}
