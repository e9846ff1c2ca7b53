import type { ReceiptFile } from '../../src/core/proof/receipt-file';
import { bestByTrying, milpOf } from './random-milp';

/**
 * The best value of each level of the programme that a receipt writes down, by trying every plan; null where it is too large
 * to try. It reads the file as it stands and shares nothing with the checker.
 */
export function bestOfReceipt(file: ReceiptFile, most = 200_000): number[] | null {
  const sizes = file.columns.map(({ lower = 0, upper = 1 }) => upper - lower + 1);
  if (sizes.reduce((all, size) => all * size, 1) > most) return null;
  const rows = file.rows.map(({ lower = -Infinity, upper = Infinity, columns, weights }) => {
    const row = file.columns.map(() => 0);
    columns.forEach((column, term) => (row[column] = weights?.[term] ?? 1));
    return { weights: row, lower, upper };
  });
  const milp = milpOf(
    file.columns.map(() => 0),
    rows,
    file.columns.map(({ upper = 1 }) => upper),
  );
  file.columns.forEach(({ lower = 0 }, column) => (milp.columnLower[column] = lower));
  const levels = file.levels.map(({ worth }) => {
    const level = file.columns.map(() => 0);
    for (const [column, each] of worth) level[column] = each;
    return level;
  });
  return bestByTrying(milp, levels)?.map((value, level) => value + file.levels[level]!.constant) ?? null;
}
