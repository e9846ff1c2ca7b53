import solver from 'javascript-lp-solver';
import type { Engine, EngineAnswer, EngineLimits } from '../core/optimizer/engine';
import type { Milp } from '../core/optimizer/milp';

const VERSION = '1.0.3';
const WHOLE_TOLERANCE = 1e-6;

/**
 * javascript-lp-solver: the second, independent opinion. It has been seen to call a worse plan optimal, to answer with
 * fractions when its time runs out, and to mistake a column called `result` for its objective. So columns and rows get names
 * of our own, the time is watched here, a fraction is no answer, and it never gives a bound: what it finds is a plan and no
 * proof.
 */
export function createJavascriptLpSolverEngine(): Engine {
  return {
    id: 'javascript-lp-solver',
    version: VERSION,
    givesDuals: false,
    solveRelaxation: async (milp, limits) => solve(milp, limits, false),
    solveWhole: async (milp, limits) => solve(milp, limits, true),
  };
}

function solve(milp: Milp, { timeLimitSeconds }: EngineLimits, whole: boolean): EngineAnswer {
  if (timeLimitSeconds <= 0) return { status: 'time-limit' };
  const impossible = emptyRowFault(milp);
  if (impossible !== null) return { status: 'infeasible', message: impossible };
  const startedAt = performance.now();
  let answer: Record<string, unknown>;
  try {
    answer = solver.Solve(modelOf(milp, timeLimitSeconds, whole)) as Record<string, unknown>;
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  const isLate = performance.now() - startedAt >= timeLimitSeconds * 1000;
  if (answer.bounded === false) return { status: 'unbounded' };
  if (answer.feasible !== true) return { status: isLate ? 'time-limit' : 'infeasible' };
  const columnValues = Float64Array.from({ length: milp.columns }, (_, column) => {
    const value = answer[nameOfColumn(column)];
    return (typeof value === 'number' ? value : 0) + milp.columnLower[column]!;
  });
  if (whole && columnValues.some((value) => Math.abs(value - Math.round(value)) > WHOLE_TOLERANCE)) {
    return { status: isLate ? 'time-limit' : 'failed', message: 'the answer holds fractions' };
  }
  return {
    status: isLate ? 'time-limit' : 'optimal',
    columnValues: whole ? columnValues.map(Math.round) : columnValues,
  };
}

/** The library leaves out rows without columns; one that cannot hold makes the whole impossible. */
function emptyRowFault(milp: Milp): string | null {
  const filled = new Uint8Array(milp.rows);
  milp.rowIndices.forEach((row) => (filled[row] = 1));
  for (let row = 0; row < milp.rows; row++) {
    if (filled[row] === 0 && (milp.rowLower[row]! > 0 || milp.rowUpper[row]! < 0))
      return `row ${row} is empty and cannot hold`;
  }
  return null;
}

/** Columns are moved so that each starts at 0, which is all the library knows. */
function modelOf(milp: Milp, timeLimitSeconds: number, whole: boolean) {
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  const moved = new Float64Array(milp.rows);
  for (let column = 0; column < milp.columns; column++) {
    const name = nameOfColumn(column);
    const coefficients: Record<string, number> = { goal: milp.objective[column]! };
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      coefficients[`r${milp.rowIndices[entry]!}`] = milp.values[entry]!;
      moved[milp.rowIndices[entry]!]! += milp.values[entry]! * milp.columnLower[column]!;
    }
    const span = milp.columnUpper[column]! - milp.columnLower[column]!;
    if (Number.isFinite(span)) {
      coefficients[`b${column}`] = 1;
      constraints[`b${column}`] = { max: span };
    }
    variables[name] = coefficients;
    if (whole) ints[name] = 1;
  }
  for (let row = 0; row < milp.rows; row++) {
    const lower = milp.rowLower[row]! - moved[row]!;
    const upper = milp.rowUpper[row]! - moved[row]!;
    const constraint: { min?: number; max?: number } = {};
    if (Number.isFinite(lower)) constraint.min = lower;
    if (Number.isFinite(upper)) constraint.max = upper;
    if (constraint.min !== undefined || constraint.max !== undefined) constraints[`r${row}`] = constraint;
  }
  return {
    optimize: 'goal',
    opType: 'max' as const,
    constraints,
    variables,
    ints,
    options: { timeout: timeLimitSeconds * 1000 },
  };
}

function nameOfColumn(column: number): string {
  return `x${column}`;
}
