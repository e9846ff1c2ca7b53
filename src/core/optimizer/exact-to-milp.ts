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
  const side = (key: 'lower' | 'upper') =>
    Float64Array.from(columns, (column) => Number(programme.columns.get(column)![key]));
  const [columnLower, columnUpper] = [side('lower'), side('upper')];
  const rows: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const entryRows: number[] = [];
  const entryPlaces: number[] = [];
  const entryWeights: number[] = [];
  const starts = new Int32Array(columns.length + 1);
  for (const [number, row] of programme.rows) {
    const from = entryRows.length;
    let [fixed, least, most] = [0, 0, 0];
    for (const [column, exact] of row.terms) {
      const weight = Number(exact);
      const place = placeOf.get(column);
      if (place === undefined) {
        fixed += weight * Number(programme.columns.get(column)!.lower);
        continue;
      }
      entryRows.push(rows.length);
      entryPlaces.push(place);
      entryWeights.push(weight);
      least += weight * (weight > 0 ? columnLower : columnUpper)[place]!;
      most += weight * (weight > 0 ? columnUpper : columnLower)[place]!;
    }
    const low = row.lower === null ? -Infinity : Number(row.lower) - fixed;
    const high = row.upper === null ? Infinity : Number(row.upper) - fixed;
    if (entryRows.length === from || (least >= low && most <= high)) {
      for (const entries of [entryRows, entryPlaces, entryWeights]) entries.length = from;
      continue;
    }
    for (let entry = from; entry < entryPlaces.length; entry++) starts[entryPlaces[entry]! + 1]!++;
    rows.push(number);
    rowLower.push(low);
    rowUpper.push(high);
  }
  for (let place = 0; place < columns.length; place++) starts[place + 1]! += starts[place]!;
  const next = starts.slice();
  const rowIndices = new Int32Array(entryRows.length);
  const values = new Float64Array(entryRows.length);
  entryPlaces.forEach((place, entry) => {
    const at = next[place]!++;
    rowIndices[at] = entryRows[entry]!;
    values[at] = entryWeights[entry]!;
  });
  const milp: Milp = {
    columns: columns.length,
    rows: rows.length,
    objective: Float64Array.from(columns, (column) => Number(worth.get(column) ?? 0n)),
    columnLower,
    columnUpper,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    starts,
    rowIndices,
    values,
  };
  return { milp, columns, rows };
}
