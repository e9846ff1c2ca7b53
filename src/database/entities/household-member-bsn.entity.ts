import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

/**
 * The burgerservicenummer of a person, apart from all else that is held about them: most people need none here, and nothing is
 * looked up by it. Seen by the aanbieder that guides them and by nobody else.
 */
@Entity()
@Check('household_member_bsn_sealed', `"bsn" LIKE 's1:%'`)
export class HouseholdMemberBsnEntity extends OwnedColumns {
  @ForeignKey('HouseholdMemberEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  memberId!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @Column('text', { transformer: new Sealed('household_member_bsn.bsn') })
  bsn!: string;
}
