import type { EntityManager } from 'typeorm';
import { HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';

export interface LatestRun {
  readonly id: string;
  readonly finishedAt: Date | null;
}

/** Of the completed rounds of a region the one that was asked for last: its proposals stand. Null: there was none yet. */
export async function latestRun(manager: EntityManager, regionId: string): Promise<LatestRun | null> {
  const rows: LatestRun[] = await manager.query(
    `SELECT id, finished_at AS "finishedAt" FROM match_run
      WHERE region_id = $1 AND status = 'completed' ORDER BY created_at DESC, id LIMIT 1`,
    [regionId],
  );
  return rows[0] ?? null;
}

/**
 * Proposals that count as proposed: open ones of the last completed round, and every one that holds a home, whichever
 * round it came from. `$1` region, `$2` round (or null), `$3` open state, `$4` holding states.
 */
const PROPOSED = `
  proposal v JOIN unit u ON u.id = v.unit_id JOIN household h ON h.id = v.household_id
  WHERE v.region_id = $1 AND ((v.run_id = $2 AND v.state = $3) OR v.state = ANY ($4::text[]))`;

const parameters = (regionId: string, run: LatestRun | null): unknown[] => [
  regionId,
  run?.id ?? null,
  proposalTransitions.initial,
  HOLDING_STATES,
];

/** Proposals that would count for each spreiding quota, by quota id. */
export async function proposedPerQuota(manager: EntityManager, regionId: string, run: LatestRun | null) {
  return perId(
    manager,
    `SELECT q.id, count(*)::int AS count FROM spreiding_quota q
       JOIN (SELECT u.gemeente_id, h.doelgroep_id, v.planned_start FROM ${PROPOSED}) p
         ON p.gemeente_id = q.gemeente_id AND p.planned_start BETWEEN q.period_from AND q.period_to
        AND (q.doelgroep_id IS NULL OR p.doelgroep_id = q.doelgroep_id)
      WHERE q.region_id = $1 GROUP BY q.id`,
    parameters(regionId, run),
  );
}

/** Proposals that would count for each prestatieafspraak, by its id. */
export async function proposedPerAgreement(manager: EntityManager, regionId: string, run: LatestRun | null) {
  return perId(
    manager,
    `SELECT a.id, count(*)::int AS count FROM prestatieafspraak a
       JOIN (SELECT u.gemeente_id, u.corporatie_id, h.doelgroep_id, v.planned_start FROM ${PROPOSED}) p
         ON p.corporatie_id = a.owner_organisation_id AND p.gemeente_id = a.gemeente_id
        AND extract(year FROM p.planned_start) = a.year
        AND (a.doelgroep_id IS NULL OR p.doelgroep_id = a.doelgroep_id)
      WHERE a.region_id = $1 GROUP BY a.id`,
    parameters(regionId, run),
  );
}

export interface ProposedLoad {
  readonly points: number;
  readonly placements: number;
}

/** Draaglast points and placements that proposals would bring, by wijk id. */
export async function proposedPerWijk(
  manager: EntityManager,
  regionId: string,
  run: LatestRun | null,
): Promise<ReadonlyMap<string, ProposedLoad>> {
  const rows: (ProposedLoad & { id: string })[] = await manager.query(
    `SELECT u.wijk_id AS id, sum(h.draaglast)::int AS points, count(*)::int AS placements FROM ${PROPOSED} GROUP BY u.wijk_id`,
    parameters(regionId, run),
  );
  return new Map(rows.map(({ id, points, placements }) => [id, { points, placements }]));
}

async function perId(manager: EntityManager, sql: string, values: unknown[]): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; count: number }[] = await manager.query(sql, values);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
