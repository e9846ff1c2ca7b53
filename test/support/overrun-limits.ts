import type { DataSource } from 'typeorm';

/** A hard agreement that placements and proposals together go over. */
export interface Overrun {
  readonly limit: string;
  readonly name: string;
  readonly counted: number;
  readonly most: number;
}

/**
 * Every hard agreement that is broken when all open and approved proposals of a region go through on `day`, worked out in
 * SQL from the tables and not by the code of the application. Load fades in 104 weeks.
 */
export function overrunLimits(dataSource: DataSource, regionId: string, day: string): Promise<Overrun[]> {
  return dataSource.query(
    `WITH going AS (
       SELECT p.unit_id, p.household_id, p.planned_start AS start_date, u.complex_id, u.gemeente_id, u.wijk_id,
              h.doelgroep_id, h.support_level, h.draaglast, h.guidance_hours,
              CASE WHEN NOT EXISTS (SELECT 1 FROM unit_aanbieder a WHERE a.unit_id = u.id)
                     OR EXISTS (SELECT 1 FROM unit_aanbieder a WHERE a.unit_id = u.id AND a.organisation_id = h.owner_organisation_id)
                   THEN h.owner_organisation_id
                   ELSE (SELECT a.organisation_id FROM unit_aanbieder a JOIN aanbieder_capacity c ON c.organisation_id = a.organisation_id
                           WHERE a.unit_id = u.id AND u.gemeente_id = ANY (c.gemeente_ids)
                           ORDER BY array_position(ARRAY['none', 'light', 'intensive', 'round-the-clock'], c.max_support_level) DESC,
                                    a.organisation_id::text LIMIT 1) END AS aanbieder_id
         FROM proposal p JOIN unit u ON u.id = p.unit_id JOIN household h ON h.id = p.household_id
        WHERE p.region_id = $1 AND p.state IN ('voorgesteld', 'goedgekeurd')
     ), living AS (
       SELECT p.*, u.complex_id FROM placement p JOIN unit u ON u.id = p.unit_id
        WHERE p.region_id = $1 AND (p.end_date IS NULL OR p.end_date >= $2)
     ), levels AS (SELECT ARRAY['none', 'light', 'intensive', 'round-the-clock'] AS ladder)
     SELECT * FROM (
       SELECT 'household' AS limit, household_id::text AS name, count(*)::int AS counted, 1 AS most FROM going GROUP BY 2
       UNION ALL
       SELECT 'places', u.name,
              ((SELECT count(*) FROM going g WHERE g.unit_id = u.id) + (SELECT count(*) FROM living l WHERE l.unit_id = u.id))::int,
              u.places FROM unit u WHERE u.region_id = $1
       UNION ALL
       SELECT 'draagkracht', w.name,
              (coalesce((SELECT sum(draaglast) FROM going g WHERE g.wijk_id = w.id), 0) + ceil(coalesce((
                SELECT sum(CASE WHEN guidance_hours > 0 THEN draaglast
                                ELSE draaglast * greatest(0, 104 - greatest(0, ($2::date - start_date) / 7)) / 104.0 END)
                  FROM living l WHERE l.wijk_id = w.id), 0)))::int,
              d.points
         FROM wijk w JOIN wijk_draagkracht d ON d.wijk_id = w.id AND $2 BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
        WHERE w.region_id = $1
       UNION ALL
       SELECT 'pace', w.name, (SELECT count(*)::int FROM going g WHERE g.wijk_id = w.id), d.max_placements
         FROM wijk w JOIN wijk_draagkracht d ON d.wijk_id = w.id AND $2 BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
        WHERE w.region_id = $1
       UNION ALL
       SELECT 'spreiding', q.gemeente_id || ' from ' || q.period_from,
              ((SELECT count(*) FROM going g WHERE g.gemeente_id = q.gemeente_id AND g.start_date BETWEEN q.period_from AND q.period_to
                  AND (q.doelgroep_id IS NULL OR q.doelgroep_id = g.doelgroep_id)) +
               (SELECT count(*) FROM placement p WHERE p.gemeente_id = q.gemeente_id AND p.start_date BETWEEN q.period_from AND q.period_to
                  AND (q.doelgroep_id IS NULL OR q.doelgroep_id = p.doelgroep_id)))::int,
              q.ceiling FROM spreiding_quota q WHERE q.region_id = $1
       UNION ALL
       SELECT 'mix', m.name, (SELECT count(*)::int FROM (SELECT complex_id, doelgroep_id, support_level FROM going
                 UNION ALL SELECT complex_id, doelgroep_id, support_level FROM living) x, levels
                WHERE x.complex_id = m.complex_id AND (m.doelgroep_ids = '{}' OR x.doelgroep_id = ANY (m.doelgroep_ids))
                  AND array_position(ladder, x.support_level) >= array_position(ladder, m.min_support_level)), m.max
         FROM complex_mix m WHERE m.region_id = $1
       UNION ALL
       SELECT 'guidance', o.name,
              (coalesce((SELECT sum(guidance_hours) FROM going g WHERE g.aanbieder_id = o.id), 0) +
               coalesce((SELECT sum(guidance_hours) FROM living l WHERE l.aanbieder_organisation_id = o.id), 0))::int,
              c.guidance_hours
         FROM organisation o JOIN aanbieder_capacity c ON c.organisation_id = o.id
              AND $2 BETWEEN c.valid_from AND coalesce(c.valid_to, 'infinity')
        WHERE o.region_id = $1
     ) x WHERE counted > most ORDER BY 1, 2`,
    [regionId, day],
  );
}
