import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';

export const CHANGES = ['insert', 'update', 'delete'] as const;

/**
 * Every row that was written: who, when, what it was and what it became. The database fills it in by triggers, so that no
 * write can pass it by; the application cannot write here. What `traced-tables.ts` does not show is kept as `***`.
 */
@Entity()
@Index(['regionId', 'at'])
@Index(['actor', 'at'])
@Index(['householdId', 'at'], { where: '"household_id" IS NOT NULL' })
@Check('change_log_operation', oneOf('operation', CHANGES))
export class ChangeLogEntity {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Null: the row belongs to no region. */
  @Column('text', { nullable: true })
  regionId!: string | null;

  /** Null: the system itself. */
  @Column('uuid', { nullable: true })
  actor!: string | null;

  @Column('text', { nullable: true })
  role!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('text')
  tableName!: string;

  /** The key of the row; of more columns, joined by a slash. */
  @Column('text')
  rowId!: string;

  @Column('text')
  operation!: (typeof CHANGES)[number];

  /** The household that the row speaks of. */
  @Column('uuid', { nullable: true })
  householdId!: string | null;

  /** Of an update only the columns that changed. */
  @Column('jsonb', { nullable: true })
  before!: Readonly<Record<string, unknown>> | null;

  @Column('jsonb', { nullable: true })
  after!: Readonly<Record<string, unknown>> | null;
}
