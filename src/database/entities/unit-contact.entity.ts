import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** The role of whoever owns a home and has people for it. */
export const UNIT_CONTACT_ROLE = 'corporatie';

/**
 * Who at the corporatie is the contact person for a home: at most one at a time; none, and the home is with the organisation. It
 * counts while that person holds the role (`contactStands`). It is never changed but by its end.
 */
@Entity()
@Index('unit_contact_once', ['unitId'], { unique: true, where: '"ended_at" IS NULL' })
@Index(['accountId'])
@Check('unit_contact_role', oneOf('role', [UNIT_CONTACT_ROLE]))
@Check('unit_contact_ended', '"ended_at" IS NOT NULL OR "ended_by" IS NULL')
export class UnitContactEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('UnitEntity')
  @Column('uuid')
  unitId!: string;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @Column('text')
  role!: typeof UNIT_CONTACT_ROLE;

  @Column('date')
  since!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Null while it has not ended, and where it ended because the role did. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}
