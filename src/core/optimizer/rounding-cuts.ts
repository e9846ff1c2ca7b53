import type { Milp } from './milp';
import { rowSums, type SparseRow } from './programme';

/**
 * A row that every whole solution keeps and the fractional one at hand breaks (a Gomory cut), with the sum of rows from which it follows:
 * each row times its multiplier over `scale`, then rounded. `learntRow` makes it again from that sum alone.
 */
export interface RoundingCut extends SparseRow {
  readonly scale: number;
  readonly multipliers: readonly (readonly [row: number, multiplier: number])[];
  /** The columns that are counted from their upper side, so that their weight is rounded up. */
  readonly fromUpper: readonly number[];
}

/** Gives for columns with a fraction how often each row counts in the sum from which their value follows. */
export type InverseRows = (columns: readonly number[]) => readonly Float64Array[] | null;

/** Denominators that are tried for the numbers of an engine; whatever is tried, the cut holds. */
const MOST_SCALE = 840;
const SCALE_TOLERANCE = 1e-6;
/** A cut also follows from each of these times the sum; those are tried that cut off most. */
const TIMES = [1, -1, 2, -2, 3, -3];
const TIMES_TRIED = 2;
const MOST_FRACTIONS = 100;
const MOST_CUTS = 60;
/** The cosine of the angle between two cuts of which one is enough: of few cuts, and of many. */
export const FEW_ALIKE = 0.5;
export const MANY_ALIKE = 0.8;
/** By how much a cut must be broken, as a distance. */
const LEAST_DISTANCE = 1e-3;
const WHOLE_TOLERANCE = 1e-4;
const SIDE_TOLERANCE = 1e-6;
/** Up to here quotients of whole numbers are rounded the right way. */
const MOST_SUM = 1e12;

/**
 * Looks for rows that cut off a fractional solution and no whole one (Gomory 1958, Chvátal 1973). A column with a fraction has
 * its value from a sum of rows; keep of every multiplier what is left after whole numbers, round all weights of the sum to the
 * side that stays true, and round its limit down, since whole numbers cannot lie between.
 */
export function roundingCuts(
  programme: Milp,
  columnValues: Float64Array,
  inverseRows: InverseRows,
  mostAlike = MANY_ALIKE,
): RoundingCut[] {
  const fractional = closestToHalf(columnValues);
  const inverses = fractional.length === 0 ? null : inverseRows(fractional);
  if (inverses === null) return [];
  const sides = sidesOf(programme, columnValues);
  const solution: Solution = {
    programme,
    columnValues,
    rows: byRow(programme),
    sums: new Float64Array(programme.columns),
    touched: new Int32Array(programme.rowIndices.length),
  };
  const found = new Map<string, { readonly cut: RoundingCut; readonly distance: number }>();
  for (const [place, sum] of inverses.entries()) {
    const scale = scaleOf(sum);
    if (scale === null) continue;
    for (const times of deepest(columnValues[fractional[place]!]!)) {
      const multipliers = fractionsOf(sum, scale, times, sides);
      const cut = multipliers && cutFrom(solution, scale, multipliers);
      const distance = cut ? distanceTo(cut, programme, columnValues) : 0;
      if (cut && distance >= LEAST_DISTANCE) found.set(keyOf(cut), { cut, distance });
    }
  }
  return differing(
    [...found.values()].sort((a, b) => b.distance - a.distance).map(({ cut }) => cut),
    mostAlike,
  );
}

const keyOf = ({ columns, weights, upper }: RoundingCut) => JSON.stringify([columns, weights, upper]);

/** The cuts of several corners of a relaxation, each once. */
export function eachOnce(cuts: readonly RoundingCut[]): RoundingCut[] {
  return [...new Map(cuts.map((cut) => [keyOf(cut), cut])).values()];
}

/** The first of these that do not say nearly the same as one before. */
function differing(cuts: readonly RoundingCut[], mostAlike: number): RoundingCut[] {
  const kept: { readonly cut: RoundingCut; readonly weightOf: ReadonlyMap<number, number>; readonly size: number }[] =
    [];
  for (const cut of cuts) {
    if (kept.length === MOST_CUTS) break;
    const weightOf = new Map(cut.columns.map((column, term) => [column, cut.weights[term]!]));
    const size = Math.hypot(...cut.weights);
    const isLike = kept.some((other) => {
      const product = cut.columns.reduce(
        (sum, column) => sum + weightOf.get(column)! * (other.weightOf.get(column) ?? 0),
        0,
      );
      return product > mostAlike * size * other.size;
    });
    if (!isLike) kept.push({ cut, weightOf, size });
  }
  return kept.map(({ cut }) => cut);
}

function closestToHalf(columnValues: Float64Array): number[] {
  const awayFromHalf = (column: number) => Math.abs(columnValues[column]! - Math.floor(columnValues[column]!) - 0.5);
  return Array.from(columnValues.keys())
    .filter((column) => awayFromHalf(column) < 0.5 - WHOLE_TOLERANCE)
    .sort((a, b) => awayFromHalf(a) - awayFromHalf(b) || a - b)
    .slice(0, MOST_FRACTIONS);
}

/** A sum cuts off what its value has over a whole number. */
function deepest(value: number): number[] {
  const over = (times: number) => times * value - Math.floor(times * value + WHOLE_TOLERANCE);
  return [...TIMES].sort((a, b) => over(b) - over(a) || TIMES.indexOf(a) - TIMES.indexOf(b)).slice(0, TIMES_TRIED);
}

