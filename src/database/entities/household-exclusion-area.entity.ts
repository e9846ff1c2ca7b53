import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** Where the household may not or must not live. The ground is deliberately not kept. */
@Entity()
@Check('household_exclusion_area_somewhere', 'cardinality("gemeente_ids") + cardinality("wijk_ids") > 0')
export class HouseholdExclusionAreaEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Column('text', { array: true, default: [] })
  gemeenteIds!: string[];

  @Column('text', { array: true, default: [] })
  wijkIds!: string[];

  /** The last day on which it holds. Null: without end. */
  @Column('date', { nullable: true })
  until!: string | null;
}
