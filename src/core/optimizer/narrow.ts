import type { Receipt } from '../proof/receipt';
import type { Milp } from './milp';
import type { FreePart } from './programme';

/**
 * Keeps of a programme only what can still reach `target` on the objective of the receipt. A column that leaves the side
 * which the receipt prefers loses at least its reduced cost, and a row that leaves its side at least its multiplier; where
 * that is more than the bound minus the target, the column is fixed and the row becomes an equality. Exact, because receipt
 * and sums are whole numbers: no plan that reaches the target is lost.
 */
export function narrow(milp: Milp, part: FreePart, receipt: Receipt, target: number): Milp {
  const allowed = receipt.scaledBound - BigInt(target - part.constant) * receipt.scale;
  const columnLower = milp.columnLower.slice();
  const columnUpper = milp.columnUpper.slice();
  const rowLower = milp.rowLower.slice();
  const rowUpper = milp.rowUpper.slice();
  receipt.reducedCosts.forEach((cost, place) => {
    const column = part.columns[place]!;
    if (cost > allowed) columnLower[column] = columnUpper[column]!;
    else if (-cost > allowed) columnUpper[column] = columnLower[column]!;
  });
  receipt.multipliers.forEach((multiplier, place) => {
    const row = part.rows[place]!;
    if (multiplier > allowed) rowLower[row] = rowUpper[row]!;
    else if (-multiplier > allowed) rowUpper[row] = rowLower[row]!;
  });
  return propagate({ ...milp, columnLower, columnUpper, rowLower, rowUpper });
}

/**
 * Fixes what the rows leave no choice about: a column of 0 or 1 whose other value would break a row. Repeats until nothing
 * changes.
 */
export function propagate(milp: Milp): Milp {
  const { columns, rows, starts, rowIndices, values } = milp;
  const columnLower = milp.columnLower.slice();
  const columnUpper = milp.columnUpper.slice();
  // Room between a side of a row and the sum that comes nearest to it the other way.
  const roomUp = milp.rowUpper.slice();
  const roomDown = new Float64Array(rows);
  for (let row = 0; row < rows; row++) roomDown[row] = -milp.rowLower[row]!;
  for (let column = 0; column < columns; column++) {
    const low = columnLower[column]!;
    const high = columnUpper[column]!;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const row = rowIndices[entry]!;
      const weight = values[entry]!;
      roomUp[row]! -= weight * (weight > 0 ? low : high);
      roomDown[row]! += weight * (weight > 0 ? high : low);
    }
  }
  const fix = (column: number, toHigh: boolean) => {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const weight = values[entry]!;
      const room = weight > 0 === toHigh ? roomUp : roomDown;
      room[rowIndices[entry]!]! -= Math.abs(weight);
    }
    if (toHigh) columnLower[column] = columnUpper[column]!;
    else columnUpper[column] = columnLower[column]!;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let column = 0; column < columns; column++) {
      // All that is asked about is a step of 1.
      if (columnUpper[column]! - columnLower[column]! !== 1) continue;
      let canBeHigh = true;
      let canBeLow = true;
      for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
        const weight = values[entry]!;
        const size = Math.abs(weight);
        const isOverUp = roomUp[rowIndices[entry]!]! < size;
        const isOverDown = roomDown[rowIndices[entry]!]! < size;
        if (weight > 0 ? isOverUp : isOverDown) canBeHigh = false;
        if (weight > 0 ? isOverDown : isOverUp) canBeLow = false;
      }
      if (canBeHigh && canBeLow) continue;
      fix(column, canBeHigh);
      changed = true;
    }
  }
  return { ...milp, columnLower, columnUpper };
}
