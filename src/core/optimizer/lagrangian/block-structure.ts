import type { Milp } from '../milp';

/** Which household and which unit a column is about, by number; -1 for a column of shortage. */
export interface ColumnOwners {
  readonly households: number;
  readonly units: number;
  readonly householdOf: Int32Array;
  readonly unitOf: Int32Array;
}

/**
 * A large programme seen as many small ones. The units that share a `kept` row (draagkracht or pace of a wijk, the mix of a
 * complex) are one block, and its rows are kept exactly by a dynamic programme over states. All other rows get a price.
 *
 * A block goes through its places one by one; each takes one class of columns, or none. A class is one way to count in the
 * kept rows. The state is what was used of them, written as one number with a digit for each row.
 */
export interface BlockStructure {
  readonly milp: Milp;
  readonly owners: ColumnOwners;
  /** Columns of a unit, ascending: `unitColumns[unitStarts[u] … unitStarts[u + 1]]`. */
  readonly unitStarts: Int32Array;
  readonly unitColumns: Int32Array;
  /** Places of a unit: how many columns it can take. */
  readonly placesOf: Int32Array;
  /** Class of each column within its block. */
  readonly classOf: Uint8Array;
  readonly blocks: readonly Block[];
  /** 1 for the rows that the blocks keep. */
  readonly isKept: Uint8Array;
}

export interface Block {
  readonly units: readonly number[];
  readonly classes: number;
  readonly states: number;
  /** State after a place took a class, by `class × states + state`; -1: does not fit. */
  readonly next: Int32Array;
}

/** More states than this make a block too slow; then its widest row gets a price instead. */
const MOST_STATES = 512;
const MOST_CLASSES = 255;

/** `mayKeep` names the rows that hold for few units only, such as those of a wijk or a complex. */
export function blockStructure(milp: Milp, owners: ColumnOwners, mayKeep: (row: number) => boolean): BlockStructure {
  const keepable = keepableRows(milp, owners, mayKeep);
  const unitRows = rowsOfUnits(milp, owners);
  const { unitStarts, unitColumns } = columnsByUnit(owners);
  // Without such a row the unit has at least as many places as columns.
  const placesOf = Int32Array.from(unitRows, (row, unit) =>
    row < 0 ? unitStarts[unit + 1]! - unitStarts[unit]! : milp.rowUpper[row]!,
  );
  const isKept = new Uint8Array(milp.rows);
  for (const row of unitRows) if (row >= 0) isKept[row] = 1;
  const classOf = new Uint8Array(milp.columns);
  const blocks = groupUnits(milp, owners, keepable).map(({ units, rows }): Block => {
    const kept = narrowRows(milp, rows, isKept);
    return compileBlock(milp, units, kept, { unitStarts, unitColumns }, classOf);
  });
  return { milp, owners, unitStarts, unitColumns, placesOf, classOf, blocks, isKept };
}

/** Rows with an upper side only and weights of at least 0: what such a row has used says all that the rest must know. */
function keepableRows(milp: Milp, { unitOf }: ColumnOwners, mayKeep: (row: number) => boolean): Uint8Array {
  const keepable = Uint8Array.from({ length: milp.rows }, (_, row) =>
    Number.isFinite(milp.rowUpper[row]!) && milp.rowLower[row] === -Infinity && mayKeep(row) ? 1 : 0,
  );
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      if (milp.values[entry]! < 0 || unitOf[column]! < 0) keepable[milp.rowIndices[entry]!] = 0;
    }
  }
  return keepable;
}

/** The row that holds a unit to its places: all its columns and no others, with weight 1. -1 where there is none. */
function rowsOfUnits(milp: Milp, { unitOf, units }: ColumnOwners): Int32Array {
  const size = new Int32Array(milp.rows);
  const unitOfRow = new Int32Array(milp.rows).fill(-1);
  const isPlain = new Uint8Array(milp.rows).fill(1);
  const columnsOf = new Int32Array(units);
  for (let column = 0; column < milp.columns; column++) {
    const unit = unitOf[column]!;
    if (unit >= 0) columnsOf[unit]!++;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      if (size[row]!++ === 0) unitOfRow[row] = unit;
      else if (unitOfRow[row] !== unit) isPlain[row] = 0;
      if (milp.values[entry] !== 1) isPlain[row] = 0;
    }
  }
  const rowOf = new Int32Array(units).fill(-1);
  for (let row = 0; row < milp.rows; row++) {
    const unit = unitOfRow[row]!;
    if (isPlain[row] === 0 || unit < 0 || size[row] !== columnsOf[unit] || milp.rowLower[row] !== -Infinity) continue;
    if (rowOf[unit] === -1 || milp.rowUpper[row]! < milp.rowUpper[rowOf[unit]!]!) rowOf[unit] = row;
  }
  return rowOf;
}

