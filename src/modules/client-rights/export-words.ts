import type { HouseholdFacts } from '../../core/matching/rule-facts';
import {
  clientRequestKinds,
  clientRequestTransitions,
  restrictionGrounds,
} from '../../core/review/client-request-transitions';
import { panelEntryKinds } from '../../core/review/case-panels';
import { casePauseReasons, progressReasons, proposalOrigins, reserveOutcomes } from '../../core/review/case-reasons';
import { pairDecisionKinds } from '../../core/review/pair-decisions';
import { proposalTransitions } from '../../core/review/proposal-transitions';
import { rejectionReason } from '../../core/review/rejection-reasons';
import { answerSides, offerChannels, offerContactKinds } from '../../core/review/offer-contacts';
import { landingStates } from '../../core/review/landing-checklist';
import { refusalConsequences } from '../../core/review/refusal-policy';
import {
  progresses,
  tenancyEndReasons,
  tenancyTransitions,
  timeOutReasons,
} from '../../core/review/tenancy-transitions';
import { warmHandoverTransitions } from '../../core/review/warm-handover-transitions';
import { CATALOGUE } from '../../core/rules/catalogue';
import type { CodeList } from '../../core/vocabulary/code-list';
import {
  accessibilities,
  closingReasons,
  entitlements,
  herkomstCertainties,
  householdStatuses,
  memberRoles,
  pauseReasons,
  supportLevels,
  wishKinds,
} from '../../core/vocabulary/code-lists';
import { ROLE_NAMES } from '../../platform/access/permissions';

type Words = (code: string) => string | undefined;

const listed =
  <I extends string, P extends string>(list: CodeList<I, P>): Words =>
  (code) =>
    list.entries.find(({ internal }) => internal === code)?.nl;
const stateOf =
  (table: { readonly states: readonly { readonly code: string; readonly nl: string }[] }): Words =>
  (code) =>
    table.states.find((state) => state.code === code)?.nl;
const role: Words = (code) => (ROLE_NAMES as Readonly<Record<string, string>>)[code];
const reason: Words = (code) => rejectionReason(code)?.nl;
const proposalState = stateOf(proposalTransitions);
const tenancyState = stateOf(tenancyTransitions);

/** What the codes in a column mean, by `table.column`. */
export const CODE_WORDS: Readonly<Record<string, Words>> = {
  'household.herkomst_certainty': listed(herkomstCertainties),
  'household.support_level': listed(supportLevels),
  'household.accessibility_needed': listed(accessibilities),
  'household.entitlement_status': listed(entitlements),
  'household.status': listed(householdStatuses),
  'household.pause_reason': listed(pauseReasons),
  'household_member.role': listed(memberRoles),
  'household_wish.kind': listed(wishKinds),
  'household_refusal.reason_code': reason,
  'household_contact.role': role,
  'household_status_event.from_status': listed(householdStatuses),
  'household_status_event.to_status': listed(householdStatuses),
  'household_status_event.reason_code': (code) => listed(pauseReasons)(code) ?? listed(closingReasons)(code),
  'household_status_event.actor_role': role,
  'client_request.kind': listed(clientRequestKinds),
  'client_request.state': stateOf(clientRequestTransitions),
  'household_restriction.ground': listed(restrictionGrounds),
  'placement.support_level': listed(supportLevels),
  'placement.state': tenancyState,
  'offer_contact.kind': listed(offerContactKinds),
  'offer_contact.side': listed(answerSides),
  'offer_contact.channel': listed(offerChannels),
  'offer_contact.reason_code': reason,
  'offer_contact.actor_role': role,
  'offer_refusal.reason_code': reason,
  'offer_refusal.consequence': listed(refusalConsequences),
  'landing_item.state': listed(landingStates),
  'tenancy_event.from_state': tenancyState,
  'tenancy_event.to_state': tenancyState,
  'tenancy_event.progress': listed(progresses),
  'tenancy_event.reason_code': (code) => listed(timeOutReasons)(code) ?? listed(tenancyEndReasons)(code),
  'tenancy_event.actor_role': role,
  'panel_entry.kind': listed(panelEntryKinds),
  'panel_entry.actor_role': role,
  'panel_entry.meeting_id': () => 'een bijeenkomst van de veldtafel of het triageteam',
  'panel_case.meeting_id': () => 'een bijeenkomst van de veldtafel of het triageteam',
  'panel_entry.case_id': () => 'de zaak hiervoor',
  'warm_handover.state': stateOf(warmHandoverTransitions),
  'warm_handover.answer_channel': listed(offerChannels),
  'warm_handover.earlier_status': listed(householdStatuses),
  'warm_handover.earlier_pause_reason': listed(pauseReasons),
  'proposal.state': proposalState,
  'proposal_event.from_state': proposalState,
  'proposal_event.to_state': proposalState,
  'proposal_event.reason_code': reason,
  'proposal_event.actor_role': role,
  'proposal.workflow_id': () => 'zie de werkwijze van het programma',
  'proposal.origin': listed(proposalOrigins),
  // That proposal is somebody else's.
  'proposal.replaces_proposal_id': () => 'een voorstel dat niet doorging',
  'proposal.reserve_outcome': listed(reserveOutcomes),
  'case_pause.reason': listed(casePauseReasons),
  'case_progress.state': proposalState,
  'case_progress.reason_code': listed(progressReasons),
  'case_escalation.state': proposalState,
  'case_escalation.to_role': role,
  'pair_decision.kind': listed(pairDecisionKinds),
  'pair_decision.rule_id': ruleTitle,
  'pair_decision.reason_code': reason,
  'pair_decision.actor_role': role,
  'pair_decision.lifted_role': role,
};

/** The facts that only some rules ask for, in plain Dutch. */
export const FACT_WORDS: Readonly<Record<keyof HouseholdFacts, string>> = {
  needs: 'wat de woning moet hebben',
  functionalProgrammes: 'programma’s die nodig zijn',
  keepAway: 'afstand houden van een punt',
  avoidLandmarks: 'afstand houden van een soort plek',
  expected: 'verwachte verandering van het huishouden',
  vetoes: 'wat de cliënt niet wil',
  pausedUntil: 'pauze tot',
  pausedDays: 'dagen waarop wachten niet telde',
  noticeDays: 'dagen die het huishouden nodig heeft',
  requiredStayMonths: 'kortste verblijf in maanden',
  temporaryGround: 'grond voor een tijdelijk contract',
  tenancyFlags: 'open zaken met een corporatie',
  onCallMinutes: 'begeleiding nodig binnen zoveel minuten',
  network: 'mensen die helpen',
  nearby: 'wens om ergens dichtbij te wonen',
  passedOver: 'rondes zonder voorstel terwijl het kon',
};

/** The words of the values inside those facts. */
export const INNER_WORDS: Readonly<Record<string, string>> = {
  metres: 'meter',
  until: 'tot',
  from: 'vanaf',
  persons: 'personen',
  children: 'kinderen',
  bedroomsNeeded: 'slaapkamers',
  kind: 'soort',
  value: 'waarde',
  corporatieId: 'corporatie',
  gemeenteId: 'gemeente',
  wijkId: 'wijk',
  settled: 'opgelost',
  landmark: 'soort plek',
  weight: 'gewicht',
};

export function ruleTitle(id: string): string | undefined {
  return CATALOGUE.find((rule) => rule.id === id)?.title.nl;
}
