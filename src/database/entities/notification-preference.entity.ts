import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TOLD_ROLES, type ToldRole } from '../../core/notifications/step-notifications';
import { oneOf } from './one-of';

export const MAIL_RHYTHMS = ['none', 'immediate', 'daily'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** What holds for who has chosen nothing. */
export const STANDARD_RHYTHM = { rhythm: 'daily', hour: 8 } as const satisfies { rhythm: MailRhythm; hour: number };

/** How somebody wants to be mailed in one role. No row: the standard above. */
@Entity()
@Check('notification_preference_role', oneOf('role', TOLD_ROLES))
@Check('notification_preference_rhythm', oneOf('rhythm', MAIL_RHYTHMS))
@Check('notification_preference_hour', '"hour" BETWEEN 0 AND 23')
export class NotificationPreferenceEntity {
  @ForeignKey('AccountEntity')
  @PrimaryColumn('uuid')
  accountId!: string;

  @ForeignKey('RegionEntity')
  @PrimaryColumn('text')
  regionId!: string;

  @PrimaryColumn('text')
  role!: ToldRole;

  @Column('text')
  rhythm!: MailRhythm;

  /** The hour of a daily mail, on the clock of the region. */
  @Column('integer')
  hour!: number;
}
