import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import {
  RETENTION_CATEGORIES,
  RETENTION_RULES,
  type RetentionCategory,
  type RetentionStart,
} from '../../core/retention/retention-categories';
import { oneOf } from './one-of';

const STARTS = RETENTION_CATEGORIES.map((category) => `'${category} ${RETENTION_RULES[category].start}'`).join(', ');
const MINIMA = RETENTION_CATEGORIES.flatMap((category) => {
  const { minimum } = RETENTION_RULES[category];
  return minimum ? [`WHEN '${category}' THEN ${minimum.months}`] : [];
}).join(' ');

/** How long a region keeps one kind of data, from a day on. Append-only: another term is a new row. */
@Entity()
@Unique(['regionId', 'category', 'validFrom'])
@Check('retention_term_category', oneOf('category', RETENTION_CATEGORIES))
@Check('retention_term_starts_at', `"category" || ' ' || "starts_at" IN (${STARTS})`)
@Check('retention_term_minimum', `"months" >= CASE "category" ${MINIMA} ELSE 1 END`)
@Check('retention_term_longest', '"months" <= 1200')
export class RetentionTermEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  category!: RetentionCategory;

  @Column('integer')
  months!: number;

  @Column('text')
  startsAt!: RetentionStart;

  @Column('date')
  validFrom!: string;

  /** Law, standard or decision that it rests on. */
  @Column('text')
  source!: string;

  /** Why the region decided so. Null: it came with the region. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Null: the system itself. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  actor!: string | null;
}
