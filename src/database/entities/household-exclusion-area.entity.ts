import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/** Where the household may not or must not live. The ground is deliberately not kept. */
@Entity()
@Check('household_exclusion_area_sealed', `"gemeente_ids" LIKE 's1:%' AND "wijk_ids" LIKE 's1:%'`)
export class HouseholdExclusionAreaEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Column('text', { transformer: new Sealed('household_exclusion_area.gemeente_ids') })
  gemeenteIds!: string[];

  @Column('text', { transformer: new Sealed('household_exclusion_area.wijk_ids') })
  wijkIds!: string[];

  /** The last day on which it holds. Null: without end. */
  @Column('date', { nullable: true })
  until!: string | null;
}
