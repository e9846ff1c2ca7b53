import type { Milp } from './milp';
import { isPossible, rowSums } from './programme';

/**
 * A valid plan without any engine: pins first, then pair by pair in the order of the levels as long as every row holds, then
 * the shortages that remain. The search starts from it, and it is what is left when time runs out at once. Null where this
 * simple way finds none.
 */
export function firstPlan(milp: Milp, levels: readonly Float64Array[]): Float64Array | null {
  const values = Float64Array.from(milp.columnLower);
  const sums = rowSums(milp, values);
  const isShortage = (column: number) =>
    milp.columnUpper[column]! - milp.columnLower[column]! > 1 || levels.some((level) => level[column]! < 0);
  const order = Array.from({ length: milp.columns }, (_, column) => column).filter((column) => !isShortage(column));
  order.sort((a, b) => compareByLevels(levels, a, b));
  const add = (column: number, amount: number) => {
    values[column]! += amount;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      sums[milp.rowIndices[entry]!]! += amount * milp.values[entry]!;
    }
  };
  const fits = (column: number): boolean => {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      if (sums[row]! + milp.values[entry]! > milp.rowUpper[row]!) return false;
    }
    return true;
  };
  for (const column of order) {
    if (values[column]! < milp.columnUpper[column]! && fits(column)) add(column, 1);
  }
  for (let column = 0; column < milp.columns; column++) {
    if (!isShortage(column)) continue;
    const entry = milp.starts[column]!;
    if (entry === milp.starts[column + 1]!) continue;
    const row = milp.rowIndices[entry]!;
    const lacking = milp.rowLower[row]! - sums[row]!;
    if (lacking > 0) add(column, Math.min(lacking, milp.columnUpper[column]! - values[column]!));
  }
  return isPossible(milp, values) ? values : null;
}

function compareByLevels(levels: readonly Float64Array[], a: number, b: number): number {
  for (const level of levels) {
    const difference = level[b]! - level[a]!;
    if (difference !== 0) return difference;
  }
  return a - b;
}
