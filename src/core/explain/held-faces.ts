import type { Milp } from '../optimizer/milp';
import { propagate } from '../optimizer/narrow';
import { weigh } from '../optimizer/programme';
import type { Face, Resolver } from '../optimizer/resolve-with';
import type { BoundedLevel } from '../optimizer/search-near-bound';

/**
 * The faces of a plan that is known: on face k all levels before k (0 = first) keep the values of the plan. Where a column is
 * no longer free on a face, taking it costs something on the level before: that is proven by the multipliers, without a
 * search.
 */
export interface HeldFaces {
  /** One more than there are levels: the last one holds them all. */
  readonly faces: readonly Milp[];
  /** Where the relaxation of each level ended. */
  readonly bases: readonly BoundedLevel['basis'][];
  /** The value of the plan on each level. */
  readonly values: readonly number[];
  /** For each column: the level (0 = first) that is the last on which taking it can first cost something; past the last level: none found. */
  readonly lostAt: Int32Array;
  /** For each column: what it costs at least on that level, if it costs nothing before; 0: nothing known. */
  readonly lossAtLeast: Float64Array;
  /** The face with this column taken from which a search starts; `loss`: what its level is known to lose at least. */
  faceWith(column: number, level: number, loss: number): Face | null;
}

export function holdFaces(resolver: Resolver, known: Float64Array): HeldFaces {
  const { levels, milp } = resolver;
  const faces: Milp[] = [propagate(milp)];
  const bases: BoundedLevel['basis'][] = [];
  const values = levels.map(({ coefficients }) => weigh(coefficients, known));
  const lostAt = new Int32Array(milp.columns).fill(levels.length);
  const lossAtLeast = new Float64Array(milp.columns);
  levels.forEach((_, level) => {
    const face = faces[level]!;
    const { next, bounded } = resolver.holdKnown(face, level, values[level]!);
    faces.push(next);
    bases.push(bounded.basis);
    for (let column = 0; column < milp.columns; column++) {
      if (lostAt[column]! < levels.length || face.columnUpper[column]! < 1 || next.columnUpper[column]! >= 1) continue;
      lostAt[column] = level;
      lossAtLeast[column] = 1;
    }
    raiseByReceipt(bounded, values[level]!, level, lostAt, lossAtLeast);
  });
  return {
    faces,
    bases,
    values,
    lostAt,
    lossAtLeast,
    faceWith(column, level, loss) {
      const face = faces[level]!;
      if (face.columnUpper[column]! < 1) return null;
      const columnLower = face.columnLower.slice();
      columnLower[column] = 1;
      return { level, programme: { ...face, columnLower }, basis: bases[level], ceiling: values[level]! - loss };
    },
  };
}

/** Taking a column costs at least its reduced cost, less what the bound lies above the plan. */
function raiseByReceipt(
  { part, receipt }: BoundedLevel,
  value: number,
  level: number,
  lostAt: Int32Array,
  lossAtLeast: Float64Array,
): void {
  if (receipt === null) return;
  const { scale, scaledBound, reducedCosts } = receipt;
  const room = scaledBound - BigInt(value - part.constant) * scale;
  part.columns.forEach((column, place) => {
    if (lostAt[column] !== level) return;
    const loss = -reducedCosts[place]! - room;
    if (loss <= 0n) return;
    const atLeast = Number((loss + scale - 1n) / scale);
    lossAtLeast[column] = Math.max(lossAtLeast[column]!, atLeast);
  });
}
