import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SUPPORT_LEVELS, type SupportLevel } from '../../core/matching/problem';
import { fadedLoad, type WeighingPlacement } from '../../core/quotas/faded-load';
import { type TenancyState, UNGUIDED_STATES } from '../../core/review/tenancy-transitions';
import type { IsoDate } from '../../core/time/calendar';

interface PlacementRow {
  readonly wijk_id: string;
  readonly draaglast: number;
  readonly start_date: IsoDate;
  readonly end_date: IsoDate | null;
  readonly guidance_hours: number;
  readonly state: TenancyState;
}

interface CountRow {
  readonly id: string;
  readonly count: number;
}

/** A placement that has not ended on the day `$2`; one with a later start holds its place already. */
const NOT_ENDED = '(p.end_date IS NULL OR p.end_date >= $2)';

/**
 * What earlier placements use up: places, load, guidance hours and numbers that were agreed. Each method reads through the
 * manager it is given, so that a snapshot sees one moment. Ids without a placement are absent from the answer: they stand
 * at 0. `asOf` is a date in Europe/Amsterdam.
 */
@Injectable()
export class PlacementLoadService {
  /** Draaglast points per wijk, faded over the weeks of the policy. */
  async loadPerWijk(
    manager: EntityManager,
    regionId: string,
    asOf: IsoDate,
    fadeWeeks: number,
  ): Promise<ReadonlyMap<string, number>> {
    const rows: PlacementRow[] = await manager.query(
      `SELECT p.wijk_id, p.draaglast, coalesce(p.weighs_since, p.start_date) AS start_date, p.end_date, p.guidance_hours,
              p.state
         FROM placement p WHERE p.region_id = $1 AND ${NOT_ENDED}`,
      [regionId, asOf],
    );
    const perWijk = new Map<string, WeighingPlacement[]>();
    for (const row of rows) {
      const placements = perWijk.get(row.wijk_id) ?? [];
      placements.push({
        draaglast: row.draaglast,
        startDate: row.start_date,
        endDate: row.end_date,
        guidanceRuns: row.guidance_hours > 0 && row.state !== 'afgesloten',
      });
      perWijk.set(row.wijk_id, placements);
    }
    return new Map([...perWijk].map(([wijkId, placements]) => [wijkId, fadedLoad(placements, asOf, fadeWeeks)]));
  }

  /** Households that live in each unit or have a start agreed, by unit id. */
  occupancyPerUnit(manager: EntityManager, regionId: string, asOf: IsoDate): Promise<ReadonlyMap<string, number>> {
    return counts(
      manager,
      `SELECT p.unit_id AS id, count(*)::int AS count
         FROM placement p WHERE p.region_id = $1 AND ${NOT_ENDED} GROUP BY p.unit_id`,
      [regionId, asOf],
    );
  }

  /** Households that live in the complex and count in each of its mixes, by mix id. */
  occupiedPerMix(manager: EntityManager, regionId: string, asOf: IsoDate): Promise<ReadonlyMap<string, number>> {
    const levels: readonly SupportLevel[] = SUPPORT_LEVELS;
    return counts(
      manager,
      `SELECT m.id, count(*)::int AS count
         FROM complex_mix m
         JOIN unit u ON u.complex_id = m.complex_id
         JOIN placement p ON p.unit_id = u.id
        WHERE m.region_id = $1 AND ${NOT_ENDED}
          AND (cardinality(m.doelgroep_ids) = 0 OR p.doelgroep_id = ANY (m.doelgroep_ids))
          AND array_position($3::text[], p.support_level) >= array_position($3::text[], m.min_support_level)
        GROUP BY m.id`,
      [regionId, asOf, levels],
    );
  }

  /** Households that live in each complex, by its id, and in each of its portieken, by `complex:portiek`. */
  async occupiedPerComplex(
    manager: EntityManager,
    regionId: string,
    asOf: IsoDate,
  ): Promise<ReadonlyMap<string, number>> {
    const grouped = (key: string) =>
      counts(
        manager,
        `SELECT ${key} AS id, count(*)::int AS count
           FROM placement p JOIN unit u ON u.id = p.unit_id
          WHERE p.region_id = $1 AND ${NOT_ENDED} AND ${key} IS NOT NULL GROUP BY 1`,
        [regionId, asOf],
      );
    const perPortiek = await grouped(`u.complex_id || ':' || (u.facts->>'portiekId')`);
    return new Map([...(await grouped('u.complex_id::text')), ...perPortiek]);
  }

  /** Guidance hours a week in use, by aanbieder (organisation) id. In a time-out, and after aftercare, there are none. */
  usedGuidanceHours(manager: EntityManager, regionId: string, asOf: IsoDate): Promise<ReadonlyMap<string, number>> {
    return counts(
      manager,
      `SELECT p.aanbieder_organisation_id AS id, sum(p.guidance_hours)::int AS count
         FROM placement p
        WHERE p.region_id = $1 AND ${NOT_ENDED} AND p.aanbieder_organisation_id IS NOT NULL AND p.state <> ALL ($3::text[])
        GROUP BY p.aanbieder_organisation_id`,
      [regionId, asOf, UNGUIDED_STATES],
    );
  }

  /**
   * Placements that started in the period of each spreiding quota that has not ended, by quota id; the place of the home
   * decides the gemeente. A placement with an agreed start in the period counts already: its place is given away. A tenancy
   * that followed from another one was counted there.
   */
  realisedPerQuota(manager: EntityManager, regionId: string, asOf: IsoDate): Promise<ReadonlyMap<string, number>> {
    return counts(
      manager,
      `SELECT q.id, count(*)::int AS count
         FROM spreiding_quota q
         JOIN placement p ON p.region_id = q.region_id AND p.gemeente_id = q.gemeente_id
          AND p.start_date BETWEEN q.period_from AND q.period_to AND p.counts
        WHERE q.region_id = $1 AND q.period_to >= $2
          AND (q.doelgroep_id IS NULL OR p.doelgroep_id = q.doelgroep_id)
        GROUP BY q.id`,
      [regionId, asOf],
    );
  }

  /** Placements in homes of the corporatie that started in the year of each prestatieafspraak of this year or later. */
  realisedPerAgreement(manager: EntityManager, regionId: string, asOf: IsoDate): Promise<ReadonlyMap<string, number>> {
    return counts(
      manager,
      `SELECT a.id, count(*)::int AS count
         FROM prestatieafspraak a
         JOIN unit u ON u.corporatie_id = a.owner_organisation_id AND u.gemeente_id = a.gemeente_id
         JOIN placement p ON p.unit_id = u.id AND extract(year FROM p.start_date) = a.year AND p.counts
        WHERE a.region_id = $1 AND a.year >= extract(year FROM $2::date)
          AND (a.doelgroep_id IS NULL OR p.doelgroep_id = a.doelgroep_id)
        GROUP BY a.id`,
      [regionId, asOf],
    );
  }
}

async function counts(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<ReadonlyMap<string, number>> {
  const rows: CountRow[] = await manager.query(sql, [...parameters]);
  return new Map(rows.map((row) => [row.id, row.count]));
}
