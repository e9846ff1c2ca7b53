import type { EntityManager } from 'typeorm';
import type { RunWarning } from '../../database/entities/match-run.entity';
import { isRestricted } from '../../database/open-restrictions';

/** Who waits and takes no part in a round, because their data may not be used now: never a silent drop. */
export async function restrictedClients(manager: EntityManager, regionId: string): Promise<RunWarning[]> {
  const [row] = await manager.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM household h WHERE h.region_id = $1 AND h.status = 'waiting' AND ${isRestricted('h.id')}`,
    [regionId],
  );
  if (row.count === 0) return [];
  const who = row.count === 1 ? '1 cliënt doet' : `${row.count} cliënten doen`;
  return [
    { code: 'processing-restricted', message: `${who} niet mee, omdat de verwerking van de gegevens is beperkt.` },
  ];
}
