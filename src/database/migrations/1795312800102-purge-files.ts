import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TRACE_CHANGE } from './1795312800040-traces';

// These functions work as their owner: the application has no right to remove what they remove. They decide themselves
// what is due, so that nobody who calls them can have anything removed before its day.
const AS_OWNER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

const refuseRewrite = (purgeable: string): string => `
  CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${purgeable}
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END $$`;
/** Only the owner has the right to remove these rows at all; the functions of the purge say so first. */
const PURGEABLE = `
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('proposal_event', 'access_log', 'change_log', 'trace_link')
       AND current_setting('woonplek.purging', true) = 'on' THEN
      RETURN NULL;
    END IF;`;

/** Of what is purged the log keeps that it went, and nothing of what it was. */
const TRACE_PURGE = TRACE_CHANGE.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')
  .replace('trace_masked(r.before, $7, $8)', 'CASE WHEN $9 THEN NULL ELSE trace_masked(r.before, $7, $8) END')
  .replace(
    `string_to_array(TG_ARGV[2], ',');`,
    `string_to_array(TG_ARGV[2], ','),
          TG_OP = 'DELETE' AND coalesce(current_setting('woonplek.purging', true), '') = 'on';`,
  );

const MONTHS = `
  CREATE FUNCTION retention_months(of_region text, of_category text, day date) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT t.months FROM public.retention_term t
     WHERE t.region_id = of_region AND t.category = of_category AND t.valid_from <= day
     ORDER BY t.valid_from DESC LIMIT 1
  $$`;

/** Whether something keeps a household from being purged; null for the household: anything of the region. */
const STOPPED = `
  CREATE FUNCTION retention_stopped(of_region text, household uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
      SELECT FROM public.legal_hold h
       WHERE h.region_id = of_region AND h.lifted_at IS NULL AND (h.until IS NULL OR h.until >= day)
         AND (household IS NULL OR h.household_id IS NULL OR h.household_id = household))
      -- What a client asked must be answered first, and restricted data are kept (AVG art. 18).
      OR EXISTS (SELECT FROM public.client_request r WHERE r.household_id = household AND r.state = 'open')
      OR EXISTS (SELECT FROM public.household_restriction r WHERE r.household_id = household AND r.ended_at IS NULL)
  $$`;

/** What of one category is due on a day; with \`only\` no more than whether that one is. */
const DUE = `
  CREATE FUNCTION retention_due(of_region text, of_category text, day date, only_id uuid DEFAULT NULL) RETURNS SETOF uuid
  LANGUAGE sql STABLE AS $$
    WITH term AS (SELECT make_interval(months => public.retention_months(of_region, of_category, day)) AS length)
    SELECT h.id FROM public.household h CROSS JOIN term
     WHERE of_category IN ('file', 'number', 'safety', 'income') AND h.region_id = of_region
       AND (only_id IS NULL OR h.id = only_id)
       AND CASE of_category
             WHEN 'file' THEN (h.closed_on + term.length)::date <= day
               AND NOT EXISTS (SELECT FROM public.placement p WHERE p.household_id = h.id AND (p.end_date IS NULL OR p.end_date >= day))
               AND NOT EXISTS (SELECT FROM public.proposal v WHERE v.household_id = h.id
                                  AND v.state IN ('goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd'))
             WHEN 'number' THEN (h.closed_on + term.length)::date <= day
               AND EXISTS (SELECT FROM public.household_member_bsn b WHERE b.household_id = h.id)
             WHEN 'income' THEN (h.closed_on + term.length)::date <= day AND h.income_cents IS NOT NULL
             ELSE (h.closed_on + term.length)::date <= day AND h.safety_cleared_on IS NULL
               OR EXISTS (SELECT FROM public.household_exclusion_area a
                           WHERE a.household_id = h.id AND (a.until + term.length)::date <= day)
           END
       AND NOT public.retention_stopped(h.region_id, h.id, day)
    UNION ALL
    SELECT r.id FROM public.match_run r CROSS JOIN term
     WHERE of_category = 'round' AND r.region_id = of_region AND (only_id IS NULL OR r.id = only_id)
       AND r.status IN ('completed', 'failed') AND r.purged_at IS NULL
       AND ((r.finished_at AT TIME ZONE 'Europe/Amsterdam')::date + term.length)::date <= day
       AND NOT public.retention_stopped(of_region, NULL, day)
    UNION ALL
    SELECT s.id FROM public.session s JOIN public.role_assignment a ON a.id = s.assignment_id CROSS JOIN term
     WHERE of_category = 'session' AND a.region_id = of_region AND (only_id IS NULL OR s.id = only_id)
       AND ((coalesce(s.ended_at, s.expires_at) AT TIME ZONE 'Europe/Amsterdam')::date + term.length)::date <= day
       AND NOT public.retention_stopped(of_region, NULL, day)
  $$`;

