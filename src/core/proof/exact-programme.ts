/**
 * A programme in whole numbers of any size: columns with two sides, rows with at most two, addressed by the numbers that the
 * receipt gives them. Everything here is exact; there is no tolerance anywhere.
 */
export interface ExactProgramme {
  readonly columns: ReadonlyMap<number, ExactColumn>;
  readonly rows: ReadonlyMap<number, ExactRow>;
  /** The rows in which a column counts. */
  readonly rowsOf: ReadonlyMap<number, readonly number[]>;
}

/** What a column can be: a whole number from `lower` to `upper`. */
export interface ExactColumn {
  readonly lower: bigint;
  readonly upper: bigint;
}

/** `lower ≤ Σ weight · column ≤ upper`; null: no such side. */
export interface ExactRow {
  readonly lower: bigint | null;
  readonly upper: bigint | null;
  readonly terms: ReadonlyMap<number, bigint>;
}

/** Multipliers on rows, all over one positive `scale`. */
export interface Multipliers {
  readonly scale: bigint;
  readonly ofRow: ReadonlyMap<number, bigint>;
}

/** What multipliers prove: no plan has more than `scaledBound / scale`. */
export interface ExactBound {
  readonly multipliers: Multipliers;
  /** What is left of each column's worth, times the scale. */
  readonly reduced: ReadonlyMap<number, bigint>;
  readonly scaledBound: bigint;
}

export function exactProgramme(
  columns: ReadonlyMap<number, ExactColumn>,
  rows: ReadonlyMap<number, ExactRow>,
): ExactProgramme {
  const rowsOf = new Map<number, number[]>([...columns.keys()].map((column) => [column, []]));
  for (const [row, { terms }] of rows) for (const column of terms.keys()) rowsOf.get(column)?.push(row);
  return { columns, rows, rowsOf };
}

/**
 * Weak duality. Add up the rows, each times its multiplier (the upper side where that is positive, the lower where it is
 * negative), and give every column what is then left of its worth at its best side: no plan can have more than that sum.
 * Null where a row is used on a side that it has not.
 */
export function boundOf(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  multipliers: Multipliers,
): ExactBound | null {
  let scaledBound = 0n;
  const reduced = new Map<number, bigint>();
  for (const column of programme.columns.keys()) reduced.set(column, (worth.get(column) ?? 0n) * multipliers.scale);
  for (const [row, multiplier] of multipliers.ofRow) {
    if (multiplier === 0n) continue;
    const { lower, upper, terms } = programme.rows.get(row) ?? NO_ROW;
    const side = multiplier > 0n ? upper : lower;
    if (side === null) return null;
    scaledBound += multiplier * side;
    for (const [column, weight] of terms) reduced.set(column, reduced.get(column)! - multiplier * weight);
  }
  for (const [column, left] of reduced) {
    const { lower, upper } = programme.columns.get(column)!;
    scaledBound += left * (left > 0n ? upper : lower);
  }
  return { multipliers, reduced, scaledBound };
}

/** The bound in whole numbers: where all worth is whole, nothing lies between. */
export function wholeBoundOf({ scaledBound, multipliers: { scale } }: ExactBound): bigint {
  return floorDivide(scaledBound, scale);
}

/**
 * What is left of the programme for plans that have at least `target`. A column that leaves its best side by 1 costs what is
 * left of its worth, and a row that leaves its side by 1 costs its multiplier; where that is more than bound minus target,
 * it cannot happen. Then `settle`. Null: no such plan.
 */
export function narrowTo(programme: ExactProgramme, bound: ExactBound, target: bigint): ExactProgramme | null {
  const { scale, ofRow } = bound.multipliers;
  const allowed = bound.scaledBound - target * scale;
  if (allowed < 0n) return null;
  const columns = new Map(programme.columns);
  const rows = new Map(programme.rows);
  for (const [column, left] of bound.reduced) {
    const { lower, upper } = columns.get(column)!;
    if (left > allowed) columns.set(column, { lower: upper, upper });
    else if (-left > allowed) columns.set(column, { lower, upper: lower });
  }
  for (const [number, multiplier] of ofRow) {
    const row = rows.get(number)!;
    if (multiplier > allowed) rows.set(number, { ...row, lower: row.upper });
    else if (-multiplier > allowed) rows.set(number, { ...row, upper: row.lower });
  }
  return settle({ ...programme, columns, rows });
}

/** Draws in the sides of the columns to what every row leaves them, until nothing changes. Null: some row cannot hold. */
export function settle(programme: ExactProgramme): ExactProgramme | null {
  const columns = new Map(programme.columns);
  const waiting = new Set(programme.rows.keys());
  for (const number of waiting) {
    waiting.delete(number);
    const row = programme.rows.get(number)!;
    let [least, most, widest] = [0n, 0n, 0n];
    for (const [column, weight] of row.terms) {
      const { lower, upper } = columns.get(column)!;
      const [atLower, atUpper] = [times(weight, lower), times(weight, upper)];
      least += weight > 0n ? atLower : atUpper;
      most += weight > 0n ? atUpper : atLower;
      if (lower < upper) widest = larger(widest, sizeOf(atUpper - atLower));
    }
    // How far the row can go from the side where it is least, and from the side where it is most.
    const up = row.upper === null ? widest : row.upper - least;
    const down = row.lower === null ? widest : most - row.lower;
    if (up < 0n || down < 0n) return null;
    if (up >= widest && down >= widest) continue;
    for (const [column, weight] of row.terms) {
      const { lower, upper } = columns.get(column)!;
      if (lower === upper) continue;
      const size = sizeOf(weight);
      const [fromLower, fromUpper] = weight > 0n ? [up / size, down / size] : [down / size, up / size];
      const drawn = { lower: larger(lower, upper - fromUpper), upper: smaller(upper, lower + fromLower) };
      if (drawn.lower > drawn.upper) return null;
      if (drawn.lower === lower && drawn.upper === upper) continue;
      columns.set(column, drawn);
      for (const other of programme.rowsOf.get(column)!) waiting.add(other);
    }
  }
  return { ...programme, columns };
}

/** The programme with more rows. */
export function withExactRows(programme: ExactProgramme, added: ReadonlyMap<number, ExactRow>): ExactProgramme {
  return exactProgramme(programme.columns, new Map([...programme.rows, ...added]));
}

/** The programme with one column held to a part of what it can be. */
export function withColumn(programme: ExactProgramme, column: number, sides: ExactColumn): ExactProgramme {
  return { ...programme, columns: new Map([...programme.columns, [column, sides]]) };
}

export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

const NO_ROW: ExactRow = { lower: null, upper: null, terms: new Map() };
const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
const sizeOf = (value: bigint) => (value < 0n ? -value : value);
/** Most columns are 0 or 1, which needs no multiplication. */
const times = (weight: bigint, side: bigint) => (side === 0n ? 0n : side === 1n ? weight : weight * side);
