import type { AllocationModel } from './build-milp';
import type { Milp } from './milp';
import { pick, type Places } from './places';

/** A part of a programme that shares no row with the rest, as places in it. See `programmeOf`. */
export interface Component {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Components are exact only where no level may give up value, because that room is shared by all. */
export function componentsOf({ milp, levels }: Pick<AllocationModel, 'milp' | 'levels'>): Component[] {
  if (levels.every(({ epsilon }) => epsilon === 0)) return decompose(milp);
  return milp.columns === 0 ? [] : [whole(milp)];
}

/** A component as a programme of its own. A copy, which of a country is large: make it when its turn has come. */
export function programmeOf(milp: Milp, { columns, rows }: Component): Milp {
  return columns.length === milp.columns && rows.length === milp.rows ? milp : cut(milp, columns, rows);
}

/**
 * Splits a programme into its connected components over shared rows. The best plan of the whole is the best plans of the
 * parts together, level by level, as long as no level may give up part of its value (epsilon 0).
 */
export function decompose(milp: Milp): Component[] {
  const parent = Int32Array.from({ length: milp.columns }, (_, column) => column);
  const root = (column: number): number => {
    let at = column;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const firstOfRow = new Int32Array(milp.rows).fill(-1);
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      if (firstOfRow[row] === -1) firstOfRow[row] = column;
      else joinRoots(parent, root(firstOfRow[row]!), root(column));
    }
  }
  const columnsOf = new Map<number, number[]>();
  for (let column = 0; column < milp.columns; column++) append(columnsOf, root(column), column);
  const rowsOf = new Map<number, number[]>();
  firstOfRow.forEach((column, row) => column >= 0 && append(rowsOf, root(column), row));
  // A row without columns cannot be met by any component; it stays behind and makes the programme infeasible on its own.
  return Array.from(columnsOf, ([key, columns]) => ({
    columns: Int32Array.from(columns),
    rows: Int32Array.from(rowsOf.get(key) ?? []),
  }));
}

function whole({ columns, rows }: Milp): Component {
  const all = (length: number) => Int32Array.from({ length }, (_, place) => place);
  return { columns: all(columns), rows: all(rows) };
}

/** The part of a programme with these columns and rows; entries outside those rows are left out. */
export function cut(milp: Milp, columns: Places, rows: Places): Milp {
  const placeOfRow = new Int32Array(milp.rows).fill(-1);
  rows.forEach((row, place) => (placeOfRow[row] = place));
  const starts = new Int32Array(columns.length + 1);
  let most = 0;
  for (const column of columns) most += milp.starts[column + 1]! - milp.starts[column]!;
  const rowIndices = new Int32Array(most);
  const values = new Float64Array(most);
  let kept = 0;
  for (let place = 0; place < columns.length; place++) {
    const column = columns[place]!;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = placeOfRow[milp.rowIndices[entry]!]!;
      if (row < 0) continue;
      rowIndices[kept] = row;
      values[kept++] = milp.values[entry]!;
    }
    starts[place + 1] = kept;
  }
  return {
    columns: columns.length,
    rows: rows.length,
    objective: pick(milp.objective, columns),
    columnLower: pick(milp.columnLower, columns),
    columnUpper: pick(milp.columnUpper, columns),
    rowLower: pick(milp.rowLower, rows),
    rowUpper: pick(milp.rowUpper, rows),
    starts,
    rowIndices: rowIndices.slice(0, kept),
    values: values.slice(0, kept),
  };
}

function joinRoots(parent: Int32Array, a: number, b: number): void {
  parent[Math.max(a, b)] = Math.min(a, b);
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
