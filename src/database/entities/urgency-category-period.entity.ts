import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/**
 * On what ground an urgency category counts in a region, during a period. A law that comes into force is a new period: from
 * its first day other rules hold, without a change of code.
 */
@Entity()
@Unique(['regionId', 'categoryId', 'validFrom'])
@Check('urgency_category_period_validity', '"valid_to" >= "valid_from"')
@Check('urgency_category_period_duty', 'NOT "legal_duty" OR "legal_basis" IS NOT NULL')
export class UrgencyCategoryPeriodEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('UrgencyCategoryEntity')
  @Column('text')
  categoryId!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  /** The law obliges the gemeente to give priority. */
  @Column('boolean')
  legalDuty!: boolean;

  /** Law, scheme or agreement. */
  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
