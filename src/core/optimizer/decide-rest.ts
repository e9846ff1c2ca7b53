import type { EngineTeam } from './engine';
import type { Milp } from './milp';
import { pick, placesWhere } from './places';
import { freePart } from './programme';

/** How often the search for another plan is repeated. */
const ROUNDS = 3;

/**
 * Which matches no other plan of the same value can do without, beyond those that are fixed already. Asks for a plan that
 * keeps as few of them as it can: what it cannot drop is decided. Returns the columns that are.
 */
export async function decideRest(
  milp: Milp,
  plan: Float64Array,
  engines: EngineTeam,
  secondsLeft: () => number,
): Promise<readonly number[]> {
  let open = placesWhere(plan.length, (column) => plan[column] === 1 && isFree(milp, column));
  for (let round = 0; round < ROUNDS && open.length > 0 && secondsLeft() > 0; round++) {
    const objective = new Float64Array(milp.columns);
    for (const column of open) objective[column] = -1;
    const part = freePart({ ...milp, objective });
    const start = pick(plan, part.columns);
    const answer = await engines.whole.solveWhole(part.milp, { timeLimitSeconds: secondsLeft(), start });
    if (answer.status !== 'optimal' || answer.columnValues === undefined || answer.bound === undefined) return [];
    const values = new Map(
      Array.from(part.columns, (column, place) => [column, Math.round(answer.columnValues![place]!)]),
    );
    const kept = open.filter((column) => values.get(column) === 1);
    if (kept.length === open.length) return open;
    open = kept;
  }
  return [];
}

function isFree(milp: Milp, column: number): boolean {
  return milp.columnLower[column]! < milp.columnUpper[column]!;
}
