import { boundOf, narrowTo, wholeBoundOf, type ExactBound, type ExactProgramme } from '../proof/exact-programme';
import { learn, type Reached } from '../proof/prove-level';
import type { LearntRow, ProofNode, ProofRound } from '../proof/receipt-file';
import { exactToMilp, type EnginePart } from './exact-to-milp';
import { bestBound, multipliersFrom, written } from './find-proof';
import { eachOnce, roundingCuts, type RoundingCut } from './rounding-cuts';
import { AT_LOWER, BASIC, type OpenRelaxation, type WarmBasis } from './warm-relaxation';

/** What was learnt of one level. */
export interface Learnt {
  readonly rounds: readonly ProofRound[];
  readonly rest: ExactProgramme;
  /** The whole proof, where the last multipliers suffice. */
  readonly nodes: readonly ProofNode[] | null;
}

/** How often rows are learnt before what remains is split. */
const MOST_ROUNDS = 40;
/** How often after the whole part of the bound is reached: the closer it comes, the less is left for the levels below. */
const MOST_CLOSING = 2;

/** What rows are learnt with. */
interface Search {
  readonly open: OpenRelaxation;
  readonly secondsLeft: () => number;
}

/**
 * Looks for rows that bring the bound of a level down to `reached`, each with the sum from which it follows. It keeps to the
 * checker's own steps, so that what holds here holds there.
 */
export function learnRows(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  { reached, kept, nextRow }: Reached,
  search: Search,
): Learnt {
  const rounds: ProofRound[] = [];
  let [rest, number, closing] = [programme, nextRow, 0];
  let corner: Corner | undefined;
  const provenBy = ({ multipliers }: ExactBound): Learnt => ({
    ...{ rounds, rest },
    nodes: [{ multipliers: [written(multipliers)] }],
  });
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const simple = boundOf(rest, worth, { scale: 1n, ofRow: new Map() })!;
    if (wholeBoundOf(simple) <= reached) return provenBy(simple);
    const level = { rest, worth, reached, part: exactToMilp(rest, worth) };
    const seen = lookAt(level, corner, search);
    if (seen === null) break;
    const { bound } = seen;
    const isReached = wholeBoundOf(bound) <= reached;
    if (isReached && (isExact(bound, reached) || closing++ === MOST_CLOSING)) return provenBy(bound);
    // Another corner of the same relaxation shows other fractions.
    const other = corner === undefined ? null : lookAt(level, undefined, search);
    corner = (other ?? seen).corner;
    const cuts = eachOnce([...seen.cuts, ...(other?.cuts ?? [])]);
    const learnt = cuts.map((cut) => learntRowOf(cut, level.part));
    const next = learnt.length === 0 ? null : learn(narrowTo(rest, bound, kept), learnt, number);
    if (next === null && isReached) return provenBy(bound);
    if (next === null) break;
    rounds.push({ multipliers: written(bound.multipliers), learnt });
    rest = next;
    number += learnt.length;
  }
  return { rounds, rest, nodes: null };
}

/** A level on the way, and what of it an engine gets. */
interface OpenLevel {
  readonly rest: ExactProgramme;
  readonly worth: ReadonlyMap<number, bigint>;
  readonly reached: bigint;
  readonly part: EnginePart;
}

/** What one corner of the relaxation gives. */
interface Seen {
  readonly bound: ExactBound;
  readonly corner: Corner;
  /** None where the bound leaves nothing to learn. */
  readonly cuts: readonly RoundingCut[];
}

/** Solves the relaxation from a corner, or from nothing. Null: no answer, no bound, or no time. */
function lookAt(
  { rest, worth, reached, part }: OpenLevel,
  from: Corner | undefined,
  { open, secondsLeft }: Search,
): Seen | null {
  if (secondsLeft() <= 0) return null;
  const warm = open(part.milp);
  try {
    const answer = warm.solve(part.milp, { timeLimitSeconds: secondsLeft(), basis: from && basisAt(from, part) });
    if (answer.status !== 'optimal') return null;
    const bound = bestBound(rest, worth, reached, multipliersFrom(part, answer.rowDuals));
    if (bound === null) return null;
    const inverseRows = (columns: readonly number[]) => warm.tableau?.inverseRows(columns) ?? null;
    const cuts = isExact(bound, reached) ? [] : roundingCuts(part.milp, answer.columnValues, inverseRows);
    return { bound, corner: cornerOf(answer.basis, part), cuts };
  } finally {
    warm.close();
  }
}

/** Whether the bound itself, and not only its whole part, is no more than this. */
function isExact({ scaledBound, multipliers: { scale } }: ExactBound, reached: bigint): boolean {
  return scaledBound <= reached * scale;
}

/** What columns and rows are in a corner, by their numbers in the exact programme. */
interface Corner {
  readonly columns: ReadonlyMap<number, number>;
  readonly rows: ReadonlyMap<number, number>;
}

function cornerOf(basis: WarmBasis, { columns, rows }: EnginePart): Corner {
  return {
    columns: new Map(columns.map((column, place) => [column, basis.columns[place]!])),
    rows: new Map(rows.map((row, place) => [row, basis.rows[place]!])),
  };
}

/** The same corner in what is left of the programme and the rows that were learnt of it. */
function basisAt(corner: Corner, { columns, rows }: EnginePart): WarmBasis {
  return {
    columns: Int32Array.from(columns, (column) => corner.columns.get(column) ?? AT_LOWER),
    rows: Int32Array.from(rows, (row) => corner.rows.get(row) ?? BASIC),
  };
}

function learntRowOf({ scale, multipliers, fromUpper }: RoundingCut, { columns, rows }: EnginePart): LearntRow {
  return {
    scale,
    rows: multipliers.map(([row, multiplier]) => [rows[row]!, multiplier] as const),
    ...(fromUpper.length === 0 ? {} : { fromUpper: fromUpper.map((column) => columns[column]!) }),
  };
}
