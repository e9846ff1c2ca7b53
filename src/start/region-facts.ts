import type { DataSource } from 'typeorm';

/** What the start screen tells of a region. */
export interface RegionFacts {
  readonly id: string;
  readonly name: string;
  readonly homes: number;
  readonly places: number;
  readonly clients: number;
  /** The newest round, if there is one. */
  readonly round: RoundFacts | undefined;
}

export interface RoundFacts {
  readonly status: 'queued' | 'running' | 'completed' | 'failed';
  readonly proposals: number;
  /** Whether every level of the plan is proven optimal; undefined while there is no plan. */
  readonly isProven: boolean | undefined;
  readonly failure: string | undefined;
}

interface Row {
  id: string;
  name: string;
  homes: number;
  places: number;
  clients: number;
  run_status: RoundFacts['status'] | null;
  proposals: number;
  plan_status: string | null;
  failure: string | null;
}

/** The regions in the database with their counts, by name. */
export async function readRegionFacts(dataSource: DataSource): Promise<RegionFacts[]> {
  const rows = await dataSource.query<Row[]>(`
    SELECT r.id, r.name, u.homes, u.places, h.clients, run.status AS run_status, run.plan ->> 'status' AS plan_status,
           run.failure ->> 'message' AS failure,
           (SELECT count(*)::int FROM proposal p WHERE p.run_id = run.id) AS proposals
    FROM region r
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS homes, COALESCE(sum(places), 0)::int AS places
      FROM unit WHERE region_id = r.id AND status <> 'ended'
    ) u
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS clients FROM household WHERE region_id = r.id AND status <> 'closed'
    ) h
    LEFT JOIN LATERAL (
      SELECT id, status, plan, failure FROM match_run WHERE region_id = r.id ORDER BY requested_at DESC LIMIT 1
    ) run ON true
    ORDER BY r.name`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    homes: row.homes,
    places: row.places,
    clients: row.clients,
    round: row.run_status === null ? undefined : roundOf(row, row.run_status),
  }));
}

function roundOf(row: Row, status: RoundFacts['status']): RoundFacts {
  return {
    status,
    proposals: row.proposals,
    isProven: row.plan_status === null ? undefined : row.plan_status === 'optimal',
    failure: row.failure ?? undefined,
  };
}