function columnsByUnit({ unitOf, units }: ColumnOwners) {
  const unitStarts = new Int32Array(units + 1);
  for (const unit of unitOf) if (unit >= 0) unitStarts[unit + 1]!++;
  for (let unit = 0; unit < units; unit++) unitStarts[unit + 1]! += unitStarts[unit]!;
  const next = unitStarts.slice();
  const unitColumns = new Int32Array(unitStarts[units]!);
  unitOf.forEach((unit, column) => {
    if (unit >= 0) unitColumns[next[unit]!++] = column;
  });
  return { unitStarts, unitColumns };
}

/** Units that share a row that may be kept, with those rows; both ascending. */
function groupUnits(milp: Milp, { unitOf, units }: ColumnOwners, keepable: Uint8Array) {
  const parent = Int32Array.from({ length: units }, (_, unit) => unit);
  const root = (unit: number): number => {
    let at = unit;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const firstUnit = new Int32Array(milp.rows).fill(-1);
  for (let column = 0; column < milp.columns; column++) {
    const unit = unitOf[column]!;
    if (unit < 0) continue;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      if (keepable[row] === 0) continue;
      if (firstUnit[row] === -1) firstUnit[row] = unit;
      else {
        const [a, b] = [root(firstUnit[row]!), root(unit)];
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  const groups = new Map<number, { units: number[]; rows: number[] }>();
  for (let unit = 0; unit < units; unit++) {
    const key = root(unit);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { units: [unit], rows: [] });
    else group.units.push(unit);
  }
  firstUnit.forEach((unit, row) => {
    if (unit >= 0) groups.get(root(unit))!.rows.push(row);
  });
  return [...groups.values()];
}

/** As many rows as the number of states allows, the narrowest first; rows that are kept already say nothing new. */
function narrowRows(milp: Milp, rows: readonly number[], isKept: Uint8Array): number[] {
  const byWidth = rows.filter((row) => isKept[row] === 0);
  byWidth.sort((a, b) => milp.rowUpper[a]! - milp.rowUpper[b]!);
  const kept: number[] = [];
  let states = 1;
  for (const row of byWidth) {
    if (states * (milp.rowUpper[row]! + 1) > MOST_STATES) break;
    states *= milp.rowUpper[row]! + 1;
    kept.push(row);
  }
  for (const row of kept) isKept[row] = 1;
  return kept;
}

function compileBlock(
  milp: Milp,
  units: readonly number[],
  rows: readonly number[],
  { unitStarts, unitColumns }: Pick<BlockStructure, 'unitStarts' | 'unitColumns'>,
  classOf: Uint8Array,
): Block {
  const place = new Map(rows.map((row, at) => [row, at]));
  const classes = new Map<string, readonly number[]>();
  const numbers = new Map<string, number>();
  for (const unit of units) {
    for (let at = unitStarts[unit]!; at < unitStarts[unit + 1]!; at++) {
      const column = unitColumns[at]!;
      const weights = rows.map(() => 0);
      for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
        const digit = place.get(milp.rowIndices[entry]!);
        if (digit !== undefined) weights[digit] = milp.values[entry]!;
      }
      const key = weights.join(',');
      let number = numbers.get(key);
      if (number === undefined) {
        if (numbers.size > MOST_CLASSES) throw new RangeError('a block has too many classes');
        number = numbers.size;
        numbers.set(key, number);
        classes.set(key, weights);
      }
      classOf[column] = number;
    }
  }
  const uppers = rows.map((row) => milp.rowUpper[row]!);
  const states = uppers.reduce((product, upper) => product * (upper + 1), 1);
  const next = new Int32Array(classes.size * states).fill(-1);
  [...classes.values()].forEach((weights, number) => {
    for (let state = 0; state < states; state++) {
      let [rest, stride, target] = [state, 1, state];
      uppers.forEach((upper, digit) => {
        const used = rest % (upper + 1);
        rest = Math.floor(rest / (upper + 1));
        if (used + weights[digit]! > upper) target = -1;
        if (target >= 0) target += weights[digit]! * stride;
        stride *= upper + 1;
      });
      next[number * states + state] = target;
    }
  });
  return { units, classes: classes.size, states, next };
}
