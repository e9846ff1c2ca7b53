import { DomainError } from '../errors';
import { accessibilityRule } from './eligibility/accessibility.rule';
import { ageBandRule } from './eligibility/age-band.rule';
import { availabilityWindowRule } from './eligibility/availability-window.rule';
import { consentRule } from './eligibility/consent.rule';
import { doelgroepRule } from './eligibility/doelgroep.rule';
import { entitlementRule } from './eligibility/entitlement.rule';
import { exclusionAreaRule } from './eligibility/exclusion-area.rule';
import { herkomstRule } from './eligibility/herkomst.rule';
import { householdFitsRule } from './eligibility/household-fits.rule';
import { passendToewijzenRule } from './eligibility/passend-toewijzen.rule';
import { petsRule } from './eligibility/pets.rule';
import { readyForOutflowRule } from './eligibility/ready-for-outflow.rule';
import { refusedBeforeRule } from './eligibility/refused-before.rule';
import { rentLimitRule } from './eligibility/rent-limit.rule';
import { supportAvailableRule } from './eligibility/support-available.rule';
import { unitEndRule } from './eligibility/unit-end.rule';
import { herkomstReturnRule } from './objective/herkomst-return.rule';
import { housedRule } from './objective/housed.rule';
import { keptRule } from './objective/kept.rule';
import { legalDutyRule } from './objective/legal-duty.rule';
import { lotteryRule } from './objective/lottery.rule';
import { pointsRule } from './objective/points.rule';
import { shortagesRule } from './objective/shortages.rule';
import { wishesRule } from './objective/wishes.rule';
import { agreementRule } from './quota/agreement.rule';
import { complexMixRule } from './quota/complex-mix.rule';
import { draagkrachtRule } from './quota/draagkracht.rule';
import { guidanceCapacityRule } from './quota/guidance-capacity.rule';
import { oneHomePerHouseholdRule } from './quota/one-home-per-household.rule';
import { placesRule } from './quota/places.rule';
import { spreidingCeilingRule } from './quota/spreiding-ceiling.rule';
import { spreidingFloorRule } from './quota/spreiding-floor.rule';
import { wijkPaceRule } from './quota/wijk-pace.rule';
import type { EligibilityRule, ObjectiveRule, QuotaRule, Rule } from './rule';

/** Every rule there is, in the order in which people read them: who may live where, what may the set be, what is it worth. */
export const ELIGIBILITY_RULES = [
  doelgroepRule,
  ageBandRule,
  householdFitsRule,
  accessibilityRule,
  herkomstRule,
  exclusionAreaRule,
  availabilityWindowRule,
  unitEndRule,
  supportAvailableRule,
  petsRule,
  rentLimitRule,
  passendToewijzenRule,
  entitlementRule,
  refusedBeforeRule,
  consentRule,
  readyForOutflowRule,
] as readonly EligibilityRule[];

export const QUOTA_RULES: readonly QuotaRule[] = [
  oneHomePerHouseholdRule,
  placesRule,
  draagkrachtRule,
  wijkPaceRule,
  spreidingCeilingRule,
  spreidingFloorRule,
  agreementRule,
  complexMixRule,
  guidanceCapacityRule,
];

export const OBJECTIVE_RULES = [
  legalDutyRule,
  housedRule,
  shortagesRule,
  pointsRule,
  herkomstReturnRule,
  wishesRule,
  keptRule,
  lotteryRule,
] as readonly ObjectiveRule[];

export const CATALOGUE: readonly Rule[] = [...ELIGIBILITY_RULES, ...QUOTA_RULES, ...OBJECTIVE_RULES];

const RULES_BY_ID = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/** Throws `unknown-rule`. */
export function ruleById(id: string): Rule {
  const rule = RULES_BY_ID.get(id);
  if (rule === undefined) throw new DomainError('unknown-rule', `There is no rule "${id}"`, { id });
  return rule;
}
