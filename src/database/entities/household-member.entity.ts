import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from './one-of';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

const MEMBER_ROLES = ['main', 'partner', 'child', 'other'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

@Entity()
@Unique(['householdId', 'position'])
@Check('household_member_role', oneOf('role', MEMBER_ROLES))
@Check('household_member_sealed', `"given_name" LIKE 's1:%' AND "family_name" LIKE 's1:%'`)
@Check('household_member_position', '"position" >= 0')
@Check('household_member_main_first', `("position" = 0) = ("role" = 'main')`)
export class HouseholdMemberEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  /** 0 is the main resident. */
  @Column('integer')
  position!: number;

  @Column('text', { transformer: new Sealed('household_member.given_name') })
  givenName!: string;

  @Column('text', { transformer: new Sealed('household_member.family_name') })
  familyName!: string;

  @Column('date')
  birthDate!: string;

  @Column('text')
  role!: MemberRole;
}
