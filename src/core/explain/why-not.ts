import { required } from '../matching/problem-index';
import type { PairDecision } from '../matching/problem';
import { fullRowsFor, planLoad } from '../quotas/plan-load';
import { boundPair, forcePair, type Move } from './force-pair';
import { judgePair, type PairVerdict } from './judge-pair';
import { decidingLevel, levelLosses, type LevelLoss } from './level-loss';
import type { OpenedRun } from './opened-run';
import { smallestChange, type LawfulChange } from './smallest-change';
import type { BlockingRow } from './why-nothing';

/** Why a household does not get this home in the plan. */
export type WhyNot =
  | { readonly kind: 'matched' }
  /** All rules in the way, and for each what may lawfully change; all of them are needed. */
  | {
      readonly kind: 'not-eligible';
      readonly verdicts: readonly PairVerdict[];
      readonly ban: PairDecision | null;
      readonly changes: readonly LawfulChange[];
    }
  /** Nobody can give way: these rows are full before the round begins, or what people pinned fills them. */
  | { readonly kind: 'impossible'; readonly blockedBy: readonly BlockingRow[] }
  | {
      readonly kind: 'bound';
      /** The first loss is on this level (1 = highest) or before it; null: not known. */
      readonly level: number | null;
      readonly atLeast: number;
    }
  | {
      readonly kind: 'loss';
      /** The first level on which the plan with this pair is worth something else; null: it is as good. */
      readonly level: number | null;
      readonly levels: readonly LevelLoss[];
      readonly moves: readonly Move[];
    };

/** Answers at once: for an eligible pair only with a lower bound. Throws `unknown-reference`. */
export function whyNotBound(run: OpenedRun, householdId: string, unitId: string): WhyNot {
  const household = required(run.index.households, householdId, 'household');
  const unit = required(run.index.units, unitId, 'unit');
  if (run.plan.matches.some((match) => match.householdId === householdId && match.unitId === unitId)) {
    return { kind: 'matched' };
  }
  const column = run.columnOf(householdId, unitId);
  if (column !== null) return { kind: 'bound', ...boundPair(run, column) };
  const { verdicts, ban } = judgePair(run.index, household, unit);
  const against = verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown');
  return { kind: 'not-eligible', verdicts: against, ban, changes: against.map(smallestChange) };
}

/** The exact answer; where time runs out it is the lower bound. Throws `unknown-reference`. */
export async function whyNotExact(
  run: OpenedRun,
  householdId: string,
  unitId: string,
  secondsLeft: () => number,
): Promise<WhyNot> {
  const atOnce = whyNotBound(run, householdId, unitId);
  const column = run.columnOf(householdId, unitId);
  if (atOnce.kind !== 'bound' || column === null) return atOnce;
  const forced = await forcePair(run, column, secondsLeft);
  switch (forced.status) {
    case 'stopped':
      return atOnce;
    case 'impossible':
      return { kind: 'impossible', blockedBy: fullFromTheStart(run, column) };
    case 'exact':
      return {
        kind: 'loss',
        level: decidingLevel(forced.losses),
        levels: levelLosses(run, forced.losses),
        moves: forced.moves,
      };
  }
}

function fullFromTheStart({ index, model }: OpenedRun, column: number): readonly BlockingRow[] {
  const { household, unit } = model.pairs.at(column)!;
  const pinned = [...index.pins.values()].filter((pin) => pin.householdId !== household.id);
  return fullRowsFor(planLoad(index, { matches: pinned.map(asMatch) }), household, unit).map(
    ({ rule, row, counted, weight }) => ({
      ruleId: rule.id,
      rowId: row.id,
      subject: row.subject.name,
      title: rule.title,
      text: rule.describe(row),
      counted,
      upper: row.upper ?? counted,
      weight,
    }),
  );
}

function asMatch({ householdId, unitId }: PairDecision) {
  return { householdId, unitId, plannedStart: '', decidedAtLevel: null };
}
