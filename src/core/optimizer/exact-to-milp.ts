import type { ExactProgramme } from '../proof/exact-programme';
import type { Milp } from './milp';

/** The free part of an exact programme, as an engine gets it. Places in the arrays stand for these columns and rows. */
export interface EnginePart {
  readonly milp: Milp;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** Leaves out fixed columns, and rows that cannot bind. Numbers beyond 2^53 lose digits: an engine only gives hints. */
export function exactToMilp(programme: ExactProgramme, worth: ReadonlyMap<number, bigint>): EnginePart {
  const columns = [...programme.columns].filter(([, { lower, upper }]) => lower < upper).map(([column]) => column);
  const placeOf = new Map(columns.map((column, place) => [column, place]));
  const entries: { row: number; weight: number }[][] = columns.map(() => []);
  const rows: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  for (const [number, { lower, upper, terms }] of programme.rows) {
    let [fixed, least, most] = [0n, 0n, 0n];
    const free: [place: number, weight: number][] = [];
    for (const [column, weight] of terms) {
      const sides = programme.columns.get(column)!;
      const place = placeOf.get(column);
      if (place === undefined) {
        fixed += weight * sides.lower;
        continue;
      }
      free.push([place, Number(weight)]);
      least += weight * (weight > 0n ? sides.lower : sides.upper);
      most += weight * (weight > 0n ? sides.upper : sides.lower);
    }
    const [low, high] = [lower === null ? null : lower - fixed, upper === null ? null : upper - fixed];
    if (free.length === 0 || ((low === null || least >= low) && (high === null || most <= high))) continue;
    for (const [place, weight] of free) entries[place]!.push({ row: rows.length, weight });
    rows.push(number);
    rowLower.push(low === null ? -Infinity : Number(low));
    rowUpper.push(high === null ? Infinity : Number(high));
  }
  const starts = new Int32Array(columns.length + 1);
  entries.forEach((each, place) => (starts[place + 1] = starts[place]! + each.length));
  const side = (key: 'lower' | 'upper') =>
    Float64Array.from(columns, (column) => Number(programme.columns.get(column)![key]));
  const milp: Milp = {
    columns: columns.length,
    rows: rows.length,
    objective: Float64Array.from(columns, (column) => Number(worth.get(column) ?? 0n)),
    columnLower: side('lower'),
    columnUpper: side('upper'),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    starts,
    rowIndices: Int32Array.from(entries.flat(), ({ row }) => row),
    values: Float64Array.from(entries.flat(), ({ weight }) => weight),
  };
  return { milp, columns, rows };
}
