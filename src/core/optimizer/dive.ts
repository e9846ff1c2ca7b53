import type { Milp } from './milp';
import { isPossible } from './programme';
import type { OpenRelaxation } from './warm-relaxation';

const WHOLE_TOLERANCE = 1e-6;
/** Fractions from here on are rounded up together; below, only the largest. */
const ALMOST = 0.75;
const MOST_STEPS = 200;
/** Wrong turns that are taken back before it gives up. */
const MOST_TURNS_BACK = 3;

export interface Dive {
  readonly open: OpenRelaxation;
  readonly secondsLeft: () => number;
  /** Whether a plan that is good enough can still follow from these values of the relaxation. */
  readonly isPromising: (columnValues: Float64Array) => boolean;
}

/** Columns that were rounded up in one step, with the values they had. */
interface Step {
  readonly columns: readonly number[];
  readonly columnValues: Float64Array;
}

/**
 * Goes down from the relaxation to a whole plan: what it wants most of a fractional column is held, and it is asked again,
 * until nothing is fractional. A step after which no good plan can follow is taken back, and goes the other way. Each question
 * costs a few steps of the simplex method. Null where it ends nowhere. A plan, and no proof of anything.
 */
export function dive(milp: Milp, { open, secondsLeft, isPromising }: Dive): Float64Array | null {
  const warm = open(milp);
  const columnLower = milp.columnLower.slice();
  const columnUpper = milp.columnUpper.slice();
  let last: Step | null = null;
  let turnsBack = 0;
  const roundUp = (columns: readonly number[], columnValues: Float64Array) => {
    for (const column of columns) columnLower[column] = Math.ceil(columnValues[column]!);
    last = { columns, columnValues };
  };
  const turnBack = ({ columns, columnValues }: Step) => {
    for (const column of columns) columnLower[column] = milp.columnLower[column]!;
    const first = columns[0]!;
    if (columns.length > 1) return roundUp([first], columnValues);
    columnUpper[first] = Math.floor(columnValues[first]!);
    last = null;
  };
  try {
    for (let step = 0; step < MOST_STEPS && secondsLeft() > 0; step++) {
      const answer = warm.solve({ ...milp, columnLower, columnUpper }, { timeLimitSeconds: secondsLeft() });
      if (answer.status === 'stopped') return null;
      if (answer.status === 'infeasible' || !isPromising(answer.columnValues)) {
        if (last === null || ++turnsBack > MOST_TURNS_BACK) return null;
        turnBack(last);
        continue;
      }
      const { columnValues } = answer;
      const fractional = byFraction(columnValues);
      if (fractional.length === 0) {
        const plan = columnValues.map((value) => Math.round(value) + 0);
        return isPossible(milp, plan) ? plan : null;
      }
      const almost = fractional.filter((column) => fractionOf(columnValues[column]!) >= ALMOST);
      roundUp(almost.length > 0 ? almost : fractional.slice(0, 1), columnValues);
    }
  } finally {
    warm.close();
  }
  return null;
}

/** The columns that are not whole, the largest fraction first. */
function byFraction(columnValues: Float64Array): number[] {
  const columns: number[] = [];
  columnValues.forEach((value, column) => {
    if (fractionOf(value) > WHOLE_TOLERANCE) columns.push(column);
  });
  return columns.sort((a, b) => fractionOf(columnValues[b]!) - fractionOf(columnValues[a]!));
}

function fractionOf(value: number): number {
  return value - Math.floor(value + WHOLE_TOLERANCE);
}
