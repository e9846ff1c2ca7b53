import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** A home or complex that the household refused or was rejected for, as long as the reason holds. */
@Entity()
@Check('household_refusal_of_something', 'num_nonnulls("unit_id", "complex_id") = 1')
export class HouseholdRefusalEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @ForeignKey('UnitEntity')
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @ForeignKey('ComplexEntity')
  @Column('uuid', { nullable: true })
  complexId!: string | null;

  @Column('text')
  reasonCode!: string;

  /** The last day on which it holds. Null: without end. */
  @Column('date', { nullable: true })
  until!: string | null;

  @ForeignKey('ProposalEntity')
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  /** When it was taken back. */
  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;
}
