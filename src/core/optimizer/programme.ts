import { cut } from './decompose';
import type { Milp } from './milp';
import { placesWhere } from './places';

/** What is still free of a programme. `constant` is what its fixed columns add to the objective. */
export interface FreePart {
  /** Places of the free columns in the whole programme; columns of the part are in the same order. */
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly milp: Milp;
  readonly constant: number;
}

/** Leaves fixed columns out, and rows that hold none but fixed ones. */
export function freePart(milp: Milp): FreePart {
  const free: number[] = [];
  const fixedSum = new Float64Array(milp.rows);
  const hasFree = new Uint8Array(milp.rows);
  let constant = 0;
  for (let column = 0; column < milp.columns; column++) {
    const isFree = milp.columnLower[column]! < milp.columnUpper[column]!;
    const fixedAt = milp.columnLower[column]!;
    if (isFree) free.push(column);
    else if (fixedAt === 0) continue;
    else constant += fixedAt * milp.objective[column]!;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      if (isFree) hasFree[milp.rowIndices[entry]!] = 1;
      else fixedSum[milp.rowIndices[entry]!]! += fixedAt * milp.values[entry]!;
    }
  }
  const rows = placesWhere(milp.rows, (row) => hasFree[row] === 1);
  const part = cut(milp, free, rows);
  const lessFixed = (bounds: Float64Array) => bounds.map((bound, place) => bound - fixedSum[rows[place]!]!);
  return {
    columns: Int32Array.from(free),
    rows: Int32Array.from(rows),
    milp: { ...part, rowLower: lessFixed(part.rowLower), rowUpper: lessFixed(part.rowUpper) },
    constant,
  };
}

/** Values of the part put back among the fixed columns of the whole. */
export function wholeValues(milp: Milp, part: FreePart, partValues: Float64Array): Float64Array {
  const values = Float64Array.from(milp.columnLower);
  part.columns.forEach((column, place) => (values[column] = partValues[place]!));
  return values;
}

/** The sum of coefficients times values. Exact: all numbers are whole and sums stay far below 2^53. */
export function weigh(coefficients: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < values.length; column++) sum += coefficients[column]! * values[column]!;
  return sum;
}

/** The sum of each row under these values. */
export function rowSums(milp: Milp, values: Float64Array): Float64Array {
  const sums = new Float64Array(milp.rows);
  for (let column = 0; column < milp.columns; column++) {
    if (values[column] === 0) continue;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      sums[milp.rowIndices[entry]!]! += milp.values[entry]! * values[column]!;
    }
  }
  return sums;
}

/** Whether whole values keep every bound and every row; exact, without a tolerance. */
export function isPossible(milp: Milp, values: Float64Array): boolean {
  for (let column = 0; column < milp.columns; column++) {
    const value = values[column]!;
    if (!Number.isInteger(value) || value < milp.columnLower[column]! || value > milp.columnUpper[column]!)
      return false;
  }
  return rowSums(milp, values).every((sum, row) => sum >= milp.rowLower[row]! && sum <= milp.rowUpper[row]!);
}

/** `lower ≤ Σ weight · column ≤ upper`, by places of columns. */
export interface SparseRow {
  readonly columns: readonly number[];
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** The programme with these rows below its own. */
export function withRows(milp: Milp, rows: readonly SparseRow[]): Milp {
  const added = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  const counts = new Int32Array(milp.columns);
  for (const { columns } of rows) for (const column of columns) counts[column]!++;
  const starts = new Int32Array(milp.columns + 1);
  const rowIndices = new Int32Array(milp.rowIndices.length + added);
  const values = new Float64Array(milp.values.length + added);
  const next = new Int32Array(milp.columns);
  for (let column = 0; column < milp.columns; column++) {
    const from = milp.starts[column]!;
    const to = milp.starts[column + 1]!;
    const at = starts[column]!;
    rowIndices.set(milp.rowIndices.subarray(from, to), at);
    values.set(milp.values.subarray(from, to), at);
    next[column] = at + to - from;
    starts[column + 1] = next[column]! + counts[column]!;
  }
  for (const [place, { columns, weights }] of rows.entries()) {
    columns.forEach((column, term) => {
      const at = next[column]!++;
      rowIndices[at] = milp.rows + place;
      values[at] = weights[term]!;
    });
  }
  return {
    ...milp,
    rows: milp.rows + rows.length,
    rowLower: Float64Array.from([...milp.rowLower, ...rows.map(({ lower }) => lower)]),
    rowUpper: Float64Array.from([...milp.rowUpper, ...rows.map(({ upper }) => upper)]),
    starts,
    rowIndices,
    values,
  };
}

/** These coefficients as a row; those of 0 are left out. */
export function rowOf(coefficients: Float64Array, lower: number, upper: number): SparseRow {
  const columns = placesWhere(coefficients.length, (column) => coefficients[column] !== 0);
  return { columns, weights: columns.map((column) => coefficients[column]!), lower, upper };
}
