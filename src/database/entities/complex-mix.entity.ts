import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SUPPORT_LEVELS, type SupportLevel } from '../../core/matching/problem';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

/** Ceiling on households of some doelgroepen in a complex. */
@Entity()
@Unique(['complexId', 'name'])
@Check('complex_mix_min_support_level', oneOf('min_support_level', SUPPORT_LEVELS))
@Check('complex_mix_max', '"max" >= 0')
export class ComplexMixEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('ComplexEntity')
  @Column('uuid')
  complexId!: string;

  @Column('text')
  name!: string;

  /** Empty: every doelgroep counts. */
  @Column('text', { array: true, default: [] })
  doelgroepIds!: string[];

  @Column('text')
  minSupportLevel!: SupportLevel;

  @Column('integer')
  max!: number;

  @Column('text')
  source!: string;
}
