import type { Plan } from '../matching/plan';
import type { PairDecision, Problem } from '../matching/problem';
import { indexProblem, required } from '../matching/problem-index';
import { fullRowsFor, planLoad } from '../quotas/plan-load';
import type { Sha256, Text } from '../rules/rule';
import { explainLevels, type LevelExplanation } from './explain-levels';
import { judgePair, type PairVerdict } from './judge-pair';

/**
 * - `no-homes`: the round had no homes at all.
 * - `no-eligible-home`: each home fails at least one rule for this household, or a person forbade it.
 * - `outranked`: each eligible home that no other quota closes has gone to other households.
 * - `quota-full`: an eligible home still has a free place, and only a quota (draagkracht, spreiding, hours…) closes it.
 * - `not-chosen`: an eligible home is free and nothing closes it: no level of the policy asks to fill it, or the plan is not the best one.
 */
export type UnmatchedCause = 'no-homes' | 'no-eligible-home' | 'outranked' | 'quota-full' | 'not-chosen';

/** Why a household has no match in a plan. */
export interface UnmatchedExplanation {
  readonly householdId: string;
  readonly cause: UnmatchedCause;
  readonly text: Text;
  readonly homes: number;
  readonly eligibleHomes: number;
  /** In the order of the problem's units. */
  readonly perUnit: readonly UnmatchedUnit[];
  /** For how many homes each rule is in the way, most first; rules that are never in the way are left out. */
  readonly perRule: readonly RuleCount[];
}

export interface UnmatchedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly eligible: boolean;
  /** Only the rules that fail or lack a datum, all of them. */
  readonly verdicts: readonly PairVerdict[];
  /** A person forbade this pair; null: nobody did. */
  readonly ban: PairDecision | null;
  /** Free places that the plan leaves. */
  readonly freePlaces: number;
  /** The quota rows that have no room left for this pair, given the plan. */
  readonly blockedBy: readonly BlockingRow[];
  /** What the pair is worth on each level, to compare with who got the home; empty where it is not eligible. */
  readonly levels: readonly LevelExplanation[];
}

export interface BlockingRow {
  readonly ruleId: string;
  readonly rowId: string;
  readonly subject: string;
  readonly title: Text;
  readonly text: Text;
  /** What counts now, with the plan. */
  readonly counted: number;
  readonly upper: number;
  /** What this household would add. */
  readonly weight: number;
}

export interface RuleCount {
  readonly ruleId: string;
  readonly title: Text;
  readonly count: number;
}

/** The rows of this rule say that a home went to others; every other full row is a quota that closes it. */
const PLACES_RULE = 'places';

/** Throws `unknown-reference` for a household outside the problem. */
export function explainUnmatched(
  problem: Problem,
  plan: Pick<Plan, 'matches'>,
  householdId: string,
  sha256: Sha256,
): UnmatchedExplanation {
  const index = indexProblem(problem);
  const household = required(index.households, householdId, 'household');
  const others = plan.matches.filter((match) => match.householdId !== householdId);
  const loads = planLoad(index, { matches: others });

  const perUnit = problem.units.map((unit): UnmatchedUnit => {
    const judgement = judgePair(index, household, unit);
    const taken = others.filter(({ unitId }) => unitId === unit.id).length;
    return {
      unitId: unit.id,
      unitName: unit.name,
      eligible: judgement.eligible,
      verdicts: judgement.verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown'),
      ban: judgement.ban,
      freePlaces: Math.max(0, unit.freePlaces - taken),
      blockedBy: fullRowsFor(loads, household, unit).map(({ rule, row, counted, weight }) => ({
        ruleId: rule.id,
        rowId: row.id,
        subject: row.subject.name,
        title: rule.title,
        text: rule.describe(row),
        counted,
        upper: row.upper ?? counted,
        weight,
      })),
      levels: judgement.eligible ? explainLevels(index, loads, household, unit, sha256) : [],
    };
  });

  const cause = causeOf(perUnit);
  const eligibleHomes = perUnit.filter(({ eligible }) => eligible).length;
  return {
    householdId,
    cause,
    text: causeText(cause, eligibleHomes),
    homes: perUnit.length,
    eligibleHomes,
    perUnit,
    perRule: countRules(perUnit),
  };
}

function causeOf(perUnit: readonly UnmatchedUnit[]): UnmatchedCause {
  if (perUnit.length === 0) return 'no-homes';
  const eligible = perUnit.filter((unit) => unit.eligible);
  if (eligible.length === 0) return 'no-eligible-home';
  if (eligible.some(({ blockedBy }) => blockedBy.length === 0)) return 'not-chosen';
  const isFree = ({ blockedBy }: UnmatchedUnit) => blockedBy.every(({ ruleId }) => ruleId !== PLACES_RULE);
  return eligible.some(isFree) ? 'quota-full' : 'outranked';
}

function causeText(cause: UnmatchedCause, eligibleHomes: number): Text {
  switch (cause) {
    case 'no-homes':
      return { nl: 'Er waren geen woonplekken in deze ronde.', en: 'There were no homes in this round.' };
    case 'no-eligible-home':
      return { nl: 'Geen enkele woonplek past.', en: 'No home is suitable.' };
    case 'outranked':
      return {
        nl: `Passende woonplekken: ${eligibleHomes}. Die gaan naar huishoudens die voorgaan.`,
        en: `Suitable homes: ${eligibleHomes}. They go to households that come first.`,
      };
    case 'quota-full':
      return {
        nl: `Passende woonplekken: ${eligibleHomes}. Er is nog plaats, maar een afspraak laat geen plaatsing meer toe.`,
        en: `Suitable homes: ${eligibleHomes}. There is a free place, but an agreement admits no more placements.`,
      };
    case 'not-chosen':
      return {
        nl: `Passende woonplekken: ${eligibleHomes}. Er is nog plaats, en het plan gebruikt die niet.`,
        en: `Suitable homes: ${eligibleHomes}. There is a free place, and the plan does not use it.`,
      };
  }
}

function countRules(perUnit: readonly UnmatchedUnit[]): readonly RuleCount[] {
  const counts = new Map<string, { ruleId: string; title: Text; count: number }>();
  for (const { ruleId, title } of perUnit.flatMap(({ verdicts }) => verdicts)) {
    const known = counts.get(ruleId);
    if (known === undefined) counts.set(ruleId, { ruleId, title, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1));
}