/** 1 where a row stands at its upper side, -1 at its lower, 2 at both, 0 at none. */
function sidesOf(programme: Milp, columnValues: Float64Array): Int8Array {
  return Int8Array.from(rowSums(programme, columnValues), (sum, row) => {
    const isUp = Math.abs(sum - programme.rowUpper[row]!) <= SIDE_TOLERANCE;
    const isDown = Math.abs(sum - programme.rowLower[row]!) <= SIDE_TOLERANCE;
    return isUp && isDown ? 2 : Number(isUp) - Number(isDown);
  });
}

/** The smallest denominator of all numbers of a sum; null: none. */
function scaleOf(sum: Float64Array): number | null {
  const used = sum.filter((each) => Math.abs(each) > SCALE_TOLERANCE);
  for (let scale = 2; scale <= MOST_SCALE; scale++) {
    if (used.every((each) => Math.abs(each * scale - Math.round(each * scale)) <= SCALE_TOLERANCE)) return scale;
  }
  return null;
}

/** What is left of each multiplier, on a side that its row stands at; null where it stands at none. */
function fractionsOf(
  sum: Float64Array,
  scale: number,
  times: number,
  sides: Int8Array,
): (readonly [row: number, multiplier: number])[] | null {
  const kept: (readonly [number, number])[] = [];
  for (let row = 0; row < sum.length; row++) {
    const whole = Math.round(sum[row]! * scale) * times;
    const left = ((whole % scale) + scale) % scale;
    if (left === 0) continue;
    if (sides[row] === 0) return null;
    kept.push([row, sides[row]! > 0 ? left : left - scale]);
  }
  return kept.length > 0 ? kept : null;
}

interface Solution {
  readonly programme: Milp;
  readonly columnValues: Float64Array;
  readonly rows: RowTerms;
  /** Room to add up rows in: one a column, all 0 between sums. */
  readonly sums: Float64Array;
  /** Room for the columns of a sum. */
  readonly touched: Int32Array;
}

/** The columns of these rows, some perhaps twice, and in `sums` what each weighs. */
function addUp({ rows, sums, touched }: Solution, multipliers: RoundingCut['multipliers']): Int32Array {
  let count = 0;
  for (const [row, multiplier] of multipliers) {
    for (let term = rows.starts[row]!; term < rows.starts[row + 1]!; term++) {
      const column = rows.columns[term]!;
      if (sums[column] === 0) touched[count++] = column;
      sums[column]! += multiplier * rows.weights[term]!;
    }
  }
  return touched.subarray(0, count);
}

function cutFrom(solution: Solution, scale: number, multipliers: RoundingCut['multipliers']): RoundingCut | null {
  const { programme, columnValues, sums } = solution;
  let limit = 0;
  for (const [row, multiplier] of multipliers) {
    limit += multiplier * (multiplier > 0 ? programme.rowUpper : programme.rowLower)[row]!;
  }
  const [terms, fromUpper]: [(readonly [column: number, weight: number])[], number[]] = [[], []];
  let [shift, most] = [0, 0];
  for (const column of addUp(solution, multipliers)) {
    const weight = sums[column]!;
    if (weight === 0) continue;
    sums[column] = 0;
    const low = programme.columnLower[column]!;
    const high = programme.columnUpper[column]!;
    const isUp = columnValues[column]! - low > high - columnValues[column]!;
    const rounded = isUp ? Math.ceil(weight / scale) : Math.floor(weight / scale);
    if (isUp) fromUpper.push(column);
    limit -= weight * (isUp ? high : low);
    shift += rounded * (isUp ? high : low);
    most = Math.max(most, Math.abs(weight), Math.abs(limit));
    if (rounded !== 0) terms.push([column, rounded]);
  }
  if (most > MOST_SUM) return null;
  terms.sort(([a], [b]) => a - b);
  return {
    scale,
    multipliers,
    fromUpper: fromUpper.sort((a, b) => a - b),
    columns: terms.map(([column]) => column),
    weights: terms.map(([, weight]) => weight),
    lower: -Infinity,
    upper: Math.floor(limit / scale) + shift,
  };
}

/** How far the solution lies beyond the cut, over the columns that are free. */
function distanceTo({ columns, weights, upper }: RoundingCut, programme: Milp, columnValues: Float64Array): number {
  let [beyond, squares] = [-upper, 0];
  columns.forEach((column, term) => {
    const weight = weights[term]!;
    beyond += weight * columnValues[column]!;
    if (programme.columnLower[column]! < programme.columnUpper[column]!) squares += weight * weight;
  });
  return beyond / Math.sqrt(Math.max(squares, 1));
}

interface RowTerms {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly weights: Float64Array;
}

/** The matrix by row. */
function byRow({ columns, rows, starts, rowIndices, values }: Milp): RowTerms {
  const rowStarts = new Int32Array(rows + 1);
  for (const row of rowIndices) rowStarts[row + 1]!++;
  for (let row = 0; row < rows; row++) rowStarts[row + 1]! += rowStarts[row]!;
  const next = rowStarts.slice();
  const turned = {
    starts: rowStarts,
    columns: new Int32Array(rowIndices.length),
    weights: new Float64Array(rowIndices.length),
  };
  for (let column = 0; column < columns; column++) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const at = next[rowIndices[entry]!]!++;
      turned.columns[at] = column;
      turned.weights[at] = values[entry]!;
    }
  }
  return turned;
}
