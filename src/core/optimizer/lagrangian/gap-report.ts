import type { BlockStructure } from './block-structure';
import { netWorth, type PricedBound } from './exact-bound';

export interface GapReport {
  /** What each row adds to the gap: its price times what the plan leaves of its side. */
  readonly ofRow: Float64Array;
  /** What the blocks together add: the best that they could do at these prices, less what the plan does there. */
  readonly ofBlocks: number;
  /** Bound minus value: the sum of both. */
  readonly gap: number;
}

/**
 * Splits the gap between a bound and a plan over the rows. A row with much of the gap has a price that is wrong, or a side that
 * whole plans cannot use to the full.
 */
export function splitGap(
  structure: BlockStructure,
  objective: Float64Array,
  { prices, bound }: PricedBound,
  columnValues: Float64Array,
): GapReport {
  const { milp } = structure;
  const activity = new Float64Array(milp.rows);
  let value = 0;
  for (let column = 0; column < milp.columns; column++) {
    if (columnValues[column] === 0) continue;
    value += objective[column]! * columnValues[column]!;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      activity[milp.rowIndices[entry]!]! += milp.values[entry]! * columnValues[column]!;
    }
  }
  let sides = 0;
  const ofRow = prices.map((price, row) => {
    if (price === 0) return 0;
    const side = price > 0 ? milp.rowUpper[row]! : milp.rowLower[row]!;
    sides += price * side;
    return price * (side - activity[row]!);
  });
  const worth = netWorth(structure, objective, prices);
  const done = worth.reduce((sum, each, column) => sum + each * columnValues[column]!, 0);
  return { ofRow, ofBlocks: bound - sides - done, gap: bound - value };
}