/** Writes the proof. \`names\`: what was removed, as \`table/id\`. */
const RECORD = `
  CREATE FUNCTION purge_recorded(of_region text, of_category text, day date, counted jsonb, names text[], started timestamptz)
  RETURNS uuid LANGUAGE plpgsql AS $$
  DECLARE
    record_id uuid := gen_random_uuid();
  BEGIN
    INSERT INTO public.purge_record
           (id, region_id, category, purged_on, term_id, months, cutoff, counts, ids_hash, duration_ms)
    SELECT record_id, of_region, of_category, day, t.id, t.months, (day - make_interval(months => t.months))::date, counted,
           encode(sha256(convert_to((SELECT coalesce(string_agg(n, E'\\n' ORDER BY n COLLATE "C"), '') FROM unnest(names) n), 'UTF8')), 'hex'),
           (extract(epoch FROM clock_timestamp() - started) * 1000)::int
      FROM public.retention_term t
     WHERE t.region_id = of_region AND t.category = of_category AND t.valid_from <= day
     ORDER BY t.valid_from DESC LIMIT 1;
    RETURN record_id;
  END $$`;

/** What goes with a file, in an order that the references between these tables allow. */
const PARTS = `
      (1, 'pair_decision', 'id', 'household_id = $1'),
      (2, 'household_refusal', 'id', 'household_id = $1'),
      (3, 'proposal_event', 'id', 'proposal_id IN (SELECT id FROM public.proposal WHERE household_id = $1)'),
      (4, 'proposal', 'id', 'household_id = $1'),
      (5, 'household_consent', 'id', 'household_id = $1'),
      (6, 'household_wish', 'id', 'household_id = $1'),
      (7, 'household_exclusion_area', 'id', 'household_id = $1'),
      (8, 'household_member_bsn', 'member_id', 'household_id = $1'),
      (9, 'household_member', 'id', 'household_id = $1'),
      (10, 'legal_hold', 'id', 'household_id = $1'),
      (10, 'household_correction', 'id', 'household_id = $1'),
      (10, 'household_restriction', 'id', 'household_id = $1'),
      (12, 'client_request', 'id', 'household_id = $1'),
      (11, 'placement', 'id', 'household_id = $1 AND (end_date + $2)::date <= $3'),
      (13, 'household', 'id', 'id = $1')`;

/**
 * Purges one category of one household and returns the id of the proof; null: there is no such household (any more).
 * \`safe\` and \`no_facts\` are the sealed values of a household about which nothing is known: only who holds the keys can make them.
 */
