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
  const numbers = new Map<number, number>();
  const partOf = new Int32Array(milp.columns);
  for (let column = 0; column < milp.columns; column++) {
    const key = root(column);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    partOf[column] = numbers.get(key)!;
  }
  const columns = placesByNumber(partOf, numbers.size);
  // A row without columns cannot be met by any component; it stays behind and makes the programme infeasible on its own.
  const rows = placesByNumber(
    firstOfRow.map((column) => (column < 0 ? -1 : partOf[column]!)),
    numbers.size,
  );
  return columns.map((each, part) => ({ columns: each, rows: rows[part]! }));
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

/** The places that have each number, ascending; below 0: none. */
function placesByNumber(numbers: Int32Array, count: number): Int32Array[] {
  const sizes = new Int32Array(count);
  for (const number of numbers) if (number >= 0) sizes[number]!++;
  const places = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  numbers.forEach((number, place) => {
    if (number >= 0) places[number]![sizes[number]!++] = place;
  });
  return places;
}
