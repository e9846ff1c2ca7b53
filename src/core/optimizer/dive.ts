import type { Milp } from './milp';
import { isPossible } from './programme';
import type { OpenRelaxation } from './warm-relaxation';

const WHOLE_TOLERANCE = 1e-6;
/** Fractions from here on are rounded up together; below, only the largest. */
const ALMOST = 0.75;
const MOST_STEPS = 200;

/**
 * Goes down from the relaxation to a whole plan: what it wants most of a fractional column is held, and it is asked again,
 * until nothing is fractional. Each question costs a few steps of the simplex method. Null where it ends nowhere. A plan,
 * and no proof of anything.
 */
export function dive(milp: Milp, open: OpenRelaxation, secondsLeft: () => number): Float64Array | null {
  const warm = open(milp);
  const columnLower = milp.columnLower.slice();
  try {
    for (let step = 0; step < MOST_STEPS && secondsLeft() > 0; step++) {
      const answer = warm.solve({ ...milp, columnLower }, { timeLimitSeconds: secondsLeft() });
      if (answer.status !== 'optimal') return null;
      const { columnValues } = answer;
      const fractions = columnValues.map((value) => value - Math.floor(value + WHOLE_TOLERANCE));
      const largest = fractions.reduce((most, fraction) => Math.max(most, fraction), 0);
      if (largest <= WHOLE_TOLERANCE) {
        const plan = columnValues.map((value) => Math.round(value) + 0);
        return isPossible(milp, plan) ? plan : null;
      }
      const roundUp = (column: number) => (columnLower[column] = Math.ceil(columnValues[column]!));
      if (largest < ALMOST) roundUp(fractions.indexOf(largest));
      else fractions.forEach((fraction, column) => fraction >= ALMOST && roundUp(column));
    }
  } finally {
    warm.close();
  }
  return null;
}
