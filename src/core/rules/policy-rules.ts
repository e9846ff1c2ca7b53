import type { ParameterValues, Policy } from '../matching/problem';
import { DomainError } from '../errors';
import { ruleById } from './catalogue';
import type { EligibilityRule, ObjectiveRule, QuotaRule } from './rule';

/** A rule of the catalogue with the parameters that a policy gives it. */
export interface Applied<R> {
  readonly rule: R;
  readonly parameters: ParameterValues;
}

export interface AppliedLevel extends Applied<ObjectiveRule> {
  readonly epsilon: number;
}

/** The rules of a policy, in its order. A rule of the catalogue that the policy does not list does not apply. */
export interface PolicyRules {
  readonly eligibility: readonly Applied<EligibilityRule>[];
  readonly quotas: readonly Applied<QuotaRule>[];
  readonly levels: readonly AppliedLevel[];
}

// Policies are immutable and few, and the rules of one are asked for with every pair.
const RULES_OF_POLICY = new WeakMap<Policy, PolicyRules>();

/** Throws `unknown-rule` or `unknown-objective` for an id that the catalogue lacks or that is of another kind. */
export function policyRules(policy: Policy): PolicyRules {
  const known = RULES_OF_POLICY.get(policy);
  if (known !== undefined) return known;

  const eligibility: Applied<EligibilityRule>[] = [];
  const quotas: Applied<QuotaRule>[] = [];
  for (const { ruleId, parameters } of policy.rules) {
    const rule = ruleById(ruleId);
    if (rule.kind === 'eligibility') eligibility.push({ rule, parameters });
    else if (rule.kind === 'quota') quotas.push({ rule, parameters });
    else throw new DomainError('unknown-rule', `"${ruleId}" is an objective and can only be a level`, { id: ruleId });
  }
  const levels = policy.levels.map(({ objectiveId, parameters, epsilon }): AppliedLevel => {
    const rule = ruleById(objectiveId);
    if (rule.kind === 'objective') return { rule, parameters, epsilon };
    throw new DomainError('unknown-objective', `"${objectiveId}" is not an objective`, { id: objectiveId });
  });
  const rules = { eligibility, quotas, levels };
  RULES_OF_POLICY.set(policy, rules);
  return rules;
}
