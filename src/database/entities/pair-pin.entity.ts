import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** A decision of a person that this household goes to this unit. */
@Entity()
@Index('pair_pin_once', ['householdId', 'unitId'], { unique: true, where: '"lifted_at" IS NULL' })
@Index(['regionId'])
export class PairPinEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Index()
  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @Column('text')
  reasonCode!: string;

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
}
