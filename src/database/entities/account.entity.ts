import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** Somebody who acts in the system, and the roles that say what they may do. */
@Entity()
export class AccountEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  displayName!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('boolean', { default: true })
  active!: boolean;
}
