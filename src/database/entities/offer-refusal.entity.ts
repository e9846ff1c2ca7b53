import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { REFUSAL_CONSEQUENCES, type RefusalConsequence } from '../../core/review/refusal-policy';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** A refusal of an offer, with what a person found of it and what followed. Until somebody has judged it nothing follows. */
@Entity()
@Unique(['contactId'])
@Check('offer_refusal_consequence', oneOf('consequence', REFUSAL_CONSEQUENCES))
@Check('offer_refusal_judged', `("judged_at" IS NULL) = ("suitable" IS NULL)`)
@Check('offer_refusal_by_person', `"consequence" IS NULL OR "consequence" = 'none' OR "suitable"`)
@Check('offer_refusal_parked', `"parked_until" IS NULL OR "consequence" = 'parked'`)
export class OfferRefusalEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @ForeignKey('OfferContactEntity')
  @Column('uuid')
  contactId!: string;

  @Column('text')
  reasonCode!: string;

  /** Whether the home was passend. Null: nobody has judged it, or it makes no difference here. */
  @Column('boolean', { nullable: true })
  suitable!: boolean | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  judgedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  judgedAt!: Date | null;

  @Column('text', { nullable: true })
  judgedNote!: string | null;

  /** Null: not decided, because nobody has judged it. */
  @Column('text', { nullable: true })
  consequence!: RefusalConsequence | null;

  @Column('date', { nullable: true })
  parkedUntil!: string | null;

  /** Version of what the region agreed. Null: nothing was agreed, or it is not decided. */
  @Column('text', { nullable: true })
  settingVersion!: string | null;
}
