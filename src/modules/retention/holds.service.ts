import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { LegalHoldEntity } from '../../database/entities/legal-hold.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { orderOf, type Page, pageOf, window } from '../../platform/http/page';
import type { HoldDto, HoldLiftDto, HoldQuery, HoldRequestDto } from './retention.dto';

interface Row {
  readonly id: string;
  readonly householdId: string | null;
  readonly reference: string | null;
  readonly reason: string;
  readonly since: string;
  readonly until: string | null;
  readonly setBy: string | null;
  readonly status: HoldDto['status'];
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftedNote: string | null;
}

/** `$2` is today. A client whom the reader may not see has no number here. */
const STATUS = `CASE WHEN h.lifted_at IS NOT NULL THEN 'opgeheven' WHEN h.until < $2 THEN 'voorbij' ELSE 'geldt' END`;
const FROM = `
  FROM legal_hold h
  LEFT JOIN household c ON c.id = h.household_id
  LEFT JOIN account s ON s.id = h.created_by
  LEFT JOIN account l ON l.id = h.lifted_by
 WHERE h.region_id = $1 AND $2::date IS NOT NULL`;
const COLUMNS = `
  h.id, h.household_id AS "householdId", c.reference, h.reason, h.since, h.until, s.display_name AS "setBy",
  ${STATUS} AS status, h.lifted_at AS "liftedAt", l.display_name AS "liftedBy", h.lifted_note AS "liftedNote"`;

/** Legal holds: while one holds, nothing of a client or of the region is removed. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: HoldQuery): Promise<Page<HoldDto>> {
    const values: unknown[] = [regionId, this.clock.today()];
    const filter = query.status ? ` AND ${STATUS} = $${values.push(query.status)}` : '';
    const { manager } = this.database;
    const [{ total }] = await manager.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${FROM}${filter}`,
      values,
    );
    const { direction } = orderOf(query.sorteer);
    const { skip, take } = window(query);
    const rows = await manager.query<Row[]>(
      `SELECT ${COLUMNS} ${FROM}${filter} ORDER BY h.since ${direction}, h.id LIMIT ${take} OFFSET ${skip}`,
      values,
    );
    return pageOf(rows.map(answer), total, query);
  }

  /** Throws 404 for a client that this account may not see, and 400 for days that cannot be. */
  set(actor: ActingAccount, { client, reden, sinds, tot }: HoldRequestDto): Promise<HoldDto> {
    const work = async (manager: EntityManager): Promise<HoldDto> => {
      const { regionId } = actor;
      if (client !== null && !(await manager.existsBy(HouseholdEntity, { id: client, regionId }))) {
        throw notFound('cliënt', client);
      }
      this.refuseWrongDays(sinds, tot);
      const id = randomUUID();
      const hold = { id, regionId, householdId: client, reason: reden, since: sinds, until: tot };
      await manager.insert(LegalHoldEntity, hold);
      return this.one(manager, regionId, id);
    };
    return inTransaction(this.database, work, { actor });
  }

  /** Throws 404, or 409 for one that was lifted before. */
  lift(actor: ActingAccount, id: string, { toelichting }: HoldLiftDto): Promise<HoldDto> {
    const work = async (manager: EntityManager): Promise<HoldDto> => {
      const hold = await manager.findOne(LegalHoldEntity, {
        where: { id, regionId: actor.regionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (hold === null) throw notFound('bewaarplicht', id);
      if (hold.liftedAt !== null) {
        throw conflict('al-opgeheven', 'Al opgeheven', 'Deze bewaarplicht is al opgeheven.');
      }
      const lifted = { liftedAt: () => 'clock_timestamp()', liftedBy: actor.accountId, liftedNote: toelichting };
      await manager.update(LegalHoldEntity, { id }, lifted);
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.database, work, { actor });
  }

  private async one(manager: EntityManager, regionId: string, id: string): Promise<HoldDto> {
    const values = [regionId, this.clock.today(), id];
    const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS} ${FROM} AND h.id = $3`, values);
    if (!row) throw notFound('bewaarplicht', id);
    return answer(row);
  }

  private refuseWrongDays(since: string, until: string | null): void {
    const faults: InputFault[] = [];
    const today = this.clock.today();
    const fault = (veld: string, waarde: string, verwacht: string): number =>
      faults.push({ in: 'body', veld, waarde, verwacht });
    if (since > today) fault('sinds', since, `vandaag (${today}) of eerder`);
    if (until !== null && until < today) fault('tot', until, `vandaag (${today}) of later`);
    if (faults.length > 0) throw invalidInput(faults);
  }
}

function answer(row: Row): HoldDto {
  const { householdId, reference } = row;
  return {
    id: row.id,
    client: householdId === null || reference === null ? null : { id: householdId, nummer: reference },
    reikwijdte: householdId === null ? 'regio' : 'dossier',
    reden: row.reason,
    sinds: row.since,
    tot: row.until,
    ingesteldDoor: row.setBy,
    status: row.status,
    opgehevenOp: row.liftedAt?.toISOString() ?? null,
    opgehevenDoor: row.liftedBy,
    toelichtingBijOpheffen: row.liftedNote,
  };
}
