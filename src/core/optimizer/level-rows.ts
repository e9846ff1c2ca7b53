import type { Milp } from './milp';
import { rowOf, withRows } from './programme';

/** The programme with one row more for each level, open on both sides: a later step may hold a level to a value. */
export function withLevelRows(milp: Milp, levels: readonly Float64Array[]): Milp {
  return withRows(
    milp,
    levels.map((coefficients) => rowOf(coefficients, -Infinity, Infinity)),
  );
}
