import type { Pairs } from '../matching/pair-list';
import type { Pairing } from '../rules/rule';
import { boundPair, forcePair, type PairBound } from './force-pair';
import { compareLosses, decidingLevel, levelLosses, type LevelLoss } from './level-loss';
import type { OpenedRun } from './opened-run';

/** One eligible pair with what the plan loses by it. */
export interface RankedPair {
  readonly householdId: string;
  readonly unitId: string;
  /** From 1; pairs with the same loss share a rank. Null: not known yet. */
  readonly rank: number | null;
  readonly inPlan: boolean;
  /** `bound`: only a lower bound is known. `impossible`: no plan holds this pair. */
  readonly certainty: 'exact' | 'bound' | 'impossible';
  readonly bound: PairBound;
  /** The level that decides (1 = highest); null: the plan is as good with this pair, or it is not known. */
  readonly level: number | null;
  /** Exact losses; empty where they are not known. */
  readonly levels: readonly LevelLoss[];
  /** How many others would live elsewhere. */
  readonly moves: number;
}

/** The eligible homes of a household. */
export function optionColumns({ model }: OpenedRun, householdId: string): readonly number[] {
  return columnsWhere(model.pairs, ({ household }) => household.id === householdId);
}

/** The eligible households of a home. */
export function candidateColumns({ model }: OpenedRun, unitId: string): readonly number[] {
  return columnsWhere(model.pairs, ({ unit }) => unit.id === unitId);
}

function columnsWhere(pairs: Pairs, holds: (pair: Pairing) => boolean): readonly number[] {
  return Array.from(pairs, holds).flatMap((isWanted, column) => (isWanted ? [column] : []));
}

/** Ranked by what is certain at once: later loss first, then less of it. */
export function rankByBound(run: OpenedRun, columns: readonly number[]): readonly RankedPair[] {
  return columns
    .map((column) => atOnce(run, column))
    .sort((a, b) => (b.bound.level ?? Infinity) - (a.bound.level ?? Infinity) || a.bound.atLeast - b.bound.atLeast);
}

/** Ranked by exact loss. What time does not allow keeps its lower bound and comes after; what is impossible comes last. */
export async function rankExactly(
  run: OpenedRun,
  columns: readonly number[],
  secondsLeft: () => number,
): Promise<readonly RankedPair[]> {
  const exact: { pair: RankedPair; losses: readonly number[] }[] = [];
  const open: RankedPair[] = [];
  const impossible: RankedPair[] = [];
  for (const pair of rankByBound(run, columns)) {
    const column = run.columnOf(pair.householdId, pair.unitId)!;
    const forced = secondsLeft() <= 0 ? null : await forcePair(run, column, secondsLeft);
    if (forced === null || forced.status === 'stopped') open.push(pair);
    else if (forced.status === 'impossible') impossible.push({ ...pair, certainty: 'impossible' });
    else {
      const level = decidingLevel(forced.losses);
      const levels = levelLosses(run, forced.losses);
      exact.push({
        losses: forced.losses,
        pair: { ...pair, certainty: 'exact', level, levels, moves: forced.moves.length },
      });
    }
  }
  exact.sort((a, b) => Number(b.pair.inPlan) - Number(a.pair.inPlan) || compareLosses(a.losses, b.losses));
  const ranked = exact.map(({ pair, losses }) => ({
    ...pair,
    rank: 1 + exact.findIndex((other) => compareLosses(other.losses, losses) === 0),
  }));
  return [...ranked, ...open, ...impossible];
}

function atOnce(run: OpenedRun, column: number): RankedPair {
  const { household, unit } = run.model.pairs.at(column)!;
  return {
    householdId: household.id,
    unitId: unit.id,
    rank: null,
    inPlan: run.columnValues[column] === 1,
    certainty: 'bound',
    bound: boundPair(run, column),
    level: null,
    levels: [],
    moves: 0,
  };
}
