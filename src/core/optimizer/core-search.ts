import { cut } from './decompose';
import type { EngineAnswer, EngineTeam } from './engine';
import type { FreePart } from './programme';

/** How many columns the core keeps for each row. */
const COLUMNS_PER_ROW = 2;
/** The weight of the first level in the guide; the others fall by what one column of them can be worth at most, times ten. */
const FIRST_WEIGHT = 1e8;
const FALL = 10;

/**
 * Looks for a good plan among the columns that look best when all levels that are left are weighed together. Only a guide to
 * plans: the weighing proves nothing, and what it finds is judged level by level. It saves most of the long searches, because
 * a plan that reaches the bound of a level needs no search for that level.
 *
 * The answer has one value a column of the part.
 */
export async function searchCore(
  part: FreePart,
  levels: readonly Float64Array[],
  plan: Float64Array,
  engines: EngineTeam,
  secondsLeft: () => number,
): Promise<EngineAnswer | null> {
  if (engines.relaxation === null) return null;
  const objective = guideOf(part, levels);
  const guided = { ...part.milp, objective };
  const { reducedCosts } = await engines.relaxation.solveRelaxation(guided, { timeLimitSeconds: secondsLeft() });
  if (reducedCosts === undefined || secondsLeft() <= 0) return null;

  const wanted = COLUMNS_PER_ROW * part.milp.rows;
  const byCost = Array.from(reducedCosts.keys()).sort(
    (a, b) => Math.abs(reducedCosts[a]!) - Math.abs(reducedCosts[b]!) || a - b,
  );
  const kept = new Set(byCost.slice(0, wanted));
  part.columns.forEach((column, place) => {
    // Columns of shortage have no upper side of 1, and the plan at hand must stay possible.
    if (plan[column]! > 0 || part.milp.columnUpper[place]! > 1 || levels.some((level) => level[column]! < 0))
      kept.add(place);
  });
  const places = [...kept].sort((a, b) => a - b);
  const core = cut(guided, places, Array.from(part.milp.rowLower.keys()));
  const start = Float64Array.from(places, (place) => plan[part.columns[place]!]!);
  const answer = await engines.guide.solveWhole(core.milp, { timeLimitSeconds: secondsLeft(), start });
  if (answer.columnValues === undefined) return null;
  const columnValues = Float64Array.from(part.milp.columnLower);
  places.forEach((place, at) => (columnValues[place] = answer.columnValues![at]!));
  return { status: answer.status, columnValues };
}

function guideOf(part: FreePart, levels: readonly Float64Array[]): Float64Array {
  const guide = new Float64Array(part.milp.columns);
  let weight = FIRST_WEIGHT;
  levels.forEach((level, place) => {
    const largest = part.columns.reduce((most, column) => Math.max(most, Math.abs(level[column]!)), 1);
    if (place > 0) weight /= FALL * largest;
    part.columns.forEach((column, at) => (guide[at]! += weight * level[column]!));
  });
  return guide;
}
