import type { EntityManager } from 'typeorm';
import { proposalTransitions } from '../../core/review/proposal-transitions';
import type { PairReference } from '../../core/matching/problem';
import type { ManualPreviewDto } from './manual-match.dto';

export type Displaced = ManualPreviewDto['verdringt'][number];

/** An open proposal for the client or for the home, the first in order of the queue first. */
interface OpenRow {
  readonly id: string;
  readonly householdId: string;
  readonly reference: string;
  readonly unitId: string;
  readonly unit: string;
}

/** Open proposals that touch this client or this home. */
export function openAround(
  manager: EntityManager,
  regionId: string,
  { householdId, unitId }: PairReference,
): Promise<OpenRow[]> {
  return manager.query<OpenRow[]>(
    `SELECT p.id, p.household_id AS "householdId", h.reference, p.unit_id AS "unitId", u.name AS unit
       FROM proposal p JOIN household h ON h.id = p.household_id JOIN unit u ON u.id = p.unit_id
      WHERE p.region_id = $1 AND p.state = $2 AND (p.household_id = $3 OR p.unit_id = $4)
      ORDER BY h.urgency_band DESC, h.waiting_since, p.id`,
    [regionId, proposalTransitions.initial, householdId, unitId],
  );
}

/**
 * What makes way: every other open proposal of the client, and of the home as many as there is no place left for, from the end
 * of the queue.
 */
export function displacedBy(
  open: readonly OpenRow[],
  { householdId, unitId }: PairReference,
  freePlaces: number,
): Displaced[] {
  const ofClient = open.filter((each) => each.householdId === householdId);
  const ofHome = open.filter((each) => each.unitId === unitId && each.householdId !== householdId);
  const surplus = Math.min(ofHome.length, Math.max(0, ofHome.length + 1 - freePlaces));
  const told = (vanwege: Displaced['vanwege']) => (row: OpenRow) => ({
    voorstel: row.id,
    client: { id: row.householdId, nummer: row.reference },
    wooneenheid: { id: row.unitId, naam: row.unit },
    vanwege,
  });
  return [...ofClient.map(told('client')), ...ofHome.slice(ofHome.length - surplus).map(told('woonplek'))];
}
