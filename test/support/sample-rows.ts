import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { SYSTEM } from '../../src/database/acting';
import { AanbiederCapacityEntity } from '../../src/database/entities/aanbieder-capacity.entity';
import { AccessLogEntity } from '../../src/database/entities/access-log.entity';
import { AccountIdentityEntity } from '../../src/database/entities/account-identity.entity';
import { AccountEntity } from '../../src/database/entities/account.entity';
import { CaseEscalationEntity } from '../../src/database/entities/case-escalation.entity';
import { CasePauseEntity } from '../../src/database/entities/case-pause.entity';
import { CaseProgressEntity } from '../../src/database/entities/case-progress.entity';
import { ChangeLogEntity } from '../../src/database/entities/change-log.entity';
import { ClientRequestEntity } from '../../src/database/entities/client-request.entity';
import { ComplexMixEntity } from '../../src/database/entities/complex-mix.entity';
import { ComplexEntity } from '../../src/database/entities/complex.entity';
import { DoelgroepEntity } from '../../src/database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../src/database/entities/gemeente.entity';
import { HouseholdConsentEntity } from '../../src/database/entities/household-consent.entity';
import { HouseholdContactEntity } from '../../src/database/entities/household-contact.entity';
import { HouseholdCorrectionEntity } from '../../src/database/entities/household-correction.entity';
import { HouseholdExclusionAreaEntity } from '../../src/database/entities/household-exclusion-area.entity';
import { HouseholdMemberBsnEntity } from '../../src/database/entities/household-member-bsn.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { HouseholdRefusalEntity } from '../../src/database/entities/household-refusal.entity';
import { HouseholdRestrictionEntity } from '../../src/database/entities/household-restriction.entity';
import { HouseholdStatusEventEntity } from '../../src/database/entities/household-status-event.entity';
import { HouseholdWishEntity } from '../../src/database/entities/household-wish.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { LotteryDrawEntity } from '../../src/database/entities/lottery-draw.entity';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { NotificationEntity } from '../../src/database/entities/notification.entity';
import { NotificationMailEntity } from '../../src/database/entities/notification-mail.entity';
import { NotificationPendingEntity } from '../../src/database/entities/notification-pending.entity';
import { NotificationPreferenceEntity } from '../../src/database/entities/notification-preference.entity';
import { OrganisationEntity } from '../../src/database/entities/organisation.entity';
import { PairDecisionEntity } from '../../src/database/entities/pair-decision.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { PrestatieafspraakEntity } from '../../src/database/entities/prestatieafspraak.entity';
import { ProposalEventEntity } from '../../src/database/entities/proposal-event.entity';
import { RunProofEntity } from '../../src/database/entities/run-proof.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { RegionEntity } from '../../src/database/entities/region.entity';
import { RentTableEntity } from '../../src/database/entities/rent-table.entity';
import { LandingItemEntity } from '../../src/database/entities/landing-item.entity';
import { OfferContactEntity } from '../../src/database/entities/offer-contact.entity';
import { OfferRefusalEntity } from '../../src/database/entities/offer-refusal.entity';
import { TenancyEventEntity } from '../../src/database/entities/tenancy-event.entity';
import { WorkflowSettingEntity } from '../../src/database/entities/workflow-setting.entity';
import { LegalHoldEntity } from '../../src/database/entities/legal-hold.entity';
import { PurgeRecordEntity } from '../../src/database/entities/purge-record.entity';
import { RetentionTermEntity } from '../../src/database/entities/retention-term.entity';
import { RoleAssignmentEntity } from '../../src/database/entities/role-assignment.entity';
import { RoleReviewEntity } from '../../src/database/entities/role-review.entity';
import { SessionEntity } from '../../src/database/entities/session.entity';
import { SignInAttemptEntity } from '../../src/database/entities/sign-in-attempt.entity';
import { SpreidingQuotaEntity } from '../../src/database/entities/spreiding-quota.entity';
import { TraceLinkEntity } from '../../src/database/entities/trace-link.entity';
import { TracePendingEntity } from '../../src/database/entities/trace-pending.entity';
import { UnitAanbiederEntity } from '../../src/database/entities/unit-aanbieder.entity';
import { UnitStatusEventEntity } from '../../src/database/entities/unit-status-event.entity';
import { UnitContactEntity } from '../../src/database/entities/unit-contact.entity';
import { UnitEntity } from '../../src/database/entities/unit.entity';
import { WijkDraagkrachtEntity } from '../../src/database/entities/wijk-draagkracht.entity';
import { UrgencyCategoryPeriodEntity } from '../../src/database/entities/urgency-category-period.entity';
import { UrgencyCategoryEntity } from '../../src/database/entities/urgency-category.entity';
import { PanelAttendeeEntity } from '../../src/database/entities/panel-attendee.entity';
import { PanelCaseEntity } from '../../src/database/entities/panel-case.entity';
import { PanelEntryEntity } from '../../src/database/entities/panel-entry.entity';
import { PanelMeetingEntity } from '../../src/database/entities/panel-meeting.entity';
import { WarmHandoverEntity } from '../../src/database/entities/warm-handover.entity';
import { WijkEntity } from '../../src/database/entities/wijk.entity';
import { WorkflowEntity } from '../../src/database/entities/workflow.entity';
import { inTransaction } from '../../src/database/transaction';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Ids of the sample rows that others refer to. */
export const SAMPLE = {
  region: 'noord',
  gemeente: 'GM0001',
  wijk: 'GM0001-A',
  doelgroep: 'jongeren',
  urgency: 'medisch',
  policy: 'noord-1',
  corporatie: id(1),
  aanbieder: id(2),
  account: id(3),
  complex: id(4),
  unit: id(5),
  household: id(6),
  run: id(7),
  proposal: id(8),
  proposalEvent: id(9),
  draw: id(50),
  assignment: id(53),
  decision: id(32),
  request: id(60),
  restriction: id(61),
  placement: id(29),
  contact: id(80),
  term: id(70),
  hold: id(71),
  workflow: id(88),
  pause: id(89),
  mail: id(90),
  notification: id(91),
  handover: id(160),
  meeting: id(170),
  attendee: id(171),
  panelCase: id(172),
} as const;

