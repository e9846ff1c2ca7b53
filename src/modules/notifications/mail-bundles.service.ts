import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotificationEntity } from '../../database/entities/notification.entity';
import { NotificationMailEntity } from '../../database/entities/notification-mail.entity';
import type { NotifiedRole } from '../../database/entities/notified';
import { inTransaction } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { CHOICE, HAS_ADDRESS, HOUR, RHYTHM, roleStands } from './notification-sql';

interface Due {
  readonly id: string;
  readonly regionId: string;
  readonly accountId: string;
  readonly role: NotifiedRole;
  readonly organisationId: string;
  /** Steps of proposals and calls go in mails of their own. */
  readonly isCall: boolean;
}

/** SQL: the first moment after notification `n` was made at which the clock of region `r` shows the hour that was chosen. */
const NEXT_DAILY = `(
  SELECT (today + CASE WHEN l.local >= today THEN interval '1 day' ELSE interval '0' END) AT TIME ZONE r.time_zone
    FROM (SELECT n.created_at AT TIME ZONE r.time_zone AS local) l,
         LATERAL (SELECT date_trunc('day', l.local) + make_interval(hours => ${HOUR}) AS today) t)`;

/** `$1` now, `$2` today. What somebody has seen already is not mailed any more. */
const DUE = `
  SELECT n.id, n.region_id AS "regionId", n.account_id AS "accountId", n.role, n.organisation_id AS "organisationId",
         n.proposal_id IS NULL AS "isCall"
    FROM notification n
    JOIN region r ON r.id = n.region_id
    JOIN account a ON a.id = n.account_id
    ${CHOICE}
   WHERE n.by_mail AND n.mail_id IS NULL AND n.read_at IS NULL AND a.active AND ${HAS_ADDRESS}
     AND EXISTS (SELECT FROM role_assignment ra WHERE ra.account_id = n.account_id AND ra.role = n.role
                    AND ra.organisation_id = n.organisation_id AND ${roleStands('$2')})
     AND (${RHYTHM} = 'immediate' OR ${RHYTHM} = 'daily' AND ${NEXT_DAILY} <= $1)
   ORDER BY n.created_at, n.id FOR UPDATE OF n SKIP LOCKED`;

/**
 * Puts what is due for one person in one role together in one mail. What is in a mail is fixed before it is tried, so that a
 * second try of it is the same mail.
 */
@Injectable()
export class MailBundlesService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  bundleDue(): Promise<void> {
    return inTransaction(this.database, (manager) => this.bundle(manager), { actor: null });
  }

  private async bundle(manager: EntityManager): Promise<void> {
    const now = this.clock.now();
    const due = await manager.query<Due[]>(DUE, [now, this.clock.today()]);
    const mails = new Map<string, string>();
    for (const { id, regionId, accountId, role, organisationId, isCall } of due) {
      const reader = `${accountId} ${role} ${organisationId} ${isCall}`;
      const mailId = mails.get(reader) ?? randomUUID();
      if (!mails.has(reader)) {
        const mail = { id: mailId, regionId, accountId, role, organisationId, createdAt: now, nextTryAt: now };
        await manager.insert(NotificationMailEntity, mail);
        mails.set(reader, mailId);
      }
      await manager.update(NotificationEntity, { id }, { mailId });
    }
  }
}
