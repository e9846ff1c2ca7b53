import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

@Entity()
@Check('gemeente_id', `"id" ~ '^GM[0-9]{4}$'`)
@Check('gemeente_validity', '"valid_to" >= "valid_from"')
export class GemeenteEntity extends RecordedColumns {
  /** CBS code, e.g. `GM0106`. */
  @PrimaryColumn('text')
  id!: string;

  @Index()
  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  /** The gemeente as an organisation. */
  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  source!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. Null: still valid. */
  @Column('date', { nullable: true })
  validTo!: string | null;
}
