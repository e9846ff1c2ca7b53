import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RETENTION_CATEGORIES, type RetentionCategory } from '../../core/retention/retention-categories';
import { oneOf } from './one-of';

/**
 * The proof that something was removed, written in the same transaction by the function that removed it. Append-only, and
 * without any personal data: of what was removed only how many rows and the hash of their names are kept.
 */
@Entity()
@Index(['regionId', 'at'])
@Check('purge_record_category', oneOf('category', RETENTION_CATEGORIES))
@Check('purge_record_ids_hash', `"ids_hash" ~ '^[0-9a-f]{64}$'`)
@Check(
  'purge_record_anchor',
  `("category" = 'log') = ("anchor_position" IS NOT NULL) AND ("anchor_position" IS NULL) = ("anchor_hash" IS NULL)`,
)
@Check('purge_record_amounts', '"months" > 0 AND "duration_ms" >= 0')
export class PurgeRecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: rows of the logs, which are one chain for all regions. */
  @ForeignKey('RegionEntity')
  @Column('text', { nullable: true })
  regionId!: string | null;

  @Column('text')
  category!: RetentionCategory;

  /** The day as which it was decided that the term had passed. */
  @Column('date')
  purgedOn!: string;

  /** The term that was used; null: the longest of all regions, for the logs. */
  @ForeignKey('RetentionTermEntity')
  @Column('uuid', { nullable: true })
  termId!: string | null;

  @Column('integer')
  months!: number;

  /** That many months before `purgedOn`. */
  @Column('date')
  cutoff!: string;

  /** Rows by table. */
  @Column('jsonb')
  counts!: Readonly<Record<string, number>>;

  /** SHA-256 over the names of the rows, as `table/id`, sorted by their bytes, one a line. */
  @Column('text')
  idsHash!: string;

  @Column('integer')
  durationMs!: number;

  /** Of the logs: the last link that was removed, from which the rest of the chain is checked. */
  @Column('bigint', { nullable: true })
  anchorPosition!: string | null;

  /** Hexadecimal. */
  @Column('text', { nullable: true })
  anchorHash!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
