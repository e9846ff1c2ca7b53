import type { EntityManager } from 'typeorm';
import {
  clientRequestKinds,
  type ClientRequestKind,
  type ClientRequestState,
} from '../../core/review/client-request-transitions';
import { daysBetween, type IsoDate } from '../../core/time/calendar';
import { isRestricted } from '../../database/open-restrictions';
import { orderOf } from '../../platform/http/page';
import { isLate } from './client-request-answer';
import type { RequestLineDto, RequestListQuery } from './client-request.dto';

interface Row {
  readonly id: string;
  readonly kind: ClientRequestKind;
  readonly state: ClientRequestState;
  readonly receivedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly extendedOn: IsoDate | null;
  readonly householdId: string;
  readonly reference: string;
  readonly aanbiederId: string;
  readonly aanbieder: string;
  readonly restricted: boolean;
}

/** `$2` is today. */
const LATE = `(r.state = 'open' AND r.due_on < $2)`;
const FROM = `FROM client_request r JOIN household h ON h.id = r.household_id JOIN organisation o ON o.id = h.owner_organisation_id`;
const ORDER = { uiterlijkOp: 'r.due_on', ontvangenOp: 'r.received_on', nummer: 'h.reference' } as const;

/** One page of the requests of a region that the reader may see. Never names of clients, nor what they asked. */
export async function listRequests(
  manager: EntityManager,
  { regionId, today }: { readonly regionId: string; readonly today: IsoDate },
  query: RequestListQuery,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: RequestLineDto[]; total: number }> {
  const values: unknown[] = [regionId, today];
  const conditions = ['r.region_id = $1', '$2::date IS NOT NULL'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  add((at) => `r.state = ${at}`, query.status);
  add((at) => `r.kind = ${at}`, query.soort && clientRequestKinds.toInternal(query.soort));
  add((at) => `${LATE} = ${at}`, query.teLaat);
  const where = `WHERE ${conditions.join(' AND ')}`;
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::int AS total ${FROM} ${where}`,
    values,
  );
  const { field, direction } = orderOf(query.sorteer);
  const rows = await manager.query<Row[]>(
    `SELECT r.id, r.kind, r.state, r.received_on AS "receivedOn", r.due_on AS "dueOn", r.extended_on AS "extendedOn",
            h.id AS "householdId", h.reference, o.id AS "aanbiederId", o.name AS aanbieder,
            ${isRestricted('h.id')} AS restricted
       ${FROM} ${where} ORDER BY ${ORDER[field]} ${direction}, r.id LIMIT ${page.take} OFFSET ${page.skip}`,
    values,
  );
  return { items: rows.map((row) => lineOf(row, today)), total };
}

function lineOf(row: Row, today: IsoDate): RequestLineDto {
  return {
    id: row.id,
    client: { id: row.householdId, nummer: row.reference },
    aanbieder: { id: row.aanbiederId, naam: row.aanbieder },
    soort: clientRequestKinds.named(row.kind),
    status: row.state,
    ontvangenOp: row.receivedOn,
    uiterlijkOp: row.dueOn,
    verlengdOp: row.extendedOn,
    teLaat: isLate(row, today),
    dagenOver: row.state === 'open' ? daysBetween(today, row.dueOn) : null,
    beperkt: row.restricted,
  };
}
