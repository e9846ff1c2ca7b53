import { RegionEntity } from './region.entity';
import { OrganisationEntity } from './organisation.entity';
import { AccountEntity } from './account.entity';
import { AccountIdentityEntity } from './account-identity.entity';
import { RoleAssignmentEntity } from './role-assignment.entity';
import { RoleReviewEntity } from './role-review.entity';
import { SessionEntity } from './session.entity';
import { SignInAttemptEntity } from './sign-in-attempt.entity';
import { GemeenteEntity } from './gemeente.entity';
import { WijkEntity } from './wijk.entity';
import { WijkDraagkrachtEntity } from './wijk-draagkracht.entity';
import { DoelgroepEntity } from './doelgroep.entity';
import { ComplexEntity } from './complex.entity';
import { ComplexMixEntity } from './complex-mix.entity';
import { UnitEntity } from './unit.entity';
import { UnitStatusEventEntity } from './unit-status-event.entity';
import { UnitAanbiederEntity } from './unit-aanbieder.entity';
import { UnitContactEntity } from './unit-contact.entity';
import { AanbiederCapacityEntity } from './aanbieder-capacity.entity';
import { UrgencyCategoryEntity } from './urgency-category.entity';
import { UrgencyCategoryPeriodEntity } from './urgency-category-period.entity';
import { HouseholdEntity } from './household.entity';
import { HouseholdStatusEventEntity } from './household-status-event.entity';
import { HouseholdMemberEntity } from './household-member.entity';
import { HouseholdMemberBsnEntity } from './household-member-bsn.entity';
import { HouseholdExclusionAreaEntity } from './household-exclusion-area.entity';
import { HouseholdWishEntity } from './household-wish.entity';
import { HouseholdRefusalEntity } from './household-refusal.entity';
import { HouseholdConsentEntity } from './household-consent.entity';
import { HouseholdContactEntity } from './household-contact.entity';
import { ClientRequestEntity } from './client-request.entity';
import { HouseholdCorrectionEntity } from './household-correction.entity';
import { HouseholdRestrictionEntity } from './household-restriction.entity';
import { LandingItemEntity } from './landing-item.entity';
import { OfferContactEntity } from './offer-contact.entity';
import { OfferRefusalEntity } from './offer-refusal.entity';
import { PlacementEntity } from './placement.entity';
import { TenancyEventEntity } from './tenancy-event.entity';
import { PanelAttendeeEntity } from './panel-attendee.entity';
import { PanelCaseEntity } from './panel-case.entity';
import { PanelEntryEntity } from './panel-entry.entity';
import { PanelMeetingEntity } from './panel-meeting.entity';
import { WarmHandoverEntity } from './warm-handover.entity';
import { WorkflowSettingEntity } from './workflow-setting.entity';
import { RentTableEntity } from './rent-table.entity';
import { SpreidingQuotaEntity } from './spreiding-quota.entity';
import { PrestatieafspraakEntity } from './prestatieafspraak.entity';
import { PolicyEntity } from './policy.entity';
import { LotteryDrawEntity } from './lottery-draw.entity';
import { MatchRunEntity } from './match-run.entity';
import { RunProofEntity } from './run-proof.entity';
import { ProposalEntity } from './proposal.entity';
import { ProposalEventEntity } from './proposal-event.entity';
import { NotificationEntity } from './notification.entity';
import { NotificationMailEntity } from './notification-mail.entity';
import { NotificationPendingEntity } from './notification-pending.entity';
import { NotificationPreferenceEntity } from './notification-preference.entity';
import { PairDecisionEntity } from './pair-decision.entity';
import { LegalHoldEntity } from './legal-hold.entity';
import { PurgeRecordEntity } from './purge-record.entity';
import { RetentionTermEntity } from './retention-term.entity';
import { AccessLogEntity } from './access-log.entity';
import { ChangeLogEntity } from './change-log.entity';
import { TraceLinkEntity } from './trace-link.entity';
import { TracePendingEntity } from './trace-pending.entity';

import { CaseEscalationEntity } from './case-escalation.entity';
import { CasePauseEntity } from './case-pause.entity';
import { CaseProgressEntity } from './case-progress.entity';
import { WorkflowEntity } from './workflow.entity';

/** Every table. The migrations and the data sources start from this list. */
export const ALL_ENTITIES = [
  RegionEntity,
  OrganisationEntity,
  AccountEntity,
  AccountIdentityEntity,
  RoleAssignmentEntity,
  RoleReviewEntity,
  SessionEntity,
  SignInAttemptEntity,
  GemeenteEntity,
  WijkEntity,
  WijkDraagkrachtEntity,
  DoelgroepEntity,
  ComplexEntity,
  ComplexMixEntity,
  UnitEntity,
  UnitStatusEventEntity,
  UnitAanbiederEntity,
  UnitContactEntity,
  AanbiederCapacityEntity,
  UrgencyCategoryEntity,
  UrgencyCategoryPeriodEntity,
  HouseholdEntity,
  HouseholdMemberEntity,
  HouseholdMemberBsnEntity,
  HouseholdExclusionAreaEntity,
  HouseholdWishEntity,
  HouseholdRefusalEntity,
  HouseholdConsentEntity,
  HouseholdContactEntity,
  HouseholdStatusEventEntity,
  ClientRequestEntity,
  HouseholdRestrictionEntity,
  HouseholdCorrectionEntity,
  PlacementEntity,
  RentTableEntity,
  SpreidingQuotaEntity,
  PrestatieafspraakEntity,
  PolicyEntity,
  LotteryDrawEntity,
  MatchRunEntity,
  RunProofEntity,
  WorkflowEntity,
  ProposalEntity,
  ProposalEventEntity,
  CasePauseEntity,
  CaseProgressEntity,
  CaseEscalationEntity,
  PairDecisionEntity,
  WorkflowSettingEntity,
  OfferContactEntity,
  OfferRefusalEntity,
  LandingItemEntity,
  TenancyEventEntity,
  WarmHandoverEntity,
  PanelMeetingEntity,
  PanelAttendeeEntity,
  PanelCaseEntity,
  PanelEntryEntity,
  NotificationEntity,
  NotificationMailEntity,
  NotificationPendingEntity,
  NotificationPreferenceEntity,
  RetentionTermEntity,
  LegalHoldEntity,
  PurgeRecordEntity,
  AccessLogEntity,
  ChangeLogEntity,
  TraceLinkEntity,
  TracePendingEntity,
] as const;