/** Who made the sample rows: only the system makes rows of every kind. */
export const SAMPLE_ACTOR = {
  accountId: SAMPLE.account,
  role: SYSTEM.role,
  organisationId: SAMPLE.corporatie,
  regionId: SAMPLE.region,
} as const;

export interface SampleRow {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly row: Readonly<Record<string, unknown>>;
}

const owned = { regionId: SAMPLE.region, ownerOrganisationId: SAMPLE.corporatie };
const sourced = { source: 'sample', demonstration: true };
const valid = { validFrom: '2026-01-01', validTo: '2026-12-31' };
const pair = { householdId: SAMPLE.household, unitId: SAMPLE.unit };
const inWijk = { gemeenteId: SAMPLE.gemeente, wijkId: SAMPLE.wijk };

/** One valid row of every table, in an order in which they can be inserted. */
export const SAMPLE_ROWS: readonly SampleRow[] = [
  {
    entity: RegionEntity,
    row: { id: SAMPLE.region, name: 'Noord', centrumGemeenteId: SAMPLE.gemeente, leadTimeDays: 14 },
  },
  ...(['corporatie', 'aanbieder'] as const).map((kind) => ({
    entity: OrganisationEntity,
    row: { id: SAMPLE[kind], regionId: SAMPLE.region, kind, name: `De ${kind}`, shortName: kind, ...sourced },
  })),
  {
    entity: AccountEntity,
    row: {
      id: SAMPLE.account,
      displayName: 'Coördinator',
      email: 'iemand@woonplek.example',
    },
  },
  {
    entity: AccountIdentityEntity,
    row: { issuer: 'https://aanmelden.example', subject: 'a1', accountId: SAMPLE.account },
  },
  {
    entity: RoleAssignmentEntity,
    row: {
      id: SAMPLE.assignment,
      accountId: SAMPLE.account,
      regionId: SAMPLE.region,
      organisationId: SAMPLE.corporatie,
      organisationKind: 'corporatie',
      role: 'corporatie',
      validFrom: '2026-01-01',
    },
  },
  {
    entity: RoleReviewEntity,
    row: { id: id(51), assignmentId: SAMPLE.assignment, decision: 'keep', actor: SAMPLE.account },
  },
  {
    entity: SessionEntity,
    row: {
      id: id(52),
      tokenHash: 'a'.repeat(64),
      accountId: SAMPLE.account,
      assignmentId: SAMPLE.assignment,
      issuer: 'https://aanmelden.example',
      subject: 'a1',
      expiresAt: '2026-01-02T00:00:00Z',
    },
  },
  {
    entity: SignInAttemptEntity,
    row: {
      tokenHash: 'b'.repeat(64),
      state: 'state',
      nonce: 'nonce',
      codeVerifier: 'verifier',
      returnTo: '/',
      expiresAt: '2026-01-02T00:00:00Z',
    },
  },
  {
    entity: GemeenteEntity,
    row: {
      id: SAMPLE.gemeente,
      regionId: SAMPLE.region,
      organisationId: SAMPLE.corporatie,
      name: 'Voorbeeld',
      source: 'sample',
      ...valid,
    },
  },
  {
    entity: WijkEntity,
    row: { id: SAMPLE.wijk, gemeenteId: SAMPLE.gemeente, name: 'Kern', kind: 'wijk', ...owned, ...sourced },
  },
  {
    entity: WijkDraagkrachtEntity,
    row: { id: id(20), wijkId: SAMPLE.wijk, points: 40, maxPlacements: 5, ...owned, ...sourced, ...valid },
  },
  { entity: DoelgroepEntity, row: { id: SAMPLE.doelgroep, name: 'Jongeren', source: 'sample' } },
  {
    entity: ComplexEntity,
    row: {
      id: SAMPLE.complex,
      code: 'C1',
      name: 'Complex',
      programme: 'studio',
      ...inWijk,
      ...owned,
      ...sourced,
      ...valid,
    },
  },
  {
    entity: ComplexMixEntity,
    row: {
      id: id(21),
      complexId: SAMPLE.complex,
      name: 'mix',
      minSupportLevel: 'none',
      max: 4,
      source: 'sample',
      ...owned,
    },
  },
  {
    entity: UnitEntity,
    row: {
      id: SAMPLE.unit,
      code: 'U1',
      name: 'Studio',
      complexId: SAMPLE.complex,
      corporatieId: SAMPLE.corporatie,
      programme: 'studio',
      housingForm: 'permanent',
      places: 2,
      status: 'available',
      statusFrom: '2026-01-01',
      bedrooms: 1,
      maxPersons: 1,
      childrenAllowed: false,
      selfContained: true,
      availableFrom: '2026-01-01',
      ...inWijk,
      ...owned,
      ...sourced,
      ...valid,
    },
  },
  {
    entity: UnitStatusEventEntity,
    row: {
      id: id(22),
      unitId: SAMPLE.unit,
      from: 'in-preparation',
      to: 'available',
      effectiveFrom: '2026-01-01',
      ...owned,
    },
  },
  { entity: UnitAanbiederEntity, row: { unitId: SAMPLE.unit, organisationId: SAMPLE.aanbieder, ...owned } },
  {
    entity: UnitContactEntity,
    row: {
      ...{ id: id(182), unitId: SAMPLE.unit, accountId: SAMPLE.account, role: 'corporatie' },
      ...{ since: '2026-02-01', ...owned },
    },
  },
  {
    entity: AanbiederCapacityEntity,
    row: {
      id: id(23),
      organisationId: SAMPLE.aanbieder,
      gemeenteIds: [SAMPLE.gemeente],
      maxSupportLevel: 'intensive',
      ...owned,
      ...sourced,
      ...valid,
    },
  },
  { entity: UrgencyCategoryEntity, row: { id: SAMPLE.urgency, name: 'Medisch' } },
  {
    entity: UrgencyCategoryPeriodEntity,
    row: {
      id: id(33),
      regionId: SAMPLE.region,
      categoryId: SAMPLE.urgency,
      legalDuty: true,
      legalBasis: 'een wet',
      ...valid,
      ...sourced,
    },
  },
  {
    entity: HouseholdEntity,
    row: {
      id: SAMPLE.household,
      reference: 'NO-0001',
      herkomstGemeenteId: SAMPLE.gemeente,
      herkomstCertainty: 'established',
      doelgroepId: SAMPLE.doelgroep,
      supportLevel: 'light',
      guidanceHours: 2,
      draaglast: 1,
      bedroomsNeeded: 1,
      accessibilityNeeded: 'ZON',
      herkomstWaived: false,
      facts: {},
      waitingSince: '2026-02-01',
      entitlementStatus: 'entitled',
      ...owned,
      ...sourced,
    },
  },
  {
    entity: HouseholdMemberEntity,
    row: {
      id: id(24),
      householdId: SAMPLE.household,
      position: 0,
      givenName: 'Voornaam',
      familyName: 'Achternaam',
      birthDate: '2004-05-06',
      role: 'main',
      ...owned,
    },
  },
  {
    entity: HouseholdMemberBsnEntity,
    row: { memberId: id(24), householdId: SAMPLE.household, bsn: '999990019', ...owned },
  },
  {
    entity: HouseholdExclusionAreaEntity,
    row: { id: id(25), householdId: SAMPLE.household, gemeenteIds: [SAMPLE.gemeente], wijkIds: [], ...owned },
  },
  {
    entity: HouseholdWishEntity,
    row: { id: id(26), householdId: SAMPLE.household, kind: 'wijk', value: SAMPLE.wijk, weight: 3, ...owned },
  },
  {
    entity: PolicyEntity,
    row: {
      id: SAMPLE.policy,
      regionId: SAMPLE.region,
      version: '1',
      document: { rules: [], levels: [] },
      source: 'sample',
      ...valid,
    },
  },
  {
    entity: LotteryDrawEntity,
    row: {
      id: SAMPLE.draw,
      regionId: SAMPLE.region,
      seed: 'seed',
      seedCommitment: '19b25856e1c150ca834cffc8b59b23adbd0ec0389e58eb22b3b64768098d002b',
    },
  },
  {
    entity: MatchRunEntity,
    row: {
      id: SAMPLE.run,
      slot: '2026-03-01',
      trigger: 'person',
      policyId: SAMPLE.policy,
      policyVersion: '1',
      lotteryDrawId: SAMPLE.draw,
      seed: 'seed',
      seedCommitment: 'commitment',
      engine: 'highs',
      timeLimitSeconds: 60,
      asOf: '2026-03-01',
      snapshot: '{}',
      snapshotHash: '0'.repeat(64),
      ...owned,
    },
  },
  {
    entity: RunProofEntity,
    row: {
      runId: SAMPLE.run,
      receipt: Buffer.from('sample'),
      swaps: { tried: { trade: 0, move: 0, fill: 0, replace: 0 }, complete: true, improving: null },
      ...owned,
    },
  },
  {
    entity: WorkflowEntity,
    row: {
      ...{ id: SAMPLE.workflow, regionId: SAMPLE.region, programme: 'standaard', version: 'sample' },
      ...{ validFrom: '2020-01-01', steps: [], ...sourced },
    },
  },
  {
    entity: ProposalEntity,
    row: {
      id: SAMPLE.proposal,
      workflowId: SAMPLE.workflow,
      runId: SAMPLE.run,
      aanbiederOrganisationId: SAMPLE.aanbieder,
      plannedStart: '2026-04-01',
      state: 'goedgekeurd',
      justification: {},
      ...pair,
      ...owned,
    },
  },
  {
    entity: ProposalEventEntity,
    row: {
      id: SAMPLE.proposalEvent,
      proposalId: SAMPLE.proposal,
      action: 'goedkeuren',
      fromState: 'voorgesteld',
      toState: 'goedgekeurd',
      actor: SAMPLE.account,
      ...owned,
    },
  },
  {
    entity: CasePauseEntity,
    row: {
      ...{ id: SAMPLE.pause, proposalId: SAMPLE.proposal, reason: 'time-out', note: 'Afgesproken.' },
      ...{ since: '2026-03-20', until: '2026-03-24', ...owned },
    },
  },
  {
    entity: CaseProgressEntity,
    row: {
      ...{ id: id(86), proposalId: SAMPLE.proposal, state: 'goedgekeurd', isInvolved: true, reasonCode: 'on-course' },
      ...{ lastSeenOn: '2026-03-25', note: 'Het gaat goed.', ...owned },
    },
  },
  {
    entity: CaseEscalationEntity,
    row: {
      ...{ id: id(87), proposalId: SAMPLE.proposal, state: 'goedgekeurd', stateSince: '2026-03-18T10:00:00Z' },
      ...{ dueOn: '2026-03-25', toRole: 'coordinator', ...owned },
    },
  },
  { entity: HouseholdRefusalEntity, row: { id: id(27), reasonCode: 'WBN', ...pair, ...owned } },
  {
    entity: HouseholdConsentEntity,
    row: {
      id: id(28),
      householdId: SAMPLE.household,
      organisationId: SAMPLE.corporatie,
      givenOn: '2026-02-01',
      ...owned,
    },
  },
  {
    entity: HouseholdContactEntity,
    row: {
      ...{ id: id(63), householdId: SAMPLE.household, accountId: SAMPLE.account, role: 'aanbieder' },
      ...{ since: '2026-02-01', note: 'Belt liever dan mailt.', ...owned },
    },
  },
  {
    entity: ClientRequestEntity,
    row: {
      id: SAMPLE.request,
      householdId: SAMPLE.household,
      kind: 'objection',
      receivedOn: '2026-02-03',
      dueOn: '2026-05-03',
      asked: 'Ik wil nu geen woning.',
      asksRestriction: true,
      extendedOn: '2026-02-20',
      extensionReason: 'Het uittreksel is er nog niet.',
      state: 'ingewilligd',
      decidedBy: SAMPLE.account,
      decidedAt: '2026-04-01T10:00:00Z',
      answer: 'U doet niet meer mee.',
      resumedOn: '2026-04-02',
      resumptionNote: 'Wil weer meedoen.',
      ...owned,
    },
  },
  {
    entity: HouseholdRestrictionEntity,
    row: {
      id: SAMPLE.restriction,
      householdId: SAMPLE.household,
      requestId: SAMPLE.request,
      ground: 'objection',
      since: '2026-02-03',
      endedAt: '2026-04-01T10:00:00Z',
      endedBy: SAMPLE.account,
      endedNote: 'Het bezwaar is ingewilligd.',
      toldOn: '2026-04-01',
      ...owned,
    },
  },
  {
    entity: HouseholdCorrectionEntity,
    row: {
      id: id(62),
      householdId: SAMPLE.household,
      requestId: SAMPLE.request,
      reason: 'Volgens het uittreksel.',
      changed: ['geboortedatum'],
      ...owned,
    },
  },
  {
    entity: PlacementEntity,
    row: {
      id: SAMPLE.placement,
      doelgroepId: SAMPLE.doelgroep,
      draaglast: 1,
      supportLevel: 'light',
      guidanceHours: 2,
      startDate: '2025-01-01',
      ...pair,
      ...inWijk,
      ...owned,
      ...sourced,
    },
  },
  {
    entity: RentTableEntity,
    row: {
      year: 2026,
      source: 'sample',
      incomeOnePersonCents: 1,
      incomeMorePersonsCents: 1,
      incomeOnePersonSeniorCents: 1,
      incomeMorePersonsSeniorCents: 1,
      seniorAge: 67,
      aftoppingLowCents: 1,
      aftoppingHighCents: 2,
      youthLimitCents: 1,
      youthBelowAge: 21,
      maxRentCents: 3,
    },
  },
  {
    entity: SpreidingQuotaEntity,
    row: {
      id: id(30),
      gemeenteId: SAMPLE.gemeente,
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      floor: 1,
      ceiling: 5,
      ...owned,
      ...sourced,
    },
  },
  {
    entity: PrestatieafspraakEntity,
    row: {
      id: id(31),
      gemeenteId: SAMPLE.gemeente,
      doelgroepId: SAMPLE.doelgroep,
      year: 2026,
      agreed: 10,
      ...owned,
      ...sourced,
    },
  },
  {
    entity: PairDecisionEntity,
    row: {
      id: SAMPLE.decision,
      kind: 'exception',
      ruleId: 'age-band',
      reason: 'hardheid',
      until: '2026-12-31',
      ...pair,
      ...owned,
    },
  },
  {
    entity: WorkflowSettingEntity,
    row: {
      id: id(81),
      regionId: SAMPLE.region,
      kind: 'landing-checklist',
      version: '1',
      document: { lists: [] },
      source: 'sample',
      ...valid,
    },
  },
  {
    entity: OfferContactEntity,
    row: {
      id: SAMPLE.contact,
      householdId: SAMPLE.household,
      proposalId: SAMPLE.proposal,
      kind: 'refused',
      side: 'representative',
      representative: 'De bewindvoerder',
      channel: 'telephone',
      onDay: '2026-03-10',
      evidence: 'Verslag in het dossier',
      reasonCode: 'WBN',
      ...owned,
    },
  },
  {
    entity: OfferRefusalEntity,
    row: {
      id: id(82),
      householdId: SAMPLE.household,
      proposalId: SAMPLE.proposal,
      contactId: SAMPLE.contact,
      reasonCode: 'WBN',
      suitable: true,
      judgedBy: SAMPLE.account,
      judgedAt: '2026-03-11T10:00:00Z',
      judgedNote: 'De woning paste.',
      consequence: 'parked',
      parkedUntil: '2026-05-10',
      ...owned,
    },
  },
  {
    entity: LandingItemEntity,
    row: {
      id: id(83),
      householdId: SAMPLE.household,
      proposalId: SAMPLE.proposal,
      position: 0,
      code: 'inboedel',
      label: 'Het nodigste is er',
      required: true,
      toldToCorporatie: false,
      settingVersion: '1',
      state: 'not-applicable',
      note: 'De kamer is gemeubileerd.',
      settledBy: SAMPLE.account,
      settledAt: '2026-03-12T10:00:00Z',
      ...owned,
    },
  },
  {
    entity: TenancyEventEntity,
    row: {
      id: id(84),
      placementId: SAMPLE.placement,
      householdId: SAMPLE.household,
      action: 'time-out',
      fromState: 'lopend',
      toState: 'time-out',
      onDay: '2026-03-13',
      untilDay: '2026-04-13',
      reasonCode: 'relapse',
      progress: 'watch',
      actor: SAMPLE.account,
      ...owned,
    },
  },
  {
    entity: PanelMeetingEntity,
    row: {
      ...{ id: SAMPLE.meeting, regionId: SAMPLE.region, kind: 'triageteam', title: 'Triageteam', heldOn: '2026-02-05' },
    },
  },
  {
    entity: PanelAttendeeEntity,
    row: {
      ...{ id: SAMPLE.attendee, regionId: SAMPLE.region, meetingId: SAMPLE.meeting, accountId: SAMPLE.account },
      ...{ organisationId: SAMPLE.corporatie, present: true },
    },
  },
  {
    entity: PanelCaseEntity,
    row: {
      ...{ id: SAMPLE.panelCase, meetingId: SAMPLE.meeting, householdId: SAMPLE.household, ...owned },
      ...{ clientReference: 'NO-0001', broughtBy: SAMPLE.account, question: 'Welke plek past?' },
      shared: [{ need: 'support', value: 'Licht' }],
      ...{ withdrawnAt: '2026-02-04T09:00:00Z', withdrawnBy: SAMPLE.account, withdrawnNote: 'Een andere cliënt.' },
    },
  },
  {
    entity: PanelEntryEntity,
    row: {
      ...{ id: id(173), meetingId: SAMPLE.meeting, caseId: SAMPLE.panelCase, householdId: SAMPLE.household, ...owned },
      ...{ kind: 'advice', text: 'Een rustige plek.', actor: SAMPLE.account },
    },
  },
  {
    entity: WarmHandoverEntity,
    row: {
      id: SAMPLE.handover,
      householdId: SAMPLE.household,
      clientReference: 'NO-0001',
      fromGemeenteId: SAMPLE.gemeente,
      toGemeenteCode: 'GM0002',
      toGemeenteName: 'Elders',
      toOrganisationId: SAMPLE.corporatie,
      reason: 'Heeft daar familie.',
      agreed: 'Blijft tot dan in de opvang.',
      consentOn: '2026-02-02',
      consentHow: 'In een gesprek; zie het verslag',
      proposedOn: '2026-02-03',
      dueOn: '2026-02-17',
      state: 'overgedragen',
      answeredOn: '2026-02-10',
      answeredBy: 'De contactpersoon daar',
      answerChannel: 'telephone',
      answerEvidence: 'Mail in het archief',
      answerNote: 'Er is plek.',
      decidedBy: SAMPLE.account,
      decidedAt: '2026-02-10T10:00:00Z',
      takesOverOn: '2026-02-20',
      completedOn: '2026-02-20',
      endedNote: 'Samen erheen gegaan.',
      ...{ earlierStatus: 'paused', earlierPausedUntil: '2026-03-01', earlierPauseReason: 'admission' },
      earlierStatusNote: 'Tijdelijk elders.',
      ...owned,
    },
  },
  {
    entity: NotificationMailEntity,
    row: {
      ...{ id: SAMPLE.mail, regionId: SAMPLE.region, accountId: SAMPLE.account, role: 'corporatie' },
      ...{ organisationId: SAMPLE.corporatie, createdAt: '2026-03-02T07:00:00Z', nextTryAt: '2026-03-02T07:00:00Z' },
      ...{ state: 'sent', sentAt: '2026-03-02T07:00:05Z' },
    },
  },
  {
    entity: NotificationEntity,
    row: {
      ...{
        id: SAMPLE.notification,
        regionId: SAMPLE.region,
        eventId: SAMPLE.proposalEvent,
        proposalId: SAMPLE.proposal,
      },
      ...{ action: 'goedkeuren', accountId: SAMPLE.account, role: 'corporatie', organisationId: SAMPLE.corporatie },
      ...{ createdAt: '2026-03-01T09:00:00Z', byMail: true, mailId: SAMPLE.mail },
    },
  },
  {
    entity: NotificationPreferenceEntity,
    row: { accountId: SAMPLE.account, regionId: SAMPLE.region, role: 'corporatie', rhythm: 'daily', hour: 8 },
  },
  {
    entity: RetentionTermEntity,
    row: {
      ...{ id: SAMPLE.term, regionId: SAMPLE.region, category: 'session', months: 12, startsAt: 'session-end' },
      ...{ validFrom: '2020-01-01', source: 'sample', actor: SAMPLE.account },
    },
  },
  {
    entity: LegalHoldEntity,
    row: {
      ...{ id: SAMPLE.hold, regionId: SAMPLE.region, householdId: SAMPLE.household, reason: 'Bezwaar' },
      ...{ since: '2026-02-01', until: '2026-02-28' },
    },
  },
  {
    entity: AccessLogEntity,
    row: { regionId: SAMPLE.region, action: 'household.read', objectType: 'household', outcome: 'granted' },
  },
];

