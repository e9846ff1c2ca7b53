import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ProposalAction } from '../../core/review/proposal-transitions';
import { type Call, NOTIFIED_ROLES, type NotifiedRole } from './notified';
import { oneOf } from './one-of';

/** One person is told of one step of a proposal, or called for a warm handover or a meeting, in the role that they held that day. It says nothing of the client. Goes with the file. */
@Entity()
@Unique(['eventId', 'accountId'])
@Index(['accountId', 'regionId', 'createdAt'])
@Index(['mailId'])
@Index(['proposalId'])
@Index('notification_to_mail', ['accountId'], { where: '"by_mail" AND "mail_id" IS NULL AND "read_at" IS NULL' })
@Check('notification_role', oneOf('role', NOTIFIED_ROLES))
@Check('notification_subject', 'num_nonnulls("proposal_id", "handover_id", "meeting_id") = 1')
@Check('notification_event', '("event_id" IS NULL) = ("proposal_id" IS NULL)')
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('ProposalEventEntity')
  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @ForeignKey('ProposalEntity')
  @Column('uuid', { nullable: true })
  proposalId!: string | null;

  @Index()
  @ForeignKey('WarmHandoverEntity', { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  handoverId!: string | null;

  @Index()
  @ForeignKey('PanelMeetingEntity')
  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('text')
  action!: ProposalAction | Call;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @Column('text')
  role!: NotifiedRole;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  organisationId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** Whether there was a mail server when it was made: what waited while there was none is not mailed afterwards. */
  @Column('boolean')
  byMail!: boolean;

  /** The mail that it is in. Null: in none (yet). */
  @ForeignKey('NotificationMailEntity')
  @Column('uuid', { nullable: true })
  mailId!: string | null;
}
