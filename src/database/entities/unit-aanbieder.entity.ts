import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** An aanbieder that can guide residents of a unit. */
@Entity()
export class UnitAanbiederEntity extends OwnedColumns {
  @ForeignKey('UnitEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  unitId!: string;

  @Index()
  @ForeignKey('OrganisationEntity')
  @PrimaryColumn('uuid')
  organisationId!: string;
}
