import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import { type RunStatus, SEALED_SNAPSHOT } from '../../database/entities/match-run.entity';
import { purgedRound } from './purged-round';
import type { AgreementUse } from './missing-agreements';
import type { RunDetailRow, RunRow } from './run-answer';

const SUMMARY = `
  r.id, r.region_id AS "regionId", g.name AS "regionName", r.slot, r.status, r.trigger,
  a.display_name AS "requestedByName", r.requested_at AS "requestedAt", r.started_at AS "startedAt",
  r.finished_at AS "finishedAt", r.engine, r.plan->'engine'->>'id' AS "usedEngine", r.plan->>'status' AS "planStatus",
  r.plan->'statistics' AS statistics, coalesce(jsonb_array_length(r.plan->'matches'), (r.plan->>'matchCount')::int) AS matches, r.failure,
  r.purged_at AS "purgedAt"`;
const DETAIL = `${SUMMARY},
  r.attempts, r.progress, r.updated_at AS "updatedAt", r.policy_id AS "policyId", r.policy_version AS "policyVersion",
  r.engine_version AS "engineVersion", r.time_limit_seconds AS "timeLimitSeconds", r.as_of AS "asOf",
  r.seed, r.seed_commitment AS "seedCommitment", r.snapshot_hash AS "snapshotHash", r.warnings, r.plan->'levels' AS levels, r.strict_values AS "strictValues",
  jsonb_array_length(r.verification->'violations') AS violations,
  (SELECT p.swaps FROM run_proof p WHERE p.run_id = r.id) AS swaps,
  (SELECT count(*)::int FROM proposal_event e
     WHERE e.action = 'vervangen' AND e.region_id = r.region_id AND e.checks @> jsonb_build_array(jsonb_build_object('runId', r.id))
  ) AS lapsed`;
const FROM = `
  FROM match_run r JOIN region g ON g.id = r.region_id LEFT JOIN account a ON a.id = r.requested_by`;

const ORDER = { aangevraagdOp: 'r.requested_at', status: 'r.status', tijdvak: 'r.slot' } as const;
export type RunOrder = keyof typeof ORDER;

export interface RunFilter {
  readonly regionId: string;
  readonly status?: RunStatus | undefined;
}

/** Whether a region has ever agreed on spreiding and on draagkracht, whatever the period. */
export async function readAgreementUse(manager: EntityManager, regionId: string): Promise<AgreementUse> {
  const [row] = await manager.query<AgreementUse[]>(
    `SELECT EXISTS (SELECT FROM spreiding_quota WHERE region_id = $1) AS spreiding,
            EXISTS (SELECT FROM wijk_draagkracht WHERE region_id = $1) AS draagkracht`,
    [regionId],
  );
  return row!;
}

/** Reads runs without their large columns, except where one is asked for. */
@Injectable()
export class RunsQueries {
  constructor(private readonly dataSource: DataSource) {}

  async list(
    filter: RunFilter,
    order: { readonly field: RunOrder; readonly direction: 'ASC' | 'DESC' },
    page: { readonly skip: number; readonly take: number },
  ): Promise<{ rows: RunRow[]; total: number }> {
    const where = 'WHERE r.region_id = $1 AND ($2::text IS NULL OR r.status = $2)';
    const values = [filter.regionId, filter.status ?? null];
    const [{ total }] = await this.dataSource.query<[{ total: number }]>(
      `SELECT count(*)::int AS total ${FROM} ${where}`,
      values,
    );
    const rows = await this.dataSource.query<RunRow[]>(
      `SELECT ${SUMMARY} ${FROM} ${where} ORDER BY ${ORDER[order.field]} ${order.direction}, r.id LIMIT $3 OFFSET $4`,
      [...values, page.take, page.skip],
    );
    return { rows, total };
  }

  async detail(regionId: string, id: string): Promise<RunDetailRow | null> {
    const rows = await this.dataSource.query<RunDetailRow[]>(
      `SELECT ${DETAIL} ${FROM} WHERE r.region_id = $1 AND r.id = $2`,
      [regionId, id],
    );
    return rows[0] ?? null;
  }

  async bySlot(regionId: string, slot: string): Promise<RunDetailRow | null> {
    const rows = await this.dataSource.query<RunDetailRow[]>(
      `SELECT ${DETAIL} ${FROM} WHERE r.region_id = $1 AND r.slot = $2`,
      [regionId, slot],
    );
    return rows[0] ?? null;
  }

  /** The frozen problem and, once there is one, the plan. Throws 410 when their retention term has passed. */
  async files(
    regionId: string,
    id: string,
  ): Promise<{ status: RunStatus; problem: Problem; plan: Plan | null } | null> {
    const rows = await this.dataSource.query<{ status: RunStatus; snapshot: string | null; plan: Plan | null }[]>(
      'SELECT status, snapshot, plan FROM match_run WHERE region_id = $1 AND id = $2',
      [regionId, id],
    );
    const row = rows[0];
    if (row?.snapshot === null) throw purgedRound();
    return row
      ? {
          status: row.status,
          problem: JSON.parse(SEALED_SNAPSHOT.from(row.snapshot) as string) as Problem,
          plan: row.plan,
        }
      : null;
  }

  /** Throws 410 when the files of a round are gone because their retention term has passed. */
  async refusePurged(regionId: string, id: string): Promise<void> {
    const rows = await this.dataSource.query<object[]>(
      'SELECT 1 FROM match_run WHERE region_id = $1 AND id = $2 AND purged_at IS NOT NULL',
      [regionId, id],
    );
    if (rows.length > 0) throw purgedRound();
  }

  /** The receipt under gzip; null: there is no such run, or it has none. */
  async receipt(regionId: string, id: string): Promise<Buffer | null> {
    const rows = await this.dataSource.query<{ receipt: Buffer }[]>(
      'SELECT receipt FROM run_proof WHERE region_id = $1 AND run_id = $2',
      [regionId, id],
    );
    return rows[0]?.receipt ?? null;
  }

  /** Runs that were asked for and are not finished. */
  unfinished(): Promise<{ id: string }[]> {
    return this.dataSource.query(
      `SELECT id FROM match_run WHERE status IN ('queued', 'running') ORDER BY requested_at, id`,
    );
  }

  /** Names of gemeenten, of any region, by id. */
  async gemeenteNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM gemeente WHERE id = ANY ($1::text[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async urgencyCategoryNames(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ id: string; name: string }[]>('SELECT id, name FROM urgency_category');
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** What people call a client, by household id. */
  async references(householdIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.query<{ id: string; reference: string }[]>(
      'SELECT id, reference FROM household WHERE id = ANY ($1::uuid[])',
      [householdIds],
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
