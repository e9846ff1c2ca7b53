import { Injectable } from '@nestjs/common';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import { RunsQueries } from './runs.queries';

export interface CompletedRound {
  readonly id: string;
  readonly problem: Problem;
  readonly plan: Plan;
}

/** The frozen problem and plan of rounds that are done, for everything that compares with them. */
@Injectable()
export class CompletedRoundsService {
  constructor(private readonly queries: RunsQueries) {}

  /** Null: the region has no completed round yet. */
  async last(regionId: string): Promise<CompletedRound | null> {
    const { rows } = await this.queries.list(
      { regionId, status: 'completed' },
      { field: 'aangevraagdOp', direction: 'DESC' },
      { skip: 0, take: 1 },
    );
    // Of a round that is past its retention term only numbers are left.
    const files = rows[0]?.purgedAt === null && (await this.queries.files(regionId, rows[0].id));
    return rows[0] && files && files.plan ? { id: rows[0].id, problem: files.problem, plan: files.plan } : null;
  }

  /** What people call a client, by household id. */
  references(householdIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.queries.references(householdIds);
  }
}
