import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { rolesToldOf } from '../../core/notifications/step-notifications';
import type { ProposalAction, ProposalState } from '../../core/review/proposal-transitions';
import { inTransaction } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { Mailer } from '../../platform/mail/mailer';
import { roleStands } from './notification-sql';

/** Steps that are told of in one transaction. */
const AT_ONCE = 200;

interface Step {
  readonly id: string;
  readonly action: ProposalAction;
  readonly from: ProposalState;
}

const TAKE = `
  WITH taken AS (
    DELETE FROM notification_pending WHERE event_id IN (
      SELECT event_id FROM notification_pending ORDER BY event_id LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING event_id)
  SELECT e.id, e.action, e.from_state AS "from" FROM taken t JOIN proposal_event e ON e.id = t.event_id`;

/** `$1`, `$2` steps and roles, `$3` today, `$4` now, `$5` whether there is a mail server. Who took the step knows of it. */
const TELL = `
  INSERT INTO notification
         (id, region_id, event_id, proposal_id, action, account_id, role, organisation_id, created_at, by_mail)
  SELECT DISTINCT ON (e.id, ra.account_id) gen_random_uuid(), e.region_id, e.id, e.proposal_id, e.action,
         ra.account_id, ra.role, ra.organisation_id, $4::timestamptz, $5::boolean
    FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t(event_id, role, place)
    JOIN proposal_event e ON e.id = t.event_id
    JOIN proposal p ON p.id = e.proposal_id
    JOIN role_assignment ra ON ra.region_id = e.region_id AND ra.role = t.role AND ${roleStands('$3')}
     AND (t.role = 'coordinator' OR ra.organisation_id =
            CASE t.role WHEN 'corporatie' THEN p.owner_organisation_id ELSE p.aanbieder_organisation_id END)
    JOIN account a ON a.id = ra.account_id AND a.active
   WHERE ra.account_id IS DISTINCT FROM e.actor
   ORDER BY e.id, ra.account_id, t.place
  ON CONFLICT (event_id, account_id) DO NOTHING`;

/**
 * Tells of each step whoever holds a role in it today, once a person. Which steps wait stands in the database, written by a
 * trigger in the transaction of the step, so no step can be forgotten by whoever makes it possible.
 */
@Injectable()
export class StepFanOutService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Tells of everything that waits and that no other process is telling of. */
  async tellAll(): Promise<void> {
    let taken = AT_ONCE;
    while (taken === AT_ONCE) {
      taken = await inTransaction(this.database, (manager) => this.tellSome(manager), { actor: null });
    }
  }

  private async tellSome(manager: EntityManager): Promise<number> {
    const steps = await manager.query<Step[]>(TAKE, [AT_ONCE]);
    const pairs = steps.flatMap(({ id, action, from }) => rolesToldOf(action, from).map((role) => ({ id, role })));
    if (pairs.length > 0) {
      const byMail = this.mailer.consoleUrl !== undefined;
      await manager.query(TELL, [
        ...[pairs.map(({ id }) => id), pairs.map(({ role }) => role)],
        ...[this.clock.today(), this.clock.now(), byMail],
      ]);
    }
    return steps.length;
  }
}
