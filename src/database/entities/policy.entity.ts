import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Policy } from '../../core/matching/problem';
import { RecordedColumns } from './recorded.columns';

/** One version of the rules and levels of a region, as its people decided them. */
@Entity()
@Unique(['regionId', 'version'])
@Check('policy_validity', '"valid_to" >= "valid_from"')
export class PolicyEntity extends RecordedColumns {
  @PrimaryColumn('text')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  version!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('jsonb')
  document!: Policy;

  /** Where it was decided. */
  @Column('text')
  source!: string;
}
