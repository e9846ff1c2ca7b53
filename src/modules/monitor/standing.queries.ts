import type { EntityManager } from 'typeorm';
import type { WijkKind } from '../../database/entities/wijk.entity';
import type { AgreementQuery, DraagkrachtQuery, SpreidingQuery } from './standing.dto';

export interface SpreidingRow {
  readonly id: string;
  readonly gemeenteId: string;
  readonly gemeenteName: string;
  readonly doelgroepId: string | null;
  readonly doelgroepName: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly distributionKey: string | null;
  readonly source: string;
  readonly demonstration: boolean;
}

/** Quotas of the region whose period holds the day, by gemeente. Without a day: of every period. */
export function readSpreiding(
  manager: EntityManager,
  regionId: string,
  day: string | null,
  query: SpreidingQuery,
): Promise<SpreidingRow[]> {
  return manager.query(
    `SELECT q.id, g.id AS "gemeenteId", g.name AS "gemeenteName", d.id AS "doelgroepId", d.name AS "doelgroepName",
            q.period_from AS "periodFrom", q.period_to AS "periodTo", q.floor, q.ceiling,
            q.distribution_key AS "distributionKey", q.source, q.demonstration
       FROM spreiding_quota q JOIN gemeente g ON g.id = q.gemeente_id LEFT JOIN doelgroep d ON d.id = q.doelgroep_id
      WHERE q.region_id = $1 AND ($2::date IS NULL OR q.period_from <= $2 AND q.period_to >= $2)
        AND ($3::text IS NULL OR g.id = $3) AND ($4::text IS NULL OR d.id = $4)
      ORDER BY g.name, q.period_from, d.name NULLS FIRST, q.id`,
    [regionId, day, query.gemeente ?? null, query.doelgroep ?? null],
  );
}

interface DraagkrachtRow {
  readonly id: string;
  readonly name: string;
  readonly kind: WijkKind;
  readonly gemeenteId: string;
  readonly gemeenteName: string;
  readonly points: number | null;
  readonly maxPlacements: number | null;
  readonly source: string | null;
  readonly demonstration: boolean;
}

/** Wijken and dorpen of the region with the agreement that holds today, if any. */
export function readDraagkracht(
  manager: EntityManager,
  regionId: string,
  today: string,
  query: DraagkrachtQuery,
): Promise<DraagkrachtRow[]> {
  return manager.query(
    `SELECT w.id, w.name, w.kind, g.id AS "gemeenteId", g.name AS "gemeenteName", a.points,
            a.max_placements AS "maxPlacements", a.source, coalesce(a.demonstration, w.demonstration) AS demonstration
       FROM wijk w JOIN gemeente g ON g.id = w.gemeente_id
       LEFT JOIN LATERAL (
         SELECT * FROM wijk_draagkracht x
          WHERE x.wijk_id = w.id AND x.valid_from <= $2 AND (x.valid_to IS NULL OR x.valid_to >= $2)
          ORDER BY x.valid_from DESC LIMIT 1) a ON true
      WHERE w.region_id = $1 AND ($3::text IS NULL OR g.id = $3)
      ORDER BY g.name, w.name, w.id`,
    [regionId, today, query.gemeente ?? null],
  );
}

export interface AgreementRow {
  readonly id: string;
  readonly corporatieId: string;
  readonly corporatieName: string;
  readonly gemeenteId: string;
  readonly gemeenteName: string;
  readonly doelgroepId: string | null;
  readonly doelgroepName: string | null;
  readonly year: number;
  readonly agreed: number;
  readonly source: string;
  readonly demonstration: boolean;
}

/** Prestatieafspraken of the year of the day, by corporatie. Without a day: of every year. */
export function readAgreements(
  manager: EntityManager,
  regionId: string,
  day: string | null,
  query: AgreementQuery,
): Promise<AgreementRow[]> {
  return manager.query(
    `SELECT a.id, o.id AS "corporatieId", o.short_name AS "corporatieName", g.id AS "gemeenteId",
            g.name AS "gemeenteName", d.id AS "doelgroepId", d.name AS "doelgroepName", a.year, a.agreed, a.source,
            a.demonstration
       FROM prestatieafspraak a JOIN organisation o ON o.id = a.owner_organisation_id
       JOIN gemeente g ON g.id = a.gemeente_id LEFT JOIN doelgroep d ON d.id = a.doelgroep_id
      WHERE a.region_id = $1 AND ($2::date IS NULL OR a.year = extract(year FROM $2::date))
        AND ($3::text IS NULL OR g.id = $3) AND ($4::uuid IS NULL OR o.id = $4)
      ORDER BY o.short_name, g.name, d.name NULLS FIRST, a.id`,
    [regionId, day, query.gemeente ?? null, query.corporatie ?? null],
  );
}
