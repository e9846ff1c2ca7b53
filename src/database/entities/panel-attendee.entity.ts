import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** Somebody who is invited to a meeting, for an organisation, and whether they were there. */
@Entity()
@Unique(['meetingId', 'accountId'])
export class PanelAttendeeEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('PanelMeetingEntity')
  @Column('uuid')
  meetingId!: string;

  @Index()
  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  /** Null: nobody has said. */
  @Column('boolean', { nullable: true })
  present!: boolean | null;
}
