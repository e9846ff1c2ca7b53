import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../core/time/calendar';

/** What an urgency category means in a region on one day. */
export interface UrgencyCategoryOn {
  readonly id: string;
  readonly name: string;
  /** False: nothing says that the category counts on this day, so it brings no duty and has no ground. */
  readonly holds: boolean;
  readonly legalDuty: boolean;
  readonly legalBasis: string | null;
  readonly source: string | null;
}

/**
 * Every urgency category by id, as it stands on a day; both ends of a period included. Where two periods hold on the same
 * day, the newest counts.
 */
export async function readUrgencyCategories(
  manager: EntityManager,
  regionId: string,
  day: IsoDate,
): Promise<ReadonlyMap<string, UrgencyCategoryOn>> {
  const rows: UrgencyCategoryOn[] = await manager.query(
    `SELECT category.id, category.name, period.id IS NOT NULL AS holds,
            coalesce(period.legal_duty, false) AS "legalDuty", period.legal_basis AS "legalBasis", period.source
       FROM urgency_category category
       LEFT JOIN LATERAL (
         SELECT p.* FROM urgency_category_period p
          WHERE p.category_id = category.id AND p.region_id = $1
            AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
          ORDER BY p.valid_from DESC LIMIT 1
       ) period ON true
      ORDER BY category.id`,
    [regionId, day],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
