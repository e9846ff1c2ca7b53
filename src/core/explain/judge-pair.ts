import type { Household, PairDecision, RuleException, Unit } from '../matching/problem';
import { pairKey, plannedStart, type ProblemIndex } from '../matching/problem-index';
import { policyRules } from '../rules/policy-rules';
import type { Facts, Outcome, Text } from '../rules/rule';
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

  const verdicts = policyRules(index.problem.policy).eligibility.map(({ rule, parameters }): PairVerdict => {
    const verdict = rule.judge({ index, household, unit, start }, parameters);
    const text = rule.describe(verdict);
    const base = { ruleId: rule.id, title: rule.title, facts: verdict.facts };
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

/** The exceptions of a pair that are still valid on the day of the round. */
export function validExceptions(index: ProblemIndex, key: string): readonly RuleException[] {
  return (index.exceptions.get(key) ?? []).filter(({ until }) => until >= index.problem.asOf);
}

function withException(text: Text, { until }: RuleException): Text {
  const date = dateInWords(until);
  return {
    nl: `${text.nl} Hiervoor geldt een uitzondering tot en met ${date.nl}.`,
    en: `${text.en} An exception holds for this until ${date.en}.`,
  };
}
