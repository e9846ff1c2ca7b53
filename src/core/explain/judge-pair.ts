import { ruleById } from '../rules/catalogue';
import type { Household, PairDecision, PolicyScope, RuleException, Unit } from '../matching/problem';
import { pairKey, plannedStart, type ProblemIndex } from '../matching/problem-index';
import { rulesForUnit, type AppliedEligibility } from '../rules/policy-rules';
import type { Facts, Outcome, Pairing, Text, Verdict } from '../rules/rule';
import { dateInWords } from '../time/date-in-words';
import type { IsoDate } from '../time/calendar';

/** Everything that is to be said about one household in one unit: all rules, not the first one that fails. */
export interface PairJudgement {
  readonly householdId: string;
  readonly unitId: string;
  /** The planned start, on which the rules were judged. */
  readonly start: IsoDate;
  /** In the order of the policy. */
  readonly verdicts: readonly PairVerdict[];
  readonly ban: PairDecision | null;
  readonly pin: PairDecision | null;
  /** Every verdict `holds` or is `excepted`, and there is no ban. A pin alone makes nothing eligible. */
  readonly eligible: boolean;
}

export interface PairVerdict {
  readonly ruleId: string;
  readonly title: Text;
  /** Where the rule comes from. */
  readonly source: string;
  /** The homes for which the entry that decided holds; null: every home of the region. */
  readonly scope: PolicyScope | null;
  /** `excepted`: the rule fails or is unknown, and an exception that is still valid sets it aside for this pair. */
  readonly outcome: Outcome | 'excepted';
  readonly facts: Facts;
  readonly text: Text;
  readonly exception: RuleException | null;
}

export function judgePair(index: ProblemIndex, household: Household, unit: Unit): PairJudgement {
  const start = plannedStart(index.problem, unit);
  const key = pairKey(household.id, unit.id);
  const exceptions = validExceptions(index, key);

  const decisive = decisiveEntries(rulesForUnit(index.problem.policy, unit), { index, household, unit, start });
  const verdicts = decisive.map(({ rule, scope, verdict }): PairVerdict => {
    const text = rule.describe(verdict);
    const base = { ruleId: rule.id, title: rule.title, source: rule.source, scope, facts: verdict.facts };
    const exception = exceptions.find((each) => each.ruleId === rule.id);
    if (verdict.outcome === 'holds' || exception === undefined) {
      return { ...base, outcome: verdict.outcome, text, exception: null };
    }
    return { ...base, outcome: 'excepted', text: withException(text, exception), exception };
  });

  const ban = index.bans.get(key) ?? null;
  return {
    householdId: household.id,
    unitId: unit.id,
    start,
    verdicts,
    ban,
    pin: index.pins.get(key) ?? null,
    eligible: ban === null && verdicts.every(({ outcome }) => outcome === 'holds' || outcome === 'excepted'),
  };
}

interface Judged extends AppliedEligibility {
  readonly verdict: Verdict;
}

const STRICTNESS: readonly Outcome[] = ['holds', 'unknown', 'fails'];

/** One entry a rule: where several must hold for this home, the first one that is the most against it. */
function decisiveEntries(entries: readonly AppliedEligibility[], pairing: Pairing): readonly Judged[] {
  const decisive = new Map<string, Judged>();
  for (const entry of entries) {
    const verdict = entry.rule.judge(pairing, entry.parameters);
    const earlier = decisive.get(entry.rule.id);
    if (earlier && STRICTNESS.indexOf(earlier.verdict.outcome) >= STRICTNESS.indexOf(verdict.outcome)) continue;
    decisive.set(entry.rule.id, { ...entry, verdict });
  }
  return [...decisive.values()];
}

/** The exceptions of a pair that are still valid on the day of the round, on rules that allow one. */
export function validExceptions(index: ProblemIndex, key: string): readonly RuleException[] {
  return (index.exceptions.get(key) ?? []).filter(
    ({ ruleId, until }) => until >= index.problem.asOf && ruleById(ruleId).noException === undefined,
  );
}

function withException(text: Text, { until }: RuleException): Text {
  const date = dateInWords(until);
  return {
    nl: `${text.nl} Hiervoor geldt een uitzondering tot en met ${date.nl}.`,
    en: `${text.en} An exception holds for this until ${date.en}.`,
  };
}
