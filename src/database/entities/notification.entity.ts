import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { TOLD_ROLES, type ToldRole } from '../../core/notifications/step-notifications';
import type { ProposalAction } from '../../core/review/proposal-transitions';
import { oneOf } from './one-of';

/** One person is told of one step, in the role that they held that day. It says nothing of the client. Goes with the file. */
@Entity()
@Unique(['eventId', 'accountId'])
@Index(['accountId', 'regionId', 'createdAt'])
@Index(['mailId'])
@Index(['proposalId'])
@Index('notification_to_mail', ['accountId'], { where: '"by_mail" AND "mail_id" IS NULL AND "read_at" IS NULL' })
@Check('notification_role', oneOf('role', TOLD_ROLES))
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('ProposalEventEntity')
  @Column('uuid')
  eventId!: string;

  @ForeignKey('ProposalEntity')
  @Column('uuid')
  proposalId!: string;

  @Column('text')
  action!: ProposalAction;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  accountId!: string;

  @Column('text')
  role!: ToldRole;

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
