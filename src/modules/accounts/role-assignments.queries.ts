import type { EntityManager } from 'typeorm';
import { containsPattern } from '../../database/contains-pattern';
import { ROLE_NAMES, type Role } from '../../platform/access/permissions';
import { orderOf } from '../../platform/http/page';
import type { RoleAssignmentDto, RoleAssignmentQuery } from './role-assignment.dto';

interface Row {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationKind: RoleAssignmentDto['organisatie']['soort'];
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly status: RoleAssignmentDto['status'];
  readonly successorId: string | null;
  readonly successor: string | null;
  readonly grantedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewBefore: string;
  readonly overdue: boolean;
  readonly lastSeenAt: Date | null;
}

/** `$2` is today. Rights are looked at every year (BIO2, 5.18.02): counted from the last signature, else from the grant. */
const STATUS = `CASE WHEN ra.ended_at IS NOT NULL OR ra.valid_until < $2 THEN 'beeindigd' WHEN ra.valid_from > $2 THEN 'nog-niet' ELSE 'geldig' END`;
const REVIEW_BEFORE = `((coalesce(review.at, ra.created_at) AT TIME ZONE 'Europe/Amsterdam') + interval '1 year')::date`;
const COLUMNS = `
  ra.id, a.id AS "accountId", a.display_name AS name, a.email, ra.role, o.id AS "organisationId", o.name AS organisation,
  o.kind AS "organisationKind", ra.valid_from AS "validFrom", ra.valid_until AS "validUntil", ${STATUS} AS status,
  s.id AS "successorId", s.display_name AS successor, g.display_name AS "grantedBy", review.at AS "reviewedAt", review.name AS "reviewedBy",
  ${REVIEW_BEFORE} AS "reviewBefore", (${STATUS} = 'geldig' AND ${REVIEW_BEFORE} < $2) AS overdue,
  (SELECT max(s.last_seen_at) FROM session s WHERE s.assignment_id = ra.id) AS "lastSeenAt"`;
const FROM = `
  FROM role_assignment ra
  JOIN account a ON a.id = ra.account_id
  JOIN organisation o ON o.id = ra.organisation_id
  LEFT JOIN account s ON s.id = ra.successor_id
  LEFT JOIN account g ON g.id = ra.created_by
  LEFT JOIN LATERAL (
    SELECT v.at, b.display_name AS name FROM role_review v JOIN account b ON b.id = v.actor
     WHERE v.assignment_id = ra.id ORDER BY v.at DESC, v.id LIMIT 1) review ON true`;
const ORDER = { beoordelenVoor: REVIEW_BEFORE, naam: 'a.display_name', rol: 'ra.role' } as const;

interface Place {
  readonly regionId: string;
  readonly today: string;
}

export async function listRoleAssignments(
  manager: EntityManager,
  { regionId, today }: Place,
  query: RoleAssignmentQuery,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: RoleAssignmentDto[]; total: number }> {
  const values: unknown[] = [regionId, today];
  const conditions = ['ra.region_id = $1', '$2::date IS NOT NULL'];
  const add = (condition: (place: string) => string, value: unknown): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add((at) => `ra.role = ${at}`, query.rol);
  add((at) => `${STATUS} = ${at}`, query.status);
  add((at) => `ra.organisation_id = ${at}`, query.organisatie);
  add((at) => `(a.display_name ILIKE ${at} OR o.name ILIKE ${at})`, query.zoek && containsPattern(query.zoek));
  const where = `WHERE ${conditions.join(' AND ')}`;
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::int AS total ${FROM} ${where}`,
    values,
  );
  const { field, direction } = orderOf(query.sorteer);
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} ${FROM} ${where} ORDER BY ${ORDER[field]} ${direction}, ra.id LIMIT ${page.take} OFFSET ${page.skip}`,
    values,
  );
  return { items: rows.map(answer), total };
}

export async function oneRoleAssignment(
  manager: EntityManager,
  { regionId, today }: Place,
  id: string,
): Promise<RoleAssignmentDto | undefined> {
  const sql = `SELECT ${COLUMNS} ${FROM} WHERE ra.region_id = $1 AND ra.id = $3`;
  const [row] = await manager.query<Row[]>(sql, [regionId, today, id]);
  return row && answer(row);
}

function answer(row: Row): RoleAssignmentDto {
  return {
    id: row.id,
    persoon: { id: row.accountId, naam: row.name, email: row.email },
    rol: row.role,
    rolnaam: ROLE_NAMES[row.role],
    organisatie: { id: row.organisationId, naam: row.organisation, soort: row.organisationKind },
    vanaf: row.validFrom,
    tot: row.validUntil,
    status: row.status,
    opvolger: row.successorId === null ? null : { id: row.successorId, naam: row.successor ?? '' },
    gegevenDoor: row.grantedBy,
    beoordeeldOp: row.reviewedAt?.toISOString() ?? null,
    beoordeeldDoor: row.reviewedBy,
    beoordelenVoor: row.reviewBefore,
    achterstallig: row.overdue,
    laatstAangemeld: row.lastSeenAt?.toISOString() ?? null,
  };
}
