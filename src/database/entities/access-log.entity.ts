import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';

const ACCESS_OUTCOMES = ['granted', 'denied', 'failed'] as const;
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number];

/**
 * Who saw or did what with whose data. Append-only, and without foreign keys: a line outlives what it speaks of.
 */
@Entity()
@Index(['regionId', 'at'])
@Index(['actor', 'at'])
@Index(['objectIds'], { type: 'gin' })
@Check('access_log_outcome', oneOf('outcome', ACCESS_OUTCOMES))
export class AccessLogEntity {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Null: the request named no region. */
  @Column('text', { nullable: true })
  regionId!: string | null;

  /** Null: nobody was signed in. */
  @Column('uuid', { nullable: true })
  actor!: string | null;

  /** The role that they acted in, and the organisation for which. */
  @Column('text', { nullable: true })
  role!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  objectType!: string;

  @Column('text', { array: true, default: [] })
  objectIds!: string[];

  @Column('text')
  outcome!: AccessOutcome;

  /** From where: a network address, or the name of the process. */
  @Column('text', { nullable: true })
  origin!: string | null;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('text', { nullable: true })
  requestId!: string | null;
}