/** Rows as the database writes them itself, which the application may not. Writing the sample rows leaves some of each. */
export const DATABASE_ROWS: readonly SampleRow[] = [
  { entity: ChangeLogEntity, row: { tableName: 'unit', rowId: SAMPLE.unit, operation: 'insert' } },
  {
    entity: TraceLinkEntity,
    row: { position: '900', log: 'access', rowId: '900', at: '2026-01-01T00:00:00Z', hash: Buffer.alloc(32) },
  },
  {
    entity: HouseholdStatusEventEntity,
    row: {
      ...{ id: id(92), householdId: SAMPLE.household, fromStatus: 'waiting', toStatus: 'paused', until: '2026-05-01' },
      ...{ reasonCode: 'admission', actor: SAMPLE.account, regionId: SAMPLE.region },
      ownerOrganisationId: SAMPLE.corporatie,
    },
  },
  { entity: TracePendingEntity, row: { log: 'access', rowId: '901' } },
  { entity: NotificationPendingEntity, row: { eventId: SAMPLE.proposalEvent } },
  {
    entity: PurgeRecordEntity,
    row: {
      ...{ id: id(72), regionId: SAMPLE.region, category: 'session', purgedOn: '2026-02-01', termId: SAMPLE.term },
      ...{ months: 12, cutoff: '2025-02-01', counts: { session: 1 }, idsHash: '0'.repeat(64), durationMs: 1 },
    },
  },
];

export async function insertSampleRows(dataSource: DataSource): Promise<void> {
  await inTransaction(
    dataSource,
    async (manager) => {
      // A copy: TypeORM writes what the database filled in back into the object that it is given.
      for (const { entity, row } of SAMPLE_ROWS) await manager.insert(entity, { ...row });
      await manager.query('SELECT seal_traces(1)');
      // Something that is due, so that there is a proof of its purge.
      await manager.query(
        `INSERT INTO session (id, token_hash, account_id, assignment_id, issuer, subject, expires_at)
         VALUES ($1, $2, $3, $4, 'https://aanmelden.example', 'a1', '2021-01-01')`,
        [id(73), 'c'.repeat(64), SAMPLE.account, SAMPLE.assignment],
      );
      await manager.query(`SELECT purge_sessions($1, '2026-03-01', 10)`, [SAMPLE.region]);
    },
    { actor: SAMPLE_ACTOR },
  );
}
