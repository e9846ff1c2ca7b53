import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** Floor (soft) and ceiling (hard) on placements in a gemeente during a period. Owned by the gemeente. */
@Entity()
@Index(['regionId', 'periodFrom'])
@Check('spreiding_quota_period', '"period_to" >= "period_from"')
@Check('spreiding_quota_bounds', '"floor" >= 0 AND "ceiling" >= COALESCE("floor", 0)')
@Check('spreiding_quota_says_something', 'num_nonnulls("floor", "ceiling") > 0')
export class SpreidingQuotaEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  /** Null: every doelgroep counts. */
  @ForeignKey('DoelgroepEntity')
  @Column('text', { nullable: true })
  doelgroepId!: string | null;

  @Column('date')
  periodFrom!: string;

  /** The last day of the period. */
  @Column('date')
  periodTo!: string;

  @Column('integer', { nullable: true })
  floor!: number | null;

  @Column('integer', { nullable: true })
  ceiling!: number | null;

  /** How the region divided the numbers, in plain words. */
  @Column('text', { nullable: true })
  distributionKey!: string | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
