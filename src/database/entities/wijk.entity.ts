import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WijkFacts } from '../../core/matching/rule-facts';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

const WIJK_KINDS = ['wijk', 'dorp'] as const;
export type WijkKind = (typeof WIJK_KINDS)[number];

@Entity()
@Index(['regionId'])
@Check('wijk_kind', oneOf('kind', WIJK_KINDS))
export class WijkEntity extends OwnedColumns {
  @PrimaryColumn('text')
  id!: string;

  @Index()
  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: WijkKind;

  @Column('text', { nullable: true })
  cbsCode!: string | null;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;

  /** What only some rules ask for; see `WijkFacts`. Empty: nobody filled in anything. */
  @Column('jsonb', { default: {} })
  facts!: WijkFacts;
}
