import { candidatePairs } from '../matching/candidate-pairs';
import type { Match, Plan } from '../matching/plan';
import type { Household, Problem, Unit } from '../matching/problem';
import { indexProblem, pairKey, required, type ProblemIndex } from '../matching/problem-index';
import { planLoad } from '../quotas/plan-load';
import type { Sha256 } from '../rules/rule';
import { explainLevels, type LevelExplanation } from './explain-levels';
import { judgePair, type PairVerdict } from './judge-pair';

/** Why this household in this home. Exact: nothing in it is an estimate. */
export interface MatchExplanation {
  readonly householdId: string;
  readonly unitId: string;
  /** Every rule of the policy with its facts. */
  readonly verdicts: readonly PairVerdict[];
  /** In the order of the policy. */
  readonly levels: readonly LevelExplanation[];
  /** From this level on (1 = first), every optimal plan holds this match; null: a free choice between equals. */
  readonly decidedAtLevel: number | null;
  /** The other homes of the problem, those that the household may have first, then by id. */
  readonly alternatives: readonly Alternative[];
  /** The other households that may live in this home. */
  readonly candidates: { readonly count: number; readonly householdIds: readonly string[] };
  /** The plan did not hold this match: it takes the place of one that failed. */
  readonly asReserve?: true;
  /** Somebody made this match by hand, on the facts of that day. */
  readonly byHand?: true;
}

export interface Alternative {
  readonly unitId: string;
  readonly name: string;
  readonly eligible: boolean;
  /** Whether the plan gives all its free places to other households. */
  readonly takenInPlan: boolean;
}

/** Explains every match of a plan, in its order. Throws `unknown-reference` for a match outside the problem. */
export function explainMatches(
  problem: Problem,
  plan: Pick<Plan, 'matches'>,
  sha256: Sha256,
): readonly MatchExplanation[] {
  const round = openRound(problem, plan);
  return plan.matches.map((match) => explainOne(round, match, sha256));
}

/** Throws `unknown-reference` for a match outside the problem. */
export function explainMatch(
  problem: Problem,
  plan: Pick<Plan, 'matches'>,
  match: Match,
  sha256: Sha256,
): MatchExplanation {
  return explainOne(openRound(problem, plan), match, sha256);
}

/** What all explanations of one plan share. */
interface Round {
  readonly index: ProblemIndex;
  readonly plan: Pick<Plan, 'matches'>;
  /** The keys of all eligible pairs. */
  readonly eligible: ReadonlySet<string>;
  /** How many matches each unit has. */
  readonly taken: ReadonlyMap<string, number>;
}

function openRound(problem: Problem, plan: Pick<Plan, 'matches'>): Round {
  const index = indexProblem(problem);
  const eligible = new Set(Array.from(candidatePairs(index), ({ household, unit }) => pairKey(household.id, unit.id)));
  const taken = new Map<string, number>();
  for (const { unitId } of plan.matches) taken.set(unitId, (taken.get(unitId) ?? 0) + 1);
  return { index, plan, eligible, taken };
}

function explainOne(round: Round, match: Match, sha256: Sha256): MatchExplanation {
  const { index, plan } = round;
  const household = required(index.households, match.householdId, 'household');
  const unit = required(index.units, match.unitId, 'unit');
  return {
    householdId: household.id,
    unitId: unit.id,
    verdicts: judgePair(index, household, unit).verdicts,
    levels: explainLevels(index, planLoad(index, plan), household, unit, sha256),
    decidedAtLevel: match.decidedAtLevel,
    alternatives: alternativesOf(round, household, unit),
    candidates: candidatesFor(round, household, unit),
  };
}

function alternativesOf({ index, eligible, taken }: Round, household: Household, chosen: Unit): readonly Alternative[] {
  return index.problem.units
    .filter((unit) => unit.id !== chosen.id)
    .map((unit) => ({
      unitId: unit.id,
      name: unit.name,
      eligible: eligible.has(pairKey(household.id, unit.id)),
      takenInPlan: (taken.get(unit.id) ?? 0) >= unit.freePlaces,
    }))
    .sort((a, b) => Number(b.eligible) - Number(a.eligible) || (a.unitId < b.unitId ? -1 : 1));
}

function candidatesFor({ index, eligible }: Round, chosen: Household, unit: Unit): MatchExplanation['candidates'] {
  const householdIds = index.problem.households
    .filter((household) => household.id !== chosen.id && eligible.has(pairKey(household.id, unit.id)))
    .map(({ id }) => id)
    .sort();
  return { count: householdIds.length, householdIds };
}
