import { DomainError } from '../errors';
import { accessibilityRule } from './eligibility/accessibility.rule';
import { addressSafetyRule } from './eligibility/address-safety.rule';
import { adultRule } from './eligibility/adult.rule';
import { ageBandRule } from './eligibility/age-band.rule';
import { availabilityWindowRule } from './eligibility/availability-window.rule';
import { coResidenceRule } from './eligibility/co-residence.rule';
import { complexCooldownRule } from './eligibility/complex-cooldown.rule';
import { consentRule } from './eligibility/consent.rule';
import { doelgroepRule } from './eligibility/doelgroep.rule';
import { entitlementRule } from './eligibility/entitlement.rule';
import { exclusionAreaRule } from './eligibility/exclusion-area.rule';
import { expectedHouseholdRule } from './eligibility/expected-household.rule';
import { functionalProgrammeRule } from './eligibility/functional-programme.rule';
import { herkomstRule } from './eligibility/herkomst.rule';
import { householdFitsRule } from './eligibility/household-fits.rule';
import { incomeFloorRule } from './eligibility/income-floor.rule';
import { incomeLimitRule } from './eligibility/income-limit.rule';
import { landmarkDistanceRule } from './eligibility/landmark-distance.rule';
import { lowStimulusRule } from './eligibility/low-stimulus.rule';
import { minimumNoticeRule } from './eligibility/minimum-notice.rule';
import { minimumPersonsRule } from './eligibility/minimum-persons.rule';
import { onCallRule } from './eligibility/on-call.rule';
import { ownVetoRule } from './eligibility/own-veto.rule';
import { passendToewijzenRule } from './eligibility/passend-toewijzen.rule';
import { pauseRule } from './eligibility/pause.rule';
import { petsRule } from './eligibility/pets.rule';
import { readyForOutflowRule } from './eligibility/ready-for-outflow.rule';
import { refusedBeforeRule } from './eligibility/refused-before.rule';
import { registrationRule } from './eligibility/registration.rule';
import { rentLimitRule } from './eligibility/rent-limit.rule';
import { safeDistanceRule } from './eligibility/safe-distance.rule';
import { stayLengthRule } from './eligibility/stay-length.rule';
import { stepFreeRouteRule } from './eligibility/step-free-route.rule';
import { supportAvailableRule } from './eligibility/support-available.rule';
import { temporaryContractRule } from './eligibility/temporary-contract.rule';
import { tenancyHistoryRule } from './eligibility/tenancy-history.rule';
import { unitEndRule } from './eligibility/unit-end.rule';
import { usePolicyRule } from './eligibility/use-policy.rule';
import { wijkVetoRule } from './eligibility/wijk-veto.rule';
import { accessibleHomesRule } from './objective/accessible-homes.rule';
import { herkomstReturnRule } from './objective/herkomst-return.rule';
import { housedRule } from './objective/housed.rule';
import { keptRule } from './objective/kept.rule';
import { legalDutyRule } from './objective/legal-duty.rule';
import { lotteryRule } from './objective/lottery.rule';
import { nearbyRule } from './objective/nearby.rule';
import { networkRule } from './objective/network.rule';
import { passedOverRule } from './objective/passed-over.rule';
import { pointsRule } from './objective/points.rule';
import { shortagesRule } from './objective/shortages.rule';
import { waitingInLegalClassRule } from './objective/waiting-in-legal-class.rule';
import { wishesRule } from './objective/wishes.rule';
import { agreementRule } from './quota/agreement.rule';
import { complexMixRule } from './quota/complex-mix.rule';
import { complexShareRule } from './quota/complex-share.rule';
import { draagkrachtRule } from './quota/draagkracht.rule';
import { guidanceCapacityRule } from './quota/guidance-capacity.rule';
import { liveApartRule } from './quota/live-apart.rule';
import { liveNearRule } from './quota/live-near.rule';
import { oneHomePerHouseholdRule } from './quota/one-home-per-household.rule';
import { passendMarginRule } from './quota/passend-margin.rule';
import { placesRule } from './quota/places.rule';
import { portiekRule } from './quota/portiek.rule';
import { spreidingCeilingRule } from './quota/spreiding-ceiling.rule';
import { spreidingFloorRule } from './quota/spreiding-floor.rule';
import { wijkPaceRule } from './quota/wijk-pace.rule';
import type { EligibilityRule, ObjectiveRule, QuotaRule, Rule } from './rule';

/** Every rule there is, in the order in which people read them: who may live where, what may the set be, what is it worth. */
export const ELIGIBILITY_RULES = [
  doelgroepRule,
  ageBandRule,
  adultRule,
  householdFitsRule,
  minimumPersonsRule,
  expectedHouseholdRule,
  coResidenceRule,
  accessibilityRule,
  stepFreeRouteRule,
  lowStimulusRule,
  usePolicyRule,
  registrationRule,
  herkomstRule,
  exclusionAreaRule,
  safeDistanceRule,
  landmarkDistanceRule,
  addressSafetyRule,
  ownVetoRule,
  wijkVetoRule,
  complexCooldownRule,
  availabilityWindowRule,
  unitEndRule,
  stayLengthRule,
  temporaryContractRule,
  minimumNoticeRule,
  supportAvailableRule,
  onCallRule,
  functionalProgrammeRule,
  petsRule,
  rentLimitRule,
  passendToewijzenRule,
  incomeLimitRule,
  incomeFloorRule,
  tenancyHistoryRule,
  entitlementRule,
  refusedBeforeRule,
  consentRule,
  readyForOutflowRule,
  pauseRule,
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
  complexShareRule,
  portiekRule,
  guidanceCapacityRule,
  liveApartRule,
  liveNearRule,
  passendMarginRule,
];

export const OBJECTIVE_RULES = [
  legalDutyRule,
  waitingInLegalClassRule,
  housedRule,
  shortagesRule,
  pointsRule,
  passedOverRule,
  herkomstReturnRule,
  networkRule,
  wishesRule,
  nearbyRule,
  accessibleHomesRule,
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
