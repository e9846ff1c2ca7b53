import type { EntityManager } from 'typeorm';
import { pairDecisionKinds, type PairDecisionKind } from '../../core/review/pair-decisions';
import { ruleById } from '../../core/rules/catalogue';
import type { IsoDate } from '../../core/time/calendar';
import { containsPattern } from '../../database/contains-pattern';
import { orderOf } from '../../platform/http/page';
import type { PairDecisionDto, PairDecisionListQuery } from './pair-decision.dto';

interface Row {
  readonly id: string;
  readonly kind: PairDecisionKind;
  readonly state: PairDecisionDto['status'];
  readonly householdId: string;
  readonly reference: string;
  readonly unitId: string;
  readonly unit: string;
  readonly ruleId: string | null;
  readonly reason: string;
  readonly until: IsoDate | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly proposalId: string | null;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftedNote: string | null;
}

/** `$2` is today: a decision that was not lifted lapses by itself after its last day. */
const STATE = `CASE WHEN d.lifted_at IS NOT NULL THEN 'opgeheven' WHEN d.until < $2 THEN 'verlopen' ELSE 'geldig' END`;
const COLUMNS = `
  d.id, d.kind, ${STATE} AS state, d.household_id AS "householdId", coalesce(h.reference, d.household_id::text) AS reference, d.unit_id AS "unitId", u.name AS unit,
  d.rule_id AS "ruleId", d.reason, d.until, d.created_at AS "createdAt", a.display_name AS "createdBy",
  e.proposal_id AS "proposalId", d.lifted_at AS "liftedAt", l.display_name AS "liftedBy", d.lifted_note AS "liftedNote"`;
const FROM = `
  FROM pair_decision d
  -- An auditor follows decisions without seeing clients.
  LEFT JOIN household h ON h.id = d.household_id
  JOIN unit u ON u.id = d.unit_id
  LEFT JOIN account a ON a.id = d.created_by
  LEFT JOIN account l ON l.id = d.lifted_by
  LEFT JOIN proposal_event e ON e.id = d.proposal_event_id`;
const ORDER = { genomenOp: 'd.created_at', tot: 'd.until' } as const;

export async function listPairDecisions(
  manager: EntityManager,
  { regionId, today }: { readonly regionId: string; readonly today: IsoDate },
  query: PairDecisionListQuery,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: PairDecisionDto[]; total: number }> {
  const values: unknown[] = [regionId, today];
  const conditions = ['d.region_id = $1', '$2::date IS NOT NULL'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add((at) => `d.kind = ${at}`, query.soort && pairDecisionKinds.toInternal(query.soort));
  add((at) => `${STATE} = ${at}`, query.status);
  add((at) => `d.household_id = ${at}`, query.client);
  add((at) => `d.unit_id = ${at}`, query.wooneenheid);
  add((at) => `(h.reference ILIKE ${at} OR u.name ILIKE ${at})`, query.zoek && containsPattern(query.zoek));
  const where = `WHERE ${conditions.join(' AND ')}`;
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::int AS total ${FROM} ${where}`,
    values,
  );
  const { field, direction } = orderOf(query.sorteer);
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY ${ORDER[field]} ${direction} NULLS LAST, d.id
      LIMIT ${page.take} OFFSET ${page.skip}`,
    values,
  );
  return { items: rows.map(answer), total };
}

export async function onePairDecision(
  manager: EntityManager,
  { regionId, today }: { readonly regionId: string; readonly today: IsoDate },
  id: string,
): Promise<PairDecisionDto | null> {
  const rows = await manager.query<Row[]>(`SELECT ${COLUMNS} ${FROM} WHERE d.region_id = $1 AND d.id = $3`, [
    regionId,
    today,
    id,
  ]);
  return rows[0] ? answer(rows[0]) : null;
}

function answer(row: Row): PairDecisionDto {
  return {
    id: row.id,
    soort: pairDecisionKinds.named(row.kind),
    status: row.state,
    client: { id: row.householdId, nummer: row.reference },
    wooneenheid: { id: row.unitId, naam: row.unit },
    regel: row.ruleId === null ? null : { id: row.ruleId, naam: ruleById(row.ruleId).title.nl },
    reden: row.reason,
    tot: row.until,
    genomenOp: row.createdAt.toISOString(),
    genomenDoor: row.createdBy,
    voorstelId: row.proposalId,
    opheffing:
      row.liftedAt === null
        ? null
        : { op: row.liftedAt.toISOString(), door: row.liftedBy, toelichting: row.liftedNote },
  };
}
