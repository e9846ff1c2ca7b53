import type { Milp } from '../optimizer/milp';

/**
 * A bound that needs no solver to believe (weak duality). For any multipliers y on the rows, every whole or fractional
 * solution x of the programme has `c·x ≤ y·b + Σ_j max(d_j·lower_j, d_j·upper_j)` with `d = c − y·A`, where a positive y
 * uses the upper side of its row and a negative y the lower side. All numbers are whole after multiplying by `scale`, so
 * the arithmetic below is exact and knows no tolerance.
 */
export interface Receipt {
  readonly scale: bigint;
  /** One a row, times `scale`. */
  readonly multipliers: readonly bigint[];
  /** c − y·A, one a column, times `scale`. */
  readonly reducedCosts: readonly bigint[];
  /** No solution has more than this, times `scale`. */
  readonly scaledBound: bigint;
}

/** The finest fraction to which multipliers are rounded when no small denominator fits all of them. */
const FINE_SCALE = 1_000_000;
const SMALL_SCALES = [
  1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 18, 20, 24, 30, 36, 40, 48, 60, 72, 84, 90, 120, 180, 210, 360, 420, 840,
];
/** How far a multiplier of an engine may lie from a fraction for that fraction to be tried. Guesses only: the bound is exact for any y. */
const FRACTION_TOLERANCE = 1e-7;

/** The exact bound that the multipliers of an engine give; null where they give none (a column without an end). */
export function receiptFrom(milp: Milp, rowDuals: Float64Array): Receipt | null {
  const scale = SMALL_SCALES.find((candidate) => fitsScale(rowDuals, candidate)) ?? FINE_SCALE;
  const multipliers = Array.from(rowDuals, (dual, row) => {
    const bound = dual > 0 ? milp.rowUpper[row]! : milp.rowLower[row]!;
    return Number.isFinite(bound) && Number.isFinite(dual) ? BigInt(Math.round(dual * scale)) : 0n;
  });
  return receiptOf(milp, multipliers, BigInt(scale));
}

/** Computes the bound of given multipliers; this alone has to be trusted. */
export function receiptOf(milp: Milp, multipliers: readonly bigint[], scale: bigint): Receipt | null {
  let scaledBound = 0n;
  for (let row = 0; row < milp.rows; row++) {
    const multiplier = multipliers[row]!;
    if (multiplier === 0n) continue;
    const side = multiplier > 0n ? milp.rowUpper[row]! : milp.rowLower[row]!;
    if (!Number.isFinite(side)) return null;
    scaledBound += multiplier * BigInt(side);
  }
  const reducedCosts: bigint[] = [];
  const quick = Float64Array.from(multipliers, Number);
  for (let column = 0; column < milp.columns; column++) {
    const reducedCost = quickCost(milp, column, quick, Number(scale)) ?? exactCost(milp, column, multipliers, scale);
    reducedCosts.push(reducedCost);
    if (reducedCost === 0n) continue;
    const side = reducedCost > 0n ? milp.columnUpper[column]! : milp.columnLower[column]!;
    if (!Number.isFinite(side)) return null;
    scaledBound += reducedCost * BigInt(side);
  }
  return { scale, multipliers, reducedCosts, scaledBound };
}

/** What is left of a column's worth; null where the sum passes what a float holds exactly. */
function quickCost(milp: Milp, column: number, multipliers: Float64Array, scale: number): bigint | null {
  let left = milp.objective[column]! * scale;
  let size = Math.abs(left);
  for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
    const used = multipliers[milp.rowIndices[entry]!]! * milp.values[entry]!;
    left -= used;
    size += Math.abs(used);
  }
  return size <= Number.MAX_SAFE_INTEGER ? BigInt(left) : null;
}

function exactCost(milp: Milp, column: number, multipliers: readonly bigint[], scale: bigint): bigint {
  let left = BigInt(milp.objective[column]!) * scale;
  for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
    left -= multipliers[milp.rowIndices[entry]!]! * BigInt(milp.values[entry]!);
  }
  return left;
}

/** The bound as a whole number: with whole coefficients no whole solution has more than this. */
export function wholeBound({ scale, scaledBound }: Receipt): number {
  const quotient = scaledBound / scale;
  return Number(scaledBound < 0n && quotient * scale !== scaledBound ? quotient - 1n : quotient);
}

function fitsScale(duals: Float64Array, scale: number): boolean {
  return duals.every((dual) => Math.abs(dual * scale - Math.round(dual * scale)) <= FRACTION_TOLERANCE * scale);
}
