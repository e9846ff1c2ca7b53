import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** While it holds nothing of a household, or of a whole region, is removed: an objection, a complaint, a case in court. */
@Entity()
@Index(['regionId', 'createdAt'])
@Check('legal_hold_period', '"until" >= "since"')
@Check('legal_hold_reason', `btrim("reason") <> ''`)
@Check(
  'legal_hold_lifted',
  `("lifted_at" IS NULL) = ("lifted_by" IS NULL) AND ("lifted_at" IS NULL) = ("lifted_note" IS NULL)`,
)
export class LegalHoldEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  /** Null: everything of the region. */
  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid', { nullable: true })
  householdId!: string | null;

  @Column('text')
  reason!: string;

  @Column('date')
  since!: string;

  /** The last day on which it holds. Null: until it is lifted. */
  @Column('date', { nullable: true })
  until!: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  liftedBy!: string | null;

  @Column('text', { nullable: true })
  liftedNote!: string | null;
}
