import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from './one-of';
import { OwnedColumns } from './owned.columns';

export const WIJK_KINDS = ['wijk', 'dorp'] as const;
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
}
