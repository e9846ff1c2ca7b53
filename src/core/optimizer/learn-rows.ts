import { boundOf, narrowTo, wholeBoundOf, type ExactBound, type ExactProgramme } from '../proof/exact-programme';
import { learn, type Reached } from '../proof/prove-level';
import type { LearntRow, ProofNode, ProofRound } from '../proof/receipt-file';
import { exactToMilp, type EnginePart } from './exact-to-milp';
import { bestBound, multipliersFrom, written } from './find-proof';
import { roundingCuts, type RoundingCut } from './rounding-cuts';
import type { OpenRelaxation } from './warm-relaxation';

/** What was learnt of one level. */
export interface Learnt {
  readonly rounds: readonly ProofRound[];
  readonly rest: ExactProgramme;
  /** The whole proof, where the last multipliers suffice. */
  readonly nodes: readonly ProofNode[] | null;
}

/** How often rows are learnt before what remains is split. */
const MOST_ROUNDS = 20;

/**
 * Looks for rows that bring the bound of a level down to `reached`, each with the sum from which it follows. It keeps to the
 * checker's own steps, so that what holds here holds there.
 */
export function learnRows(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  { reached, kept, nextRow }: Reached,
  { open, secondsLeft }: { readonly open: OpenRelaxation; readonly secondsLeft: () => number },
): Learnt {
  const rounds: ProofRound[] = [];
  let rest = programme;
  let number = nextRow;
  const provenBy = ({ multipliers }: ExactBound): Learnt => ({
    rounds,
    rest,
    nodes: [{ multipliers: [written(multipliers)] }],
  });
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const simple = boundOf(rest, worth, { scale: 1n, ofRow: new Map() })!;
    if (wholeBoundOf(simple) <= reached) return provenBy(simple);
    if (secondsLeft() <= 0) break;
    const part = exactToMilp(rest, worth);
    const warm = open(part.milp);
    try {
      const answer = warm.solve(part.milp, { timeLimitSeconds: secondsLeft() });
      if (answer.status !== 'optimal') break;
      const bound = bestBound(rest, worth, reached, multipliersFrom(part, answer.rowDuals));
      if (bound === null) break;
      if (wholeBoundOf(bound) <= reached) return provenBy(bound);
      const cuts = roundingCuts(
        part.milp,
        answer.columnValues,
        (columns) => warm.tableau?.inverseRows(columns) ?? null,
      );
      const learnt = cuts.map((cut) => learntRowOf(cut, part));
      const next = cuts.length === 0 ? null : learn(narrowTo(rest, bound, kept), learnt, number);
      if (next === null) break;
      rounds.push({ multipliers: written(bound.multipliers), learnt });
      rest = next;
      number += learnt.length;
    } finally {
      warm.close();
    }
  }
  return { rounds, rest, nodes: null };
}

function learntRowOf({ scale, multipliers, fromUpper }: RoundingCut, { columns, rows }: EnginePart): LearntRow {
  return {
    scale,
    rows: multipliers.map(([row, multiplier]) => [rows[row]!, multiplier] as const),
    ...(fromUpper.length === 0 ? {} : { fromUpper: fromUpper.map((column) => columns[column]!) }),
  };
}
