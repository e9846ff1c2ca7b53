import { Column, ForeignKey } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** A row about a person, a home or a quota knows its region and the organisation that answers for it. */
export abstract class OwnedColumns extends RecordedColumns {
  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;
}
