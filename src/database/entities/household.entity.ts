import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { HouseholdFacts } from '../../core/matching/rule-facts';
import {
  ACCESSIBILITIES,
  ENTITLEMENT_STATUSES,
  HERKOMST_CERTAINTIES,
  SUPPORT_LEVELS,
  type Accessibility,
  type EntitlementStatus,
  type HerkomstCertainty,
  type SupportLevel,
} from '../../core/matching/problem';
import { PAUSE_REASONS, type PauseReason } from '../../core/review/waits-on';
import { oneOf } from './one-of';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

export const HOUSEHOLD_STATUSES = ['waiting', 'paused', 'housed', 'closed'] as const;
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number];

/** Why a file was closed; the last is of files that were closed before reasons were kept. */
const CLOSING_REASONS = [
  'own-move',
  'housed',
  'deceased',
  'left',
  'unreachable',
  'transferred',
  'own-request',
  'not-recorded',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** One or more persons who will live together. Owned by the aanbieder that brings them in. */
@Entity()
@Unique(['regionId', 'reference'])
@Index(['regionId', 'status'])
@Index(['ownerOrganisationId'])
@Check('household_herkomst_certainty', oneOf('herkomst_certainty', HERKOMST_CERTAINTIES))
@Check(
  'household_herkomst_known',
  `"herkomst_gemeente_id" IS NOT NULL OR "herkomst_certainty" = 'unknown' OR "herkomst_basis" IS NOT NULL`,
)
@Check('household_support_level', oneOf('support_level', SUPPORT_LEVELS))
@Check('household_accessibility_needed', oneOf('accessibility_needed', ACCESSIBILITIES))
@Check('household_entitlement_status', oneOf('entitlement_status', ENTITLEMENT_STATUSES))
@Check('household_status', oneOf('status', HOUSEHOLD_STATUSES))
@Check(
  'household_closed',
  `("status" = 'closed') = ("closed_on" IS NOT NULL) AND ("closed_on" IS NULL) = ("closing_reason" IS NULL)`,
)
@Check('household_closing_reason', oneOf('closing_reason', CLOSING_REASONS))
@Check('household_pause_reason', oneOf('pause_reason', PAUSE_REASONS))
@Check('household_paused', `"status" = 'paused' OR ("paused_until" IS NULL AND "pause_reason" IS NULL)`)
@Check('household_urgency_band', '"urgency_band" BETWEEN 0 AND 3')
@Check('household_amounts', '"guidance_hours" >= 0 AND "draaglast" >= 0 AND "bedrooms_needed" >= 0 AND "pets" >= 0')
@Check('household_sealed', `"herkomst_waived" LIKE 's1:%' AND "facts" LIKE 's1:%'`)
@Check('household_income', '"income_cents" >= 0')
export class HouseholdEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people call it by instead of a name, e.g. `AS-0001`. */
  @Column('text')
  reference!: string;

  /** Null: from outside the registered gemeenten, or not known. */
  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text', { nullable: true })
  herkomstGemeenteId!: string | null;

  /** On what the herkomst rests, e.g. a registration. */
  @Column('text', { nullable: true })
  herkomstBasis!: string | null;

  @Column('text')
  herkomstCertainty!: HerkomstCertainty;

  /** Return is not safe: herkomst then asks nothing. */
  @Column('text', { transformer: new Sealed('household.herkomst_waived') })
  herkomstWaived!: boolean;

  @Index()
  @ForeignKey('DoelgroepEntity')
  @Column('text')
  doelgroepId!: string;

  @Column('text')
  supportLevel!: SupportLevel;

  /** Hours per week. */
  @Column('integer')
  guidanceHours!: number;

  /** Points. */
  @Column('integer')
  draaglast!: number;

  @Column('integer')
  bedroomsNeeded!: number;

  @Column('text')
  accessibilityNeeded!: Accessibility;

  @Column('integer', { default: 0 })
  pets!: number;

  /** 0 (none) to 3 (most urgent). */
  @Column('integer', { default: 0 })
  urgencyBand!: number;

  /** Whether it is a legal duty, and on what ground, depends on the day: see the periods of the category. */
  @Index()
  @ForeignKey('UrgencyCategoryEntity')
  @Column('text', { nullable: true })
  urgencyCategoryId!: string | null;

  /** Uitstroomgereed. Null: not ready yet. */
  @Column('date', { nullable: true })
  readyForOutflowOn!: string | null;

  @Column('date')
  waitingSince!: string;

  /** Where the household stays now, in plain words. */
  @Column('text', { nullable: true })
  currentStay!: string | null;

  @Column('date', { nullable: true })
  currentStaySince!: string | null;

  @Column('text')
  entitlementStatus!: EntitlementStatus;

  @Column('date', { nullable: true })
  entitlementUntil!: string | null;

  /** Yearly income for passend toewijzen, cents. Null: not known. */
  @Column('integer', { nullable: true })
  incomeCents!: number | null;

  @Column('text', { default: 'waiting' })
  status!: HouseholdStatus;

  /** The last day of a pause; after it the household waits again by itself. Null: until somebody ends the pause, or there is none. */
  @Column('date', { nullable: true })
  pausedUntil!: string | null;

  @Column('text', { nullable: true })
  pauseReason!: PauseReason | null;

  /** The day on which the file was closed: what retention terms count from. Null: it is open. */
  @Column('date', { nullable: true })
  closedOn!: string | null;

  @Column('text', { nullable: true })
  closingReason!: ClosingReason | null;

  /** What somebody wrote down when the file was last closed, opened again or paused. */
  @Column('text', { nullable: true })
  statusNote!: string | null;

  /** Since when what puts somebody in danger is gone. Null: it is there, or never was. */
  @Column('date', { nullable: true })
  safetyClearedOn!: string | null;

  @Column('text')
  source!: string;

  /** Made up: describes nobody. */
  @Column('boolean')
  demonstration!: boolean;

  /** What only some rules ask for; see `HouseholdFacts`. Empty: nobody filled in anything. */
  @Column('text', { transformer: new Sealed('household.facts') })
  facts!: HouseholdFacts;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
