import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RunStatus } from '../../database/entities/match-run.entity';

export interface RunKey {
  readonly id: string;
  readonly slot: string;
  readonly status: RunStatus;
  readonly snapshotHash: string;
  /** Its files are gone, because their retention term has passed. */
  readonly isPurged: boolean;
}

/** What the explanations read beside the frozen files of a round. */
@Injectable()
export class ExplanationsQueries {
  constructor(private readonly dataSource: DataSource) {}

  async run(regionId: string, id: string): Promise<RunKey | null> {
    const rows = await this.dataSource.query<RunKey[]>(
      `SELECT id, slot, status, snapshot_hash AS "snapshotHash", purged_at IS NOT NULL AS "isPurged" FROM match_run WHERE region_id = $1 AND id = $2`,
      [regionId, id],
    );
    return rows[0] ?? null;
  }

  /** The last completed round of the region that was asked for before this one. */
  async previousRun(regionId: string, id: string): Promise<RunKey | null> {
    const rows = await this.dataSource.query<RunKey[]>(
      `SELECT o.id, o.slot, o.status, o.snapshot_hash AS "snapshotHash", false AS "isPurged"
         FROM match_run r JOIN match_run o ON o.region_id = r.region_id AND o.requested_at < r.requested_at
        WHERE r.region_id = $1 AND r.id = $2 AND o.status = 'completed' AND o.purged_at IS NULL
        ORDER BY o.requested_at DESC, o.id LIMIT 1`,
      [regionId, id],
    );
    return rows[0] ?? null;
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
