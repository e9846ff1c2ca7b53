import type { EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import type { IsoDate } from '../../core/time/calendar';
import { isRestricted } from '../../database/open-restrictions';

/** Whether a round of the region that was asked for later is done already. */
export async function isOvertakenRound(manager: EntityManager, runId: string): Promise<boolean> {
  const rows: object[] = await manager.query(
    `SELECT 1 FROM match_run run
       JOIN match_run newer ON newer.region_id = run.region_id AND newer.status = 'completed' AND newer.created_at > run.created_at
      WHERE run.id = $1 LIMIT 1`,
    [runId],
  );
  return rows.length > 0;
}

/**
 * Ids of open proposals of a round that cannot be, because of what people decided after its facts were frozen: the client
 * no longer waits, may not be processed for, or was promised another home, the pair was rejected, the home closed or its places were given away. Of
 * proposals for one home the first by id keep what is left.
 */
export async function overtakenProposals(
  manager: EntityManager,
  runId: string,
  today: IsoDate,
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM (
       SELECT v.id,
              NOT (h.status = 'waiting' OR h.status = 'paused' AND coalesce(h.paused_until < $3, false)) OR ${isRestricted('h.id')} OR u.status <> 'available'
                OR EXISTS (SELECT 1 FROM proposal o WHERE o.household_id = v.household_id AND o.state = ANY ($2))
                OR EXISTS (SELECT 1 FROM pair_decision b WHERE b.kind = 'ban' AND b.household_id = v.household_id AND b.unit_id = v.unit_id
                             AND b.lifted_at IS NULL AND (b.until IS NULL OR b.until >= $3)) AS decided,
              row_number() OVER (PARTITION BY v.unit_id ORDER BY v.id) >
                u.places - (SELECT count(*) FROM proposal o WHERE o.unit_id = u.id AND o.state = ANY ($2))
                         - (SELECT count(*) FROM placement p WHERE p.unit_id = u.id AND (p.end_date IS NULL OR p.end_date >= $3))
                AS no_place
         FROM proposal v JOIN household h ON h.id = v.household_id JOIN unit u ON u.id = v.unit_id
        WHERE v.run_id = $1 AND v.state = 'voorgesteld') open
      WHERE decided OR no_place`,
    [runId, [...HOLDING_STATES], today],
  );
  return new Set(rows.map(({ id }) => id));
}
