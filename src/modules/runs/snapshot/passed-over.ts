import type { EntityManager } from 'typeorm';
import type { Policy } from '../../../core/matching/problem';
import { passedOverRule } from '../../../core/rules/objective/passed-over.rule';

/**
 * On how many days each household could have had a home in a round and got none. Days and not rounds: who asks for a round
 * twice on one day passes nobody over twice. Empty where no level of the policy counts it.
 */
export async function readPassedOver(
  manager: EntityManager,
  regionId: string,
  { levels }: Policy,
): Promise<ReadonlyMap<string, number>> {
  if (levels.every(({ objectiveId }) => objectiveId !== passedOverRule.id)) return new Map();
  const rows = await manager.query<{ household_id: string; days: number }[]>(
    `SELECT household_id, count(DISTINCT (run.requested_at AT TIME ZONE 'Europe/Amsterdam')::date)::int AS days
       FROM match_run run CROSS JOIN unnest(run.passed_over) AS household_id
      WHERE run.region_id = $1 AND run.status = 'completed'
      GROUP BY household_id`,
    [regionId],
  );
  return new Map(rows.map(({ household_id, days }) => [household_id, days]));
}
