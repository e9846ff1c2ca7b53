import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { HouseholdContactEntity } from '../../database/entities/household-contact.entity';
import { contactStands, countsOn } from '../../database/standing-contacts';
import { inTransaction } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';

interface EndedRow {
  readonly id: string;
  readonly householdId: string;
  readonly regionId: string;
  readonly ownerOrganisationId: string;
  readonly role: HouseholdContactEntity['role'];
  readonly successorId: string | null;
}

const BATCH = 500;

/**
 * Ends contacts whose person does not hold the role any more, and gives them to the successor that was named when the role
 * got its last day. Until then they count for nobody (`contactStands`), so a day without any process leaves nothing with
 * who left. A successor who has left as well gets nothing: the client is then on the list without a contact person.
 */
@Injectable()
@ReconcilesDueWork()
export class EndedContactsService implements Reconciles {
  private readonly logger = new Logger('contacts');

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async handOverDueWork(): Promise<void> {
    await inTransaction(this.database, (manager) => this.endOfHomes(manager), { actor: null });
    for (;;) {
      const done = await inTransaction(this.database, (manager) => this.endSome(manager), { actor: null });
      if (done > 0) this.logger.log(`${done} contacts ended with the role of their person`);
      if (done < BATCH) return;
    }
  }

  /** A home then is with its organisation, which says itself who takes over. */
  private async endOfHomes(manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE unit_contact c SET ended_at = $1 WHERE c.ended_at IS NULL AND NOT (${contactStands('c', '$2::date')})`,
      [this.clock.now(), this.clock.today()],
    );
  }

  private async endSome(manager: EntityManager): Promise<number> {
    const today = this.clock.today();
    const rows = await manager.query<EndedRow[]>(
      `SELECT c.id, c.household_id AS "householdId", c.region_id AS "regionId",
              c.owner_organisation_id AS "ownerOrganisationId", c.role, next.account_id AS "successorId"
         FROM household_contact c
         LEFT JOIN LATERAL (
           SELECT last.successor_id FROM role_assignment last
            WHERE last.account_id = c.account_id AND last.role = c.role AND last.region_id = c.region_id
              AND (last.role = 'coordinator' OR last.organisation_id = c.owner_organisation_id)
            ORDER BY coalesce(last.ended_at, last.valid_until::timestamptz) DESC NULLS LAST, last.id LIMIT 1) left_role ON true
         LEFT JOIN LATERAL (
           SELECT taker.account_id FROM role_assignment taker JOIN account a ON a.id = taker.account_id AND a.active
            WHERE taker.account_id = left_role.successor_id AND taker.role = c.role AND taker.region_id = c.region_id
              AND (taker.role = 'coordinator' OR taker.organisation_id = c.owner_organisation_id)
              AND ${countsOn('taker', '$1::date')} LIMIT 1) next ON true
        WHERE c.ended_at IS NULL AND NOT (${contactStands('c', '$1::date')})
        ORDER BY c.id LIMIT ${BATCH} FOR UPDATE OF c SKIP LOCKED`,
      [today],
    );
    if (rows.length === 0) return 0;
    const endedAt = this.clock.now();
    await manager.update(HouseholdContactEntity, { id: In(rows.map(({ id }) => id)) }, { endedAt, endedBy: null });
    const taken = rows.flatMap(({ successorId, ...row }) =>
      successorId === null ? [] : [{ ...row, id: randomUUID(), accountId: successorId, since: today }],
    );
    if (taken.length > 0) await manager.insert(HouseholdContactEntity, taken);
    return rows.length;
  }
}
