import type { Engine } from '../src/core/optimizer/engine';
import type { Milp } from '../src/core/optimizer/milp';

export interface PlainLimits {
  readonly secondsLeft?: () => number;
  /** Told the value of each level that is proven. */
  readonly onLevel?: (value: number) => void;
}

/**
 * The plain way, to compare with: one search in whole numbers for each level, on the whole programme, with a row for every
 * level that is done. Returns the value of each level; throws
 * where a level does not end in time.
 */
export async function solveLevelByLevel(
  milp: Milp,
  levels: readonly Float64Array[],
  engine: Engine,
  { secondsLeft = () => 600, onLevel }: PlainLimits = {},
): Promise<number[]> {
  let programme = milp;
  const values: number[] = [];
  for (const objective of levels) {
    const answer = await engine.solveWhole({ ...programme, objective }, { timeLimitSeconds: secondsLeft() });
    if (answer.status !== 'optimal' || answer.columnValues === undefined)
      throw new Error(`level ended as ${answer.status}`);
    const value = answer.columnValues.reduce((sum, each, column) => sum + Math.round(each) * objective[column]!, 0);
    values.push(value);
    onLevel?.(value);
    programme = withLevelRow(programme, objective, value);
  }
  return values;
}

function withLevelRow(milp: Milp, coefficients: Float64Array, lower: number): Milp {
  const starts: number[] = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  coefficients.forEach((coefficient, column) => {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      rowIndices.push(milp.rowIndices[entry]!);
      values.push(milp.values[entry]!);
    }
    if (coefficient !== 0) {
      rowIndices.push(milp.rows);
      values.push(coefficient);
    }
    starts.push(rowIndices.length);
  });
  return {
    ...milp,
    rows: milp.rows + 1,
    rowLower: Float64Array.from([...milp.rowLower, lower]),
    rowUpper: Float64Array.from([...milp.rowUpper, Infinity]),
    starts: Int32Array.from(starts),
    rowIndices: Int32Array.from(rowIndices),
    values: Float64Array.from(values),
  };
}
