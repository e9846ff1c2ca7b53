import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PAIR_DECISION_KINDS, type PairDecisionKind } from '../../core/review/pair-decisions';
import { OwnedColumns } from './owned.columns';

const KINDS = PAIR_DECISION_KINDS.map((kind) => `'${kind}'`).join(', ');

/**
 * A decision of a person about one household and one unit: a pin (this household goes there), a ban (it does not) or an
 * exception (one rule is set aside for this pair, a hardheidsclausule). Its author is `created_by`. It is never removed:
 * it is lifted, or its last day passes.
 */
@Entity()
@Index('pair_decision_once', ['kind', 'householdId', 'unitId'], {
  unique: true,
  where: '"lifted_at" IS NULL AND "rule_id" IS NULL',
})
@Index('pair_decision_exception_once', ['householdId', 'unitId', 'ruleId'], {
  unique: true,
  where: '"lifted_at" IS NULL AND "rule_id" IS NOT NULL',
})
@Index(['regionId', 'createdAt'])
@Check('pair_decision_kind', `"kind" IN (${KINDS})`)
@Check('pair_decision_exception', `("kind" = 'exception') = ("rule_id" IS NOT NULL)`)
@Check('pair_decision_expires', `"kind" = 'ban' OR "until" IS NOT NULL`)
@Check('pair_decision_reason', `btrim("reason") <> ''`)
export class PairDecisionEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: PairDecisionKind;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  /** The rule that an exception sets aside; null for pins and bans. */
  @Column('text', { nullable: true })
  ruleId!: string | null;

  /** The reason of the list that a review was rejected with; null where a person wrote the reason only. */
  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Column('text')
  reason!: string;

  /** The last day on which it holds. Null: until it is lifted. */
  @Column('date', { nullable: true })
  until!: string | null;

  /** The step of a proposal that it follows from. */
  @ForeignKey('ProposalEventEntity')
  @Column('uuid', { nullable: true })
  proposalEventId!: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  liftedBy!: string | null;

  @Column('text', { nullable: true })
  liftedNote!: string | null;

  /** The role in which somebody took it, and for which organisation; filled in by the database. */
  @Column('text', { nullable: true })
  actorRole!: string | null;

  @Column('uuid', { nullable: true })
  actorOrganisationId!: string | null;

  /** The same of who lifted it. */
  @Column('text', { nullable: true })
  liftedRole!: string | null;

  @Column('uuid', { nullable: true })
  liftedOrganisationId!: string | null;
}
