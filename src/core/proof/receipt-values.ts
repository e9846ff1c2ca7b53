import type { ExactProgramme } from './exact-programme';
import type { ReceiptFault } from './read-receipt';
import type { ReceiptFile } from './receipt-file';

export type ColumnValues = ReadonlyMap<number, bigint>;

/** The value of every column under the plan of a receipt. */
export function receiptValues(
  file: Pick<ReceiptFile, 'columns' | 'rows' | 'matches'>,
): ColumnValues | { faults: readonly ReceiptFault[] } {
  const numberOf = new Map<string, number>();
  file.columns.forEach(({ pair }, column) => pair && numberOf.set(JSON.stringify(pair), column));
  const chosen: number[] = [];
  const faults: ReceiptFault[] = [];
  file.matches.forEach((pair, place) => {
    const column = numberOf.get(JSON.stringify(pair));
    if (column !== undefined) chosen.push(column);
    else faults.push({ path: `matches/${place}`, value: pair, expected: 'een paar dat een kolom heeft' });
  });
  return faults.length > 0 ? { faults } : valuesOf(file, chosen);
}

/** The columns when these pairs are in the plan; what a soft row lacks is what the pairs leave, and not a point more. */
export function valuesOf(
  { columns, rows }: Pick<ReceiptFile, 'columns' | 'rows'>,
  chosen: readonly number[],
): ColumnValues {
  const values = new Map<number, bigint>(columns.map((_, column) => [column, 0n]));
  for (const column of chosen) values.set(column, values.get(column)! + 1n);
  columns.forEach(({ shortageOf }, place) => {
    if (shortageOf === undefined) return;
    const { lower = 0, columns: terms, weights } = rows[shortageOf]!;
    const counted = terms.reduce((sum, column, term) => sum + BigInt(weights?.[term] ?? 1) * values.get(column)!, 0n);
    values.set(place, BigInt(lower) > counted ? BigInt(lower) - counted : 0n);
  });
  return values;
}

/** The sum of worth times value over some columns. */
export function valueOf(columns: Iterable<number>, worth: ColumnValues, values: ColumnValues): bigint {
  let sum = 0n;
  for (const column of columns) sum += (worth.get(column) ?? 0n) * values.get(column)!;
  return sum;
}

/** Whether these values keep every column and every row of a programme. */
export function keepsAll({ columns, rows }: ExactProgramme, values: ColumnValues): boolean {
  const within = (value: bigint, lower: bigint | null, upper: bigint | null) =>
    (lower === null || value >= lower) && (upper === null || value <= upper);
  return (
    [...columns].every(([column, { lower, upper }]) => within(values.get(column)!, lower, upper)) &&
    [...rows.values()].every(({ lower, upper, terms }) => within(valueOf(terms.keys(), terms, values), lower, upper))
  );
}
