import type { ParameterValues, Policy, PolicyScope, Unit } from '../matching/problem';
import { DomainError } from '../errors';
import { ruleById } from './catalogue';
import type { EligibilityRule, ObjectiveRule, QuotaRule } from './rule';
import { narrowness, isInScope } from './scope';

/** A rule of the catalogue with the parameters that a policy gives it. */
export interface Applied<R> {
  readonly rule: R;
  readonly parameters: ParameterValues;
}

/** `scope` null: it holds for every home of the region. */
export interface AppliedEligibility extends Applied<EligibilityRule> {
  readonly scope: PolicyScope | null;
}

export interface AppliedLevel extends Applied<ObjectiveRule> {
  readonly epsilon: number;
}

/** The rules of a policy, in its order. A rule of the catalogue that the policy does not list does not apply. */
export interface PolicyRules {
  /** Every entry, also those for some homes only: `rulesForUnit` says which concern a home. */
  readonly eligibility: readonly AppliedEligibility[];
  /** Each rule once; a rule that is listed for some homes only counts pairs in those. */
  readonly quotas: readonly Applied<QuotaRule>[];
  readonly levels: readonly AppliedLevel[];
}

interface KnownPolicy {
  readonly rules: PolicyRules;
  /** By what scopes can tell apart of a home. */
  readonly ofUnits: Map<string, readonly AppliedEligibility[]>;
}

// Policies are immutable and few, and the rules of one are asked for with every pair.
const KNOWN_POLICIES = new WeakMap<Policy, KnownPolicy>();

/** Throws `unknown-rule` or `unknown-objective` for an id that the catalogue lacks or that is of another kind. */
export function policyRules(policy: Policy): PolicyRules {
  return knownPolicy(policy).rules;
}

/**
 * The entries that a household must meet in this home, in the order of the policy. Where a rule is listed more than once for
 * it, the rule declares whether the narrowest entry counts or all of them do.
 */
export function rulesForUnit(policy: Policy, unit: Unit): readonly AppliedEligibility[] {
  const { rules, ofUnits } = knownPolicy(policy);
  if (rules.eligibility.every(({ scope }) => scope === null)) return rules.eligibility;
  const key = JSON.stringify([unit.programme, unit.complexId, unit.id]);
  const known = ofUnits.get(key);
  if (known !== undefined) return known;
  const concerning = rules.eligibility.filter(({ scope }) => isInScope(unit, scope));
  const chosen = concerning.filter((entry) => entry.rule.scoping === 'all' || isNarrowest(entry, concerning));
  ofUnits.set(key, chosen);
  return chosen;
}

function isNarrowest(entry: AppliedEligibility, concerning: readonly AppliedEligibility[]): boolean {
  return concerning.every(
    (other) => other.rule.id !== entry.rule.id || narrowness(other.scope) <= narrowness(entry.scope),
  );
}

function knownPolicy(policy: Policy): KnownPolicy {
  const known = KNOWN_POLICIES.get(policy);
  if (known !== undefined) return known;

  const eligibility: AppliedEligibility[] = [];
  const quotas = new Map<string, { rule: QuotaRule; parameters: ParameterValues; scopes: (PolicyScope | null)[] }>();
  for (const { ruleId, parameters, scope = null } of policy.rules) {
    const rule = ruleById(ruleId);
    if (rule.kind === 'eligibility') eligibility.push({ rule, parameters, scope });
    else if (rule.kind === 'quota') {
      const listed = quotas.get(ruleId);
      if (listed === undefined) quotas.set(ruleId, { rule, parameters, scopes: [scope] });
      else listed.scopes.push(scope);
    } else throw new DomainError('unknown-rule', `"${ruleId}" is an objective and can only be a level`, { id: ruleId });
  }
  const levels = policy.levels.map(({ objectiveId, parameters, epsilon }): AppliedLevel => {
    const rule = ruleById(objectiveId);
    if (rule.kind === 'objective') return { rule, parameters, epsilon };
    throw new DomainError('unknown-objective', `"${objectiveId}" is not an objective`, { id: objectiveId });
  });
  const limited = [...quotas.values()].map(({ rule, parameters, scopes }) => ({
    rule: within(rule, scopes),
    parameters,
  }));
  const made = { rules: { eligibility, quotas: limited, levels }, ofUnits: new Map() };
  KNOWN_POLICIES.set(policy, made);
  return made;
}

/** The same quota, in which only pairs in homes of these scopes count. */
function within(rule: QuotaRule, scopes: readonly (PolicyScope | null)[]): QuotaRule {
  if (scopes.includes(null)) return rule;
  return {
    ...rule,
    compile(index, parameters) {
      const quota = rule.compile(index, parameters);
      return {
        rows: quota.rows,
        visitTerms(household, unit, visit) {
          if (scopes.some((scope) => isInScope(unit, scope))) quota.visitTerms(household, unit, visit);
        },
      };
    },
  };
}
