import type { Milp } from '../../src/core/optimizer/milp';

export interface TinyRow {
  readonly weights: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** A programme from rows written out in full. */
export function milpOf(
  objective: readonly number[],
  rows: readonly TinyRow[],
  upper: readonly number[] = objective.map(() => 1),
): Milp {
  const starts = [0];
  const rowIndices: number[] = [];
  const values: number[] = [];
  objective.forEach((_, column) => {
    rows.forEach(({ weights }, row) => {
      if (!weights[column]) return;
      rowIndices.push(row);
      values.push(weights[column]);
    });
    starts.push(rowIndices.length);
  });
  return {
    columns: objective.length,
    rows: rows.length,
    objective: Float64Array.from(objective),
    columnLower: new Float64Array(objective.length),
    columnUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    starts: Int32Array.from(starts),
    rowIndices: Int32Array.from(rowIndices),
    values: Float64Array.from(values),
  };
}

/** The rows of a programme written out in full. */
export function rowsOf(milp: Milp): TinyRow[] {
  const rows = Array.from({ length: milp.rows }, (_, row) => ({
    weights: new Array<number>(milp.columns).fill(0),
    lower: milp.rowLower[row]!,
    upper: milp.rowUpper[row]!,
  }));
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      rows[milp.rowIndices[entry]!]!.weights[column]! += milp.values[entry]!;
    }
  }
  return rows;
}

/** A programme in words: rows as `-Infinity..1: 1 1 0`, columns as `0..1 0..1 0..2`. */
export function shown(milp: Milp): { objective: string; columns: string; rows: string[] } {
  return {
    objective: milp.objective.join(' '),
    columns: [...milp.columnLower].map((lower, column) => `${lower}..${milp.columnUpper[column]}`).join(' '),
    rows: rowsOf(milp).map(({ weights, lower, upper }) => `${lower}..${upper}: ${weights.join(' ')}`),
  };
}

/** Every whole solution, by trying all of them. */
export function* solutionsOf(milp: Milp): Generator<number[]> {
  const sums = new Array<number>(milp.rows).fill(0);
  const values = new Array<number>(milp.columns).fill(0);
  function* from(column: number): Generator<number[]> {
    if (column === milp.columns) {
      if (sums.every((sum, row) => sum >= milp.rowLower[row]! && sum <= milp.rowUpper[row]!)) yield [...values];
      return;
    }
    const add = (amount: number) => {
      for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
        sums[milp.rowIndices[entry]!]! += amount * milp.values[entry]!;
      }
    };
    for (let value = milp.columnLower[column]!; value <= milp.columnUpper[column]!; value++) {
      values[column] = value;
      add(value);
      yield* from(column + 1);
      add(-value);
    }
  }
  yield* from(0);
}

/** The best level values, lexicographically, by trying every solution; null where there is none. */
export function bestByTrying(milp: Milp, levels: readonly (readonly number[])[]): number[] | null {
  let best: number[] | null = null;
  for (const solution of solutionsOf(milp)) {
    const vector = levels.map((level) => level.reduce((sum, each, column) => sum + each * solution[column]!, 0));
    if (best === null || isMore(vector, best)) best = vector;
  }
  return best;
}

function isMore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at >= 0 && a[at]! > b[at]!;
}
