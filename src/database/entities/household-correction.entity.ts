import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/** Why a file was corrected (AVG article 16). What stood there before is in the change log; when and by whom in the row itself. */
@Entity()
@Check('household_correction_sealed', `"reason" LIKE 's1:%'`)
export class HouseholdCorrectionEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  /** The request that it grants. */
  @ForeignKey('ClientRequestEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Column('text', { transformer: new Sealed('household_correction.reason') })
  reason!: string;

  /** What became something else, in the words of `person-columns/`. */
  @Column('text', { array: true })
  changed!: string[];
}
