import type { Milp } from './milp';

/** The programme with one row more for each level, open on both sides: a later step may hold a level to a value. */
export function withLevelRows(milp: Milp, levels: readonly Float64Array[]): Milp {
  const starts = new Int32Array(milp.columns + 1);
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      rowIndices.push(milp.rowIndices[entry]!);
      values.push(milp.values[entry]!);
    }
    levels.forEach((coefficients, level) => {
      if (coefficients[column] === 0) return;
      rowIndices.push(milp.rows + level);
      values.push(coefficients[column]!);
    });
    starts[column + 1] = rowIndices.length;
  }
  return {
    ...milp,
    rows: milp.rows + levels.length,
    rowLower: Float64Array.from([...milp.rowLower, ...levels.map(() => -Infinity)]),
    rowUpper: Float64Array.from([...milp.rowUpper, ...levels.map(() => Infinity)]),
    starts,
    rowIndices: Int32Array.from(rowIndices),
    values: Float64Array.from(values),
  };
}
