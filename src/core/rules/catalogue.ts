import { DomainError } from '../errors';
import { ageBandRule } from './eligibility/age-band.rule';
import { housedRule } from './objective/housed.rule';
import { lotteryRule } from './objective/lottery.rule';
import { draagkrachtRule } from './quota/draagkracht.rule';
import type { EligibilityRule, ObjectiveRule, QuotaRule, Rule } from './rule';

/** Every rule there is, in the order in which people read them: who may live where, what may the set be, what is it worth. */
export const ELIGIBILITY_RULES = [ageBandRule] as readonly EligibilityRule[];
export const QUOTA_RULES: readonly QuotaRule[] = [draagkrachtRule];
export const OBJECTIVE_RULES = [housedRule, lotteryRule] as readonly ObjectiveRule[];

export const CATALOGUE: readonly Rule[] = [...ELIGIBILITY_RULES, ...QUOTA_RULES, ...OBJECTIVE_RULES];

const RULES_BY_ID = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule {
  const rule = RULES_BY_ID.get(id);
  if (rule === undefined) throw new DomainError('unknown-rule', `There is no rule "${id}"`, { id });
  return rule;
}
