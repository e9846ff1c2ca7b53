import { floorDivide, type ExactProgramme, type ExactRow, type Multipliers } from './exact-programme';

/**
 * The row that follows from a sum of rows by rounding. With `Σ w·x ≤ l` the sum, over the scale, and x counted from its lower
 * side (`x = lower + y`) or its upper side (`x = upper − y`), every y is a whole number of at least 0. So weights of y may be
 * rounded down, and then the limit too. Null where a row is used on a side that it has not, or is not known.
 */
export function learntRow(
  { columns, rows }: ExactProgramme,
  { scale, ofRow }: Multipliers,
  fromUpper: ReadonlySet<number>,
): ExactRow | null {
  const sum = new Map<number, bigint>();
  let limit = 0n;
  for (const [number, multiplier] of ofRow) {
    const row = rows.get(number);
    const side = multiplier > 0n ? row?.upper : row?.lower;
    if (row === undefined || side === null || side === undefined) return null;
    limit += multiplier * side;
    for (const [column, weight] of row.terms) sum.set(column, (sum.get(column) ?? 0n) + multiplier * weight);
  }
  const terms = new Map<number, bigint>();
  let counted = 0n;
  for (const [column, weight] of sum) {
    const isUp = fromUpper.has(column);
    const side = isUp ? columns.get(column)!.upper : columns.get(column)!.lower;
    const rounded = isUp ? -floorDivide(-weight, scale) : floorDivide(weight, scale);
    limit -= weight * side;
    counted += rounded * side;
    if (rounded !== 0n) terms.set(column, rounded);
  }
  return { lower: null, upper: floorDivide(limit, scale) + counted, terms };
}
