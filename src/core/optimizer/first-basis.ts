import { cut } from './decompose';
import type { Milp } from './milp';
import { AT_LOWER, type OpenRelaxation, type WarmBasis } from './warm-relaxation';
import { placesWhere } from './places';

/** Leaving columns out is worth an answer more where no more than this part of them is left. */
const MOSTLY = 0.5;

/**
 * A corner from which the relaxation of a programme takes few steps more: that of the programme without its idle columns. On
 * the first levels, which count few households, most columns are idle. Absent: there are few of them, or no answer.
 */
export function firstBasis(milp: Milp, open: OpenRelaxation, timeLimitSeconds: number): WarmBasis | undefined {
  const useful = usefulColumns(milp);
  if (useful.length === 0 || useful.length > MOSTLY * milp.columns) return undefined;
  const part = cut(milp, useful, Array.from(milp.rowLower.keys()));
  const warm = open(part);
  try {
    const answer = warm.solve(part, { timeLimitSeconds });
    if (answer.status !== 'optimal') return undefined;
    const columns = new Int32Array(milp.columns).fill(AT_LOWER);
    useful.forEach((column, place) => (columns[column] = answer.basis.columns[place]!));
    return { columns, rows: answer.basis.rows };
  } finally {
    warm.close();
  }
}

/**
 * All columns but the idle ones. A column is idle if it is 0 in one of the best answers whatever the others are: it adds nothing to the
 * objective, and no row becomes worse by lowering it (dual fixing; Achterberg et al., Presolve reductions in mixed integer
 * programming, 2020).
 */
export function usefulColumns(milp: Milp): readonly number[] {
  const { columns, objective, columnLower, columnUpper, starts, rowIndices, values, rowLower, rowUpper } = milp;
  // A shortage that costs nothing here may be as large as its row asks.
  const isFreeShortage = (column: number) => {
    const entry = starts[column]!;
    const isAlone = starts[column + 1]! - entry === 1 && values[entry]! > 0;
    return isAlone && objective[column] === 0 && rowUpper[rowIndices[entry]!] === Infinity;
  };
  const least = new Float64Array(milp.rows);
  for (let column = 0; column < columns; column++) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const weight = values[entry]!;
      const isHigh = weight < 0 || isFreeShortage(column);
      least[rowIndices[entry]!]! += weight * (isHigh ? columnUpper : columnLower)[column]!;
    }
  }
  const isNeeded = (column: number) => {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const row = rowIndices[entry]!;
      if (values[entry]! > 0 ? least[row]! < rowLower[row]! : rowUpper[row] !== Infinity) return true;
    }
    return false;
  };
  const isUseful = (column: number) =>
    columnLower[column] !== 0 ||
    (columnUpper[column] !== 0 && (objective[column]! > 0 || isFreeShortage(column) || isNeeded(column)));
  return placesWhere(columns, isUseful);
}
