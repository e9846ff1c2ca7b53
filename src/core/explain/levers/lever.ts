import type { Household, Problem, Unit } from '../../matching/problem';
import type { ProblemIndex } from '../../matching/problem-index';
import type { FullRow } from '../../quotas/plan-load';
import type { Text } from '../../rules/rule';
import type { PairJudgement } from '../judge-pair';
import type { ChangeOwner } from '../smallest-change';

/**
 * Something that people may lawfully change so that a household could get a home. Facts about a person (age, household,
 * income, doelgroep, urgency) are never a lever. A lever only proposes; whether it helps is tried by solving again.
 */
export interface Lever {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly title: Text;
  /** Who may pull it. */
  readonly owner: ChangeOwner;
  options(question: LeverQuestion): readonly LeverOption[];
}

export interface LeverOption {
  /** Unique within the lever, made of stable ids. */
  readonly key: string;
  readonly text: Text;
  /** The same round with this one change. */
  apply(problem: Problem): Problem;
}

/** One household without a home in the plan. */
export interface LeverQuestion {
  readonly index: ProblemIndex;
  readonly household: Household;
  /** Every home of the round, in the order of the problem. */
  readonly homes: readonly LeverHome[];
}

export interface LeverHome {
  readonly unit: Unit;
  readonly judgement: PairJudgement;
  /** The rows that leave no room for this household beside the plan. */
  readonly full: readonly FullRow[];
}

/** What a ceiling must rise by to leave room for a row's new weight, the excess of before included. */
export function roomNeeded({ row, counted, weight }: FullRow): number {
  return counted + weight - (row.agreed ?? row.upper ?? counted);
}

/** The full rows of one rule over all homes that are suitable, each once, with the least that gives room. */
export function fullRowsOf({ homes }: LeverQuestion, ruleId: string): readonly FullRow[] {
  const found = new Map<string, FullRow>();
  for (const { judgement, full } of homes) {
    if (!judgement.eligible) continue;
    for (const each of full) {
      if (each.rule.id !== ruleId) continue;
      const known = found.get(each.row.id);
      if (known === undefined || roomNeeded(each) < roomNeeded(known)) found.set(each.row.id, each);
    }
  }
  return [...found.values()];
}
