import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** Somebody who is invited to a meeting, for an organisation, and whether they were there. */
@Entity()
@Index('panel_attendee_once', ['meetingId', 'accountId'], { unique: true, where: '"withdrawn_at" IS NULL' })
@Check('panel_attendee_withdrawn', '("withdrawn_at" IS NULL) = ("withdrawn_by" IS NULL)')
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

  /** When the invitation was taken back: from then on this person sees nothing of the meeting. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;
}
