import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mailText } from '../../core/notifications/mail-text';
import { minutesUntilNextTry } from '../../core/notifications/mail-retry';
import { TOLD_ROLES } from '../../core/notifications/step-notifications';
import type { ProposalAction } from '../../core/review/proposal-transitions';
import { actingAs, SYSTEM } from '../../database/acting';
import { NotificationMailEntity } from '../../database/entities/notification-mail.entity';
import type { Call, NotifiedRole } from '../../database/entities/notified';
import { ROLE_NAMES } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { MailFailure } from '../../platform/mail/mail-failure';
import { Mailer, type OutgoingMail } from '../../platform/mail/mailer';
import { callMail, isCall } from './call-words';
import { HAS_ADDRESS, roleStands } from './notification-sql';

const MINUTE = 60_000;

interface WaitingMail {
  readonly id: string;
  readonly role: NotifiedRole;
  readonly createdAt: Date;
  readonly attempts: number;
  /** Null: nobody may get it any more. */
  readonly to: string | null;
}

/** `$1` the mail, `$2` now, `$3` today. Who sends it holds its row until the outcome is written. */
const TAKE = `
  SELECT m.id, m.role, m.created_at AS "createdAt", m.attempts,
         CASE WHEN a.active AND ${HAS_ADDRESS} AND EXISTS (
                SELECT FROM role_assignment ra WHERE ra.account_id = m.account_id AND ra.role = m.role
                   AND ra.organisation_id = m.organisation_id AND ${roleStands('$3')}) THEN a.email END AS to
    FROM notification_mail m JOIN account a ON a.id = m.account_id
   WHERE m.id = $1 AND m.state = 'waiting' AND m.next_try_at <= $2
     FOR UPDATE OF m SKIP LOCKED`;

/**
 * Sends mails. The row of a mail is locked from before the server is called until its outcome is committed, so two workers
 * never send one mail, and a worker that is killed leaves it waiting. What is left of sending twice: the process or the
 * database dies between the answer of the mail server and the commit right after it. The second mail then has the same
 * Message-ID, by which mailboxes know it for the same.
 */
@Injectable()
export class MailDeliveryService {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Mails that wait and may be tried now, oldest first. */
  async dueIds(): Promise<string[]> {
    const rows = await actingAs(SYSTEM, () =>
      this.database.query<{ id: string }[]>(
        `SELECT id FROM notification_mail WHERE state = 'waiting' AND next_try_at <= $1 ORDER BY next_try_at, id LIMIT 500`,
        [this.clock.now()],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Tries one mail. A failure is written down and does not throw; one that is not due, or under way elsewhere, is left alone. */
  async send(mailId: string): Promise<void> {
    const { consoleUrl } = this.mailer;
    // Another process may have a mail server.
    if (consoleUrl === undefined) return;
    // Not `inTransaction`: that starts again after a deadlock, and a mail that has left cannot be taken back.
    await actingAs(SYSTEM, () => this.database.transaction((manager) => this.sendWithin(manager, mailId, consoleUrl)));
  }

  private async sendWithin(manager: EntityManager, mailId: string, consoleUrl: string): Promise<void> {
    const [mail] = await manager.query<WaitingMail[]>(TAKE, [mailId, this.clock.now(), this.clock.today()]);
    if (!mail) return;
    const outgoing = await this.compose(manager, mail, consoleUrl);
    if (outgoing === null) {
      await manager.update(NotificationMailEntity, { id: mailId }, { state: 'cancelled' });
      return;
    }
    try {
      await this.mailer.send(outgoing);
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      await this.writeFailure(manager, mail, error);
      return;
    }
    await manager.update(NotificationMailEntity, { id: mailId }, { state: 'sent', sentAt: this.clock.now() });
  }

  /** Null: there is nothing left to say, or nobody to say it to. */
  private async compose(
    manager: EntityManager,
    { id, role, to, createdAt: date }: WaitingMail,
    consoleUrl: string,
  ): Promise<OutgoingMail | null> {
    const rows = await manager.query<{ action: ProposalAction | Call; count: number }[]>(
      `SELECT action, count(*)::int AS count FROM notification WHERE mail_id = $1 GROUP BY action`,
      [id],
    );
    if (to === null || rows.length === 0) return null;
    const roleName = ROLE_NAMES[role];
    const steps = new Map<ProposalAction, number>();
    const calls = new Map<Call, number>();
    for (const { action, count } of rows) {
      if (isCall(action)) calls.set(action, count);
      else steps.set(action, count);
    }
    const told = TOLD_ROLES.find((each) => each === role);
    // A mail holds either of them; see `MailBundlesService`.
    if (steps.size === 0 || told === undefined) return { id, to, date, ...callMail(roleName, calls, consoleUrl) };
    return { id, to, date, ...mailText({ role: told, roleName, counts: steps, consoleUrl }) };
  }

  private async writeFailure(
    manager: EntityManager,
    { id, attempts }: WaitingMail,
    { code, isPermanent }: MailFailure,
  ): Promise<void> {
    const failed = attempts + 1;
    const wait = isPermanent ? null : minutesUntilNextTry(failed);
    this.logger.warn(`${id}: try ${failed} failed: ${code}${wait === null ? ', given up' : ''}`);
    await manager.update(
      NotificationMailEntity,
      { id },
      {
        attempts: failed,
        lastError: code,
        ...(wait === null
          ? { state: 'failed' as const }
          : { nextTryAt: new Date(this.clock.now().getTime() + wait * MINUTE) }),
      },
    );
  }
}
