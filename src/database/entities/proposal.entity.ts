import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import { HOLDING_STATES, PROPOSAL_STATES, type ProposalState } from '../../core/review/proposal-transitions';
import {
  PROPOSAL_ORIGINS,
  type ProposalOrigin,
  RESERVE_OUTCOMES,
  type ReserveOutcome,
} from '../../core/review/case-reasons';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** A match of a round, and how far people brought it. Owned by the corporatie of the unit. */
@Entity()
@Index('proposal_once_per_round', ['runId', 'householdId'], { unique: true, where: `"origin" <> 'manual'` })
@Index(['regionId', 'state'])
@Index(['ownerOrganisationId', 'state'])
@Index('proposal_one_active_per_household', ['householdId'], {
  unique: true,
  where: oneOf('state', HOLDING_STATES),
})
@Check('proposal_state', oneOf('state', PROPOSAL_STATES))
@Check('proposal_origin', oneOf('origin', PROPOSAL_ORIGINS))
@Check('proposal_made_by_hand', `("origin" = 'manual') = ("made_reason" IS NOT NULL)`)
@Check('proposal_replaces', `"origin" = 'reserve' OR "replaces_proposal_id" IS NULL`)
@Check('proposal_reserve_outcome', oneOf('reserve_outcome', RESERVE_OUTCOMES))
@Check('proposal_reserve_sought', '("reserve_outcome" IS NULL) = ("reserve_sought_at" IS NULL)')
export class ProposalEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchRunEntity')
  @Column('uuid')
  runId!: string;

  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  aanbiederOrganisationId!: string;

  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @Column('date')
  plannedStart!: string;

  @Column('text')
  state!: ProposalState;

  /** Why this match: the rules with their facts, the levels, the alternatives. */
  @Column('jsonb')
  justification!: object;

  /** The version of the workflow with which it was approved; it stays. Null: not approved yet. */
  @ForeignKey('WorkflowEntity')
  @Column('uuid', { nullable: true })
  workflowId!: string | null;

  /** Where it comes from. One that was made by hand belongs to the round that it departs from. Never changed. */
  @Column('text', { default: 'round' })
  origin!: ProposalOrigin;

  /** Why somebody made it by hand. Never changed. */
  @Column('text', { nullable: true })
  madeReason!: string | null;

  /** The failed match whose home this is. Null: of the round itself, or that match has been purged. */
  @Index()
  @ForeignKey('ProposalEntity', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  replacesProposalId!: string | null;

  /** Of a match that failed: what came of looking for somebody else, the last time that it failed. */
  @Column('text', { nullable: true })
  reserveOutcome!: ReserveOutcome | null;

  @Column('timestamptz', { nullable: true })
  reserveSoughtAt!: Date | null;

  @VersionColumn({ type: 'integer' })
  version!: number;
}