const PURGE_HOUSEHOLD = `
  CREATE FUNCTION purge_household(target uuid, of_category text, asked date, safe text, no_facts text) RETURNS uuid
  ${AS_OWNER} AS $$
  DECLARE
    -- Not later than today, whatever day is asked for.
    day date := least(asked, (now() AT TIME ZONE 'Europe/Amsterdam')::date);
    started timestamptz := clock_timestamp();
    acting text := coalesce(current_setting('woonplek.role', true), '');
    acting_in text := coalesce(current_setting('woonplek.region', true), '');
    of_region text;
    length interval;
    is_closed boolean;
    part record;
    gone text[];
    names text[] := '{}';
    counted jsonb := '{}';
    proof uuid;
  BEGIN
    IF acting <> 'systeem' THEN
      RAISE EXCEPTION 'only the system purges' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('woonplek.region', '', true), set_config('woonplek.purging', 'on', true);
    SELECT h.region_id INTO of_region FROM public.household h WHERE h.id = target FOR UPDATE;
    IF of_region IS NOT NULL THEN
      IF of_category NOT IN ('file', 'number', 'safety', 'income')
         OR NOT EXISTS (SELECT FROM public.retention_due(of_region, of_category, day, target)) THEN
        RAISE EXCEPTION 'category % of household % is not due', of_category, target
          USING ERRCODE = 'object_not_in_prerequisite_state';
      END IF;
      length := make_interval(months => public.retention_months(of_region, of_category, day));
      SELECT (h.closed_on + length)::date <= day INTO is_closed FROM public.household h WHERE h.id = target;
      IF of_category = 'file' THEN
        UPDATE public.region r SET facts = public.without_household(r.facts, target)
         WHERE r.id = of_region AND r.facts::text LIKE '%' || target || '%';
        UPDATE public.match_run r SET passed_over = array_remove(r.passed_over, target)
         WHERE r.region_id = of_region AND target = ANY (r.passed_over);
      END IF;
      FOR part IN
        SELECT * FROM (VALUES ${PARTS}) AS p(place, name, key, condition)
         WHERE of_category = 'file'
            OR of_category = 'number' AND name = 'household_member_bsn'
            OR of_category = 'safety' AND name = 'household_exclusion_area'
         ORDER BY place
      LOOP
        IF part.name = 'household' THEN
          -- A stay that is not over as long as the term is kept as a number, of nobody.
          UPDATE public.placement SET household_id = NULL WHERE household_id = target;
        END IF;
        IF of_category = 'safety' AND is_closed IS NOT TRUE THEN
          part.condition := part.condition || ' AND (until + $2)::date <= $3';
        END IF;
        EXECUTE format('WITH gone AS (DELETE FROM public.%I WHERE %s RETURNING %I)
                        SELECT coalesce(array_agg(%L || %I), ''{}'') FROM gone',
                       part.name, part.condition, part.key, part.name || '/', part.key)
           INTO gone USING target, length, day;
        names := names || gone;
        counted := counted || jsonb_build_object(part.name, cardinality(gone));
      END LOOP;
      IF of_category = 'income' OR of_category = 'safety' AND is_closed THEN
        UPDATE public.household h
           SET income_cents = CASE of_category WHEN 'income' THEN NULL ELSE h.income_cents END,
               herkomst_waived = CASE of_category WHEN 'safety' THEN safe ELSE h.herkomst_waived END,
               facts = CASE of_category WHEN 'safety' THEN no_facts ELSE h.facts END,
               safety_cleared_on = CASE of_category WHEN 'safety' THEN day ELSE h.safety_cleared_on END,
               version = h.version + 1
         WHERE h.id = target;
        names := names || ('household/' || target);
        counted := counted || '{"household": 1}';
      END IF;
      proof := public.purge_recorded(of_region, of_category, day, counted, names, started);
    END IF;
    PERFORM set_config('woonplek.purging', '', true), set_config('woonplek.region', acting_in, true);
    RETURN proof;
  END $$`;

/** The agreements of a region about households that live together or apart, without one of them. */
const WITHOUT_HOUSEHOLD = `
  CREATE FUNCTION without_household(facts jsonb, target uuid) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT facts || coalesce(jsonb_object_agg(kind, (
             SELECT coalesce(jsonb_agg(jsonb_set(g, '{householdIds}', (g->'householdIds') - target::text)), '[]')
               FROM jsonb_array_elements(facts->kind) g)), '{}')
      FROM unnest(ARRAY['together', 'apart']) kind WHERE facts ? kind
  $$`;

const INTERNAL = [
  'retention_months(text, text, date)',
  'retention_stopped(text, uuid, date)',
  'retention_due(text, text, date, uuid)',
];
const OWN = ['purge_recorded(text, text, date, jsonb, text[], timestamptz)', 'without_household(jsonb, uuid)'];
const OPEN = ['purge_household(uuid, text, date, text, text)'];

/** Removes files and parts of them when their term has passed, and leaves a proof; see docs/adr/0010. */
export class PurgeFiles1795312800102 implements MigrationInterface {
  readonly name = 'PurgeFiles1795312800102';

  async up(queryRunner: QueryRunner): Promise<void> {
    const made = [MONTHS, STOPPED, DUE, RECORD, WITHOUT_HOUSEHOLD, PURGE_HOUSEHOLD];
    for (const sql of [refuseRewrite(PURGEABLE), TRACE_PURGE, ...made]) await queryRunner.query(sql);
    for (const name of [...INTERNAL, ...OWN, ...OPEN])
      await queryRunner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
    for (const name of [...INTERNAL, ...OPEN])
      await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${name} TO woonplek_app`);
    // A file goes by the function above, and in no other way.
    await queryRunner.query(`REVOKE DELETE ON "household" FROM woonplek_app`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`GRANT DELETE ON "household" TO woonplek_app`);
    for (const name of [...OPEN, ...OWN, ...INTERNAL]) await queryRunner.query(`DROP FUNCTION ${name}`);
    await queryRunner.query(TRACE_CHANGE.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    await queryRunner.query(refuseRewrite(''));
  }
}
