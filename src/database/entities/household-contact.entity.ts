import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Sealed } from '../sealing/sealed';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** Roles in which somebody can be the contact person of a client. Whoever gives up such a role hands the work over. */
export const CONTACT_ROLES = ['coordinator', 'aanbieder'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/**
 * Who is the contact person of a household, in one role: one at a time. It counts while that person holds the role
 * (`contactStands`). It is never changed but by its end, and a new contact person is a new row.
 */
@Entity()
@Index('household_contact_once', ['householdId', 'role'], { unique: true, where: '"ended_at" IS NULL' })
@Index(['accountId'])
@Check('household_contact_role', oneOf('role', CONTACT_ROLES))
@Check('household_contact_ended', '"ended_at" IS NOT NULL OR "ended_by" IS NULL')
@Check('household_contact_sealed', `"note" LIKE 's1:%'`)
export class HouseholdContactEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('HouseholdEntity', { onDelete: 'CASCADE' })
  @Column('uuid')
  householdId!: string;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @Column('text')
  role!: ContactRole;

  @Column('date')
  since!: string;

  /** What whoever handed the client over wrote for the new contact person. */
  @Column('text', { nullable: true, transformer: new Sealed('household_contact.note') })
  note!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Null while it has not ended, and where it ended because the role did. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}
