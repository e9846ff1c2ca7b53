import { receiptFrom, wholeBound, type Receipt } from '../../proof/receipt';
import type { Milp } from '../milp';
import { pick, placesWhere } from '../places';
import { narrow, propagate } from '../narrow';
import { freePart, rowOf, withRows } from '../programme';
import { isBrokenAlready } from '../search-near-bound';
import { tighten } from '../tighten';
import type { OpenRelaxation } from '../warm-relaxation';
import type { BlockStructure, ColumnOwners } from './block-structure';
import { PricedRelaxation, type KeptLevel, type RelaxedLevel } from './priced-relaxation';
import { withoutSure } from './sure-weight';

export interface FaceQuestion {
  readonly structure: BlockStructure;
  readonly level: Float64Array;
  readonly kept: readonly KeptLevel[];
  /** What a plan has. */
  readonly value: number;
  /** A whole number that no plan has more than. */
  readonly bound: number;
  readonly prices: RelaxedLevel;
}

export interface FaceSearch {
  readonly open: OpenRelaxation;
  readonly secondsLeft: () => number;
}

/** How often a bound is lowered before it is left. */
const MOST_TURNS = 4;
/** What a row that must be full may lack, at this cost a point: a relaxation with a solution has prices, an impossible one none. */
const LACKING_COST = 4;

/**
 * A lower bound for a level that counts. A plan that reaches the bound of the relaxation must hold every row with a price to
 * its side and leave out every column that loses; on those few plans the rows say more than they did, and often enough that
 * none of them is possible. Then the bound is one less, and so on. Exact: whole numbers throughout.
 */
export function boundByFace(
  question: FaceQuestion,
  firstColumns: readonly number[],
  { open, secondsLeft }: FaceSearch,
): number {
  const { structure, level, kept, value, prices } = question;
  const programme = withRows(
    structure.milp,
    kept.map(({ coefficients, atLeast }) => rowOf(coefficients, atLeast, Infinity)),
  );
  const whole: Milp = { ...programme, objective: level };
  const part = freePart(whole);
  const duals = Float64Array.from([...prices.prices, ...prices.levelPrices]);
  const receipt = receiptFrom(part.milp, pick(duals, part.rows));
  if (receipt === null) return question.bound;
  let { bound } = question;
  for (let turn = 0; turn < MOST_TURNS && bound > value && secondsLeft() > 0; turn++) {
    const face = propagate(withoutSure(narrow(whole, part, receipt, bound)));
    if (faceBound(face, structure.owners, firstColumns, { open, secondsLeft }) >= bound) break;
    // However little the face holds: plans just below the bound need not lie in it.
    bound--;
  }
  return bound;
}

/** The bound of the relaxation on what is left. */
function faceBound(
  face: Milp,
  { households, units, householdOf, unitOf }: ColumnOwners,
  firstColumns: readonly number[],
  { open, secondsLeft }: FaceSearch,
): number {
  const free = freePart(face);
  if (isBrokenAlready(face, free)) return -Infinity;
  const soft = withLacking(tighten(free.milp));
  const pick = (of: Int32Array) =>
    Int32Array.from({ length: soft.columns }, (_, at) => of[free.columns[at] ?? -1] ?? -1);
  const owners = { households, units, householdOf: pick(householdOf), unitOf: pick(unitOf) };
  const placeOf = new Map(Array.from(free.columns, (column, place) => [column, place]));
  const first = firstColumns.flatMap((column) => placeOf.get(column) ?? []);
  const relaxed = new PricedRelaxation(soft, owners, open, first).solve(soft.objective, [], secondsLeft);
  const receipt: Receipt | null = relaxed === null ? null : receiptFrom(soft, relaxed.prices);
  return receipt === null ? Infinity : wholeBound(receipt) + free.constant;
}

/** Every row with a lower side may lack what it lacks, at a cost. */
function withLacking(milp: Milp): Milp {
  const rows = placesWhere(milp.rows, (row) => Number.isFinite(milp.rowLower[row]!));
  const grow = (from: Float64Array, of: (row: number) => number) =>
    Float64Array.from([...from, ...rows.map((row) => of(row))]);
  const end = milp.starts[milp.columns]!;
  return {
    ...milp,
    columns: milp.columns + rows.length,
    objective: grow(milp.objective, () => -LACKING_COST),
    columnLower: grow(milp.columnLower, () => 0),
    columnUpper: grow(milp.columnUpper, (row) => Math.max(0, milp.rowLower[row]!)),
    starts: Int32Array.from([...milp.starts, ...rows.map((_, place) => end + place + 1)]),
    rowIndices: Int32Array.from([...milp.rowIndices, ...rows]),
    values: Float64Array.from([...milp.values, ...rows.map(() => 1)]),
  };
}
