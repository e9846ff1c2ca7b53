import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.entity';
import { RecordedColumns } from './recorded.columns';

/** Each role with the kind of organisation in which it can be held. */
export const ROLE_ORGANISATIONS = {
  coordinator: 'regio',
  corporatie: 'corporatie',
  aanbieder: 'aanbieder',
  gemeente: 'gemeente',
  wijkregisseur: 'gemeente',
  veldtafel: 'regio',
  auditor: 'regio',
  beheerder: 'regio',
} as const satisfies Readonly<Record<string, OrganisationKind>>;

const PAIRS = Object.entries(ROLE_ORGANISATIONS).map(([role, kind]) => `('${role}', '${kind}')`);

/**
 * One person may act in one role for one organisation, from a day until a day. Who gave it is `created_by`; null: the
 * command line. It is never removed: it ends.
 */
@Entity()
@Index('role_assignment_once', ['accountId', 'organisationId', 'role'], {
  unique: true,
  where: '"ended_at" IS NULL AND "valid_until" IS NULL',
})
@Index(['regionId', 'role'])
@Check('role_assignment_organisation_kind', oneOf('organisation_kind', ORGANISATION_KINDS))
@Check('role_assignment_role', `("role", "organisation_kind") IN (${PAIRS.join(', ')})`)
@Check('role_assignment_period', '"valid_until" >= "valid_from"')
@Check('role_assignment_successor', '"successor_id" <> "account_id"')
@ForeignKey('OrganisationEntity', ['organisationId', 'organisationKind'], ['id', 'kind'])
export class RoleAssignmentEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Index()
  @Column('uuid')
  organisationId!: string;

  @Column('text')
  organisationKind!: OrganisationKind;

  @Column('text')
  role!: keyof typeof ROLE_ORGANISATIONS;

  @Column('date')
  validFrom!: string;

  /** The last day. Null: no end is known. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  /** Somebody ended it before its last day. Null: nobody did. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Who takes the work over when the role ends. Null: it goes back to the organisation. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  successorId!: string | null;
}
