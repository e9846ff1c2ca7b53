import type { Milp } from '../core/optimizer/milp';

/** The first row without columns that cannot hold; null: there is none. Engines overlook such a row, each in its own case. */
export function emptyRowFault(milp: Milp): string | null {
  const filled = new Uint8Array(milp.rows);
  milp.rowIndices.forEach((row) => (filled[row] = 1));
  const broken = filled.findIndex((has, row) => has === 0 && (milp.rowLower[row]! > 0 || milp.rowUpper[row]! < 0));
  return broken === -1 ? null : `row ${broken} is empty and cannot hold`;
}
