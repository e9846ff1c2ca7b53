import type { EntityManager } from 'typeorm';
import { containsPattern } from '../../database/contains-pattern';
import { orderOf } from '../../platform/http/page';
import type { TraceQuery } from './trace.dto';

/** A row of either log. */
export interface TraceRow {
  readonly kind: 'inzage' | 'wijziging';
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly person: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  /** Of a read its action, of a change its table. */
  readonly what: string;
  readonly operation: 'insert' | 'update' | 'delete' | null;
  /** Of a read the kind of what was shown. */
  readonly objectType: string | null;
  readonly ids: readonly string[];
  readonly amount: number;
  readonly householdId: string | null;
  readonly reference: string | null;
  readonly outcome: 'granted' | 'denied' | 'failed';
  readonly origin: string | null;
  readonly purpose: string | null;
  readonly requestId: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What of both logs is asked for. */
export interface TraceSearch {
  readonly regionId: string;
  readonly kind?: TraceRow['kind'];
  /** Rows that speak of one of these. */
  readonly households?: readonly string[];
  readonly from?: string;
  readonly until?: string;
  readonly person?: string;
  /** An action of a read. */
  readonly action?: string;
  readonly table?: string;
  readonly role?: string;
  readonly outcome?: TraceRow['outcome'];
  readonly order: TraceQuery['sorteer'];
  readonly skip: number;
  readonly take: number;
}

const IDS_SHOWN = 25;
const ORDER = { wanneer: 't.at', persoon: 'person', handeling: 'what' } as const;

/** The households of a region that go by this number or id. */
export async function householdsCalled(manager: EntityManager, regionId: string, called: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM household WHERE region_id = $1 AND (upper(reference) = upper($2) OR id::text = lower($2))`,
    [regionId, called],
  );
  return rows.map(({ id }) => id);
}

/** One page of both logs together, and how many rows there are in all. */
export async function searchTraces(
  manager: EntityManager,
  search: TraceSearch,
): Promise<{ readonly rows: readonly TraceRow[]; readonly total: number }> {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const both = [`t.region_id = ${place(search.regionId)}`];
  if (search.from) both.push(`t.at >= ${place(search.from)}::date::timestamp AT TIME ZONE 'Europe/Amsterdam'`);
  if (search.until) both.push(`t.at < (${place(search.until)}::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'`);
  if (search.role) both.push(`t.role = ${place(search.role)}`);
  if (search.person) {
    const named = `SELECT id FROM account WHERE display_name ILIKE ${place(containsPattern(search.person))}`;
    both.push(`t.actor IN (${named})`);
  }
  const reads = [...both];
  const changes = [...both];
  if (search.households) {
    const households = place(search.households);
    const proposals = `SELECT p.id::text FROM proposal p WHERE p.household_id = ANY (${households}::uuid[])`;
    reads.push(`(t.object_type = 'household' AND t.object_ids && ${households}::text[]
              OR t.object_type = 'proposal' AND t.object_ids && ARRAY(${proposals})
              OR t.object_type = 'unit' AND (t.object_ids && ${households}::text[] OR t.object_ids && ARRAY(${proposals})))`);
    changes.push(`t.household_id = ANY (${households}::uuid[])`);
  }
  if (search.kind === 'inzage' || search.action) changes.push('false');
  if (search.kind === 'wijziging' || search.table) reads.push('false');
  if (search.action) reads.push(`t.action = ${place(search.action)}`);
  if (search.table) changes.push(`t.table_name = ${place(search.table)}`);
  if (search.outcome) reads.push(`t.outcome = ${place(search.outcome)}`);
  // Only what was done is in the change log.
  if (search.outcome && search.outcome !== 'granted') changes.push('false');

  const all = `
    SELECT 'inzage' AS kind, t.id, t.at, t.actor, t.role, t.organisation_id, t.action AS what, NULL AS operation,
           t.object_type,
           t.object_ids[1:${IDS_SHOWN}] AS ids, cardinality(t.object_ids) AS amount,
           CASE WHEN t.object_type = 'household' AND cardinality(t.object_ids) = 1
                 AND t.object_ids[1] ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN t.object_ids[1]::uuid END AS household_id,
           t.outcome, t.origin, t.purpose, t.request_id, NULL::jsonb AS before, NULL::jsonb AS after
      FROM access_log t WHERE ${reads.join(' AND ')}
    UNION ALL
    SELECT 'wijziging', t.id, t.at, t.actor, t.role, t.organisation_id, t.table_name, t.operation,
           NULL,
           ARRAY[t.row_id], 1, t.household_id, 'granted', NULL, NULL, NULL, t.before, t.after
      FROM change_log t WHERE ${changes.join(' AND ')}`;
  const counted = await manager.query<[{ total: number }]>(`SELECT count(*)::int AS total FROM (${all}) t`, values);
  const { field, direction } = orderOf(search.order);
  const order = `${ORDER[field]} ${direction} NULLS LAST, t.at DESC, t.kind, t.id DESC`;
  const rows = await manager.query<TraceRow[]>(
    `SELECT t.kind, t.id, t.at, t.actor, t.person, t.role, o.name AS organisation, t.what, t.operation,
            t.object_type AS "objectType", t.ids, t.amount,
            t.household_id AS "householdId", h.reference, t.outcome, t.origin, t.purpose, t.request_id AS "requestId",
            t.before, t.after
       FROM (SELECT t.*, a.display_name AS person FROM (${all}) t LEFT JOIN account a ON a.id = t.actor
              ORDER BY ${order} LIMIT ${search.take} OFFSET ${search.skip}) t
       LEFT JOIN organisation o ON o.id = t.organisation_id
       LEFT JOIN household h ON h.id = t.household_id
      ORDER BY ${order}`,
    values,
  );
  return { rows, total: counted[0].total };
}
