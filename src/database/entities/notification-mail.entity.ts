import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NOTIFIED_ROLES, type NotifiedRole } from './notified';
import { oneOf } from './one-of';

/** `cancelled`: its reader left or its notifications are gone. */
const MAIL_STATES = ['waiting', 'sent', 'failed', 'cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail to one person with the notifications that were due: what is in it is fixed before it is tried the first time. */
@Entity()
@Index('notification_mail_to_send', ['nextTryAt'], { where: `"state" = 'waiting'` })
@Check('notification_mail_role', oneOf('role', NOTIFIED_ROLES))
@Check('notification_mail_state', oneOf('state', MAIL_STATES))
@Check('notification_mail_sent', `("state" = 'sent') = ("sent_at" IS NOT NULL)`)
@Check('notification_mail_attempts', '"attempts" >= 0')
export class NotificationMailEntity {
  /** Also the name of the mail (Message-ID), so that one that is sent twice is known for what it is. */
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Index()
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

  @Column('text', { default: 'waiting' })
  state!: MailState;

  /** Tries that failed. */
  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  nextTryAt!: Date;

  /** The code of the last failure, never its text: servers repeat addresses in it. */
  @Column('text', { nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
