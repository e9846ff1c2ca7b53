import type { MigrationInterface, QueryRunner } from 'typeorm';

const AS_OWNER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

const DECLARED = `
    day date := least(asked, (now() AT TIME ZONE 'Europe/Amsterdam')::date);
    started timestamptz := clock_timestamp();
    acting text := coalesce(current_setting('woonplek.role', true), '');
    acting_in text := coalesce(current_setting('woonplek.region', true), '');
    names text[] := '{}';
    proof uuid;`;
const BEGIN = `
    IF acting <> 'systeem' THEN
      RAISE EXCEPTION 'only the system purges' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('woonplek.region', '', true), set_config('woonplek.purging', 'on', true);`;
const END = `
    PERFORM set_config('woonplek.purging', '', true), set_config('woonplek.region', acting_in, true);
    RETURN proof;`;

/** Purges the files of a round; null: there is no such round. How many matches there were stays, of whom does not. */
const PURGE_ROUND = `
  CREATE FUNCTION purge_round(target uuid, asked date) RETURNS uuid ${AS_OWNER} AS $$
  DECLARE ${DECLARED}
    of_region text;
    receipts int;
  BEGIN ${BEGIN}
    SELECT r.region_id INTO of_region FROM public.match_run r WHERE r.id = target FOR UPDATE;
    IF of_region IS NOT NULL THEN
      IF NOT EXISTS (SELECT FROM public.retention_due(of_region, 'round', day, target)) THEN
        RAISE EXCEPTION 'round % is not due', target USING ERRCODE = 'object_not_in_prerequisite_state';
      END IF;
      UPDATE public.match_run r
         SET purged_at = clock_timestamp(), snapshot = NULL, passed_over = '{}', progress = NULL,
             plan = (r.plan - 'matches') || jsonb_build_object('matchCount', jsonb_array_length(r.plan->'matches')),
             verification = CASE WHEN r.status = 'completed' THEN '{"violations": []}'::jsonb END,
             failure = r.failure || '{"details": {}}'
       WHERE r.id = target;
      DELETE FROM public.run_proof WHERE run_id = target;
      GET DIAGNOSTICS receipts = ROW_COUNT;
      names := ARRAY['match_run/' || target];
      IF receipts > 0 THEN
        names := names || ('run_proof/' || target);
      END IF;
      proof := public.purge_recorded(of_region, 'round', day, jsonb_build_object('match_run', 1, 'run_proof', receipts), names, started);
    END IF; ${END}
  END $$`;

/** Removes sessions of a region that ended long enough ago, at most so many; null: none was due. */
const PURGE_SESSIONS = `
  CREATE FUNCTION purge_sessions(of_region text, asked date, at_most integer) RETURNS uuid ${AS_OWNER} AS $$
  DECLARE ${DECLARED}
  BEGIN ${BEGIN}
    WITH gone AS (
      DELETE FROM public.session WHERE id IN (SELECT d FROM public.retention_due(of_region, 'session', day) d ORDER BY d LIMIT at_most)
      RETURNING id)
    SELECT array_agg('session/' || id) INTO names FROM gone;
    IF names IS NOT NULL THEN
      proof := public.purge_recorded(of_region, 'session', day, jsonb_build_object('session', cardinality(names)), names, started);
    END IF; ${END}
  END $$`;

/**
 * Up to which link the logs may go on a day; null: no row is due, or something keeps them all. The logs of all regions are one
 * chain, so the longest term of all regions counts, and every hold. The last link stays: the next one goes on from it.
 */
const LOG_END = `
  CREATE FUNCTION log_purge_end(day date) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH term AS (
      SELECT max(m.months) AS months, count(*) FILTER (WHERE m.months IS NULL) AS undecided
        FROM (SELECT public.retention_months(r.id, 'log', day) AS months FROM public.region r) m)
    SELECT coalesce((SELECT l.position - 1 FROM public.trace_link l, term
                      WHERE ((l.at AT TIME ZONE 'Europe/Amsterdam')::date + make_interval(months => term.months))::date > day
                      ORDER BY l.position LIMIT 1),
                    (SELECT max(l.position) - 1 FROM public.trace_link l))
      FROM term
     WHERE term.undecided = 0 AND term.months IS NOT NULL
       AND NOT EXISTS (SELECT FROM public.region r WHERE public.retention_stopped(r.id, NULL, day))
  $$`;

/** Removes the oldest rows of both logs with their links, at most so many; null: none was due. */
const PURGE_LOGS = `
  CREATE FUNCTION purge_logs(asked date, at_most integer) RETURNS uuid ${AS_OWNER} AS $$
  DECLARE ${DECLARED}
    first bigint;
    last public.trace_link;
    term int;
    reads int;
    changes int;
    links int;
  BEGIN ${BEGIN}
    PERFORM pg_advisory_xact_lock(hashtext('woonplek.traces'));
    SELECT min(l.position) INTO first FROM public.trace_link l;
    SELECT l.* INTO last FROM public.trace_link l
     WHERE l.position <= public.log_purge_end(day) AND l.position < first + at_most ORDER BY l.position DESC LIMIT 1;
    IF last.position IS NOT NULL THEN
      SELECT max(public.retention_months(r.id, 'log', day)) INTO term FROM public.region r;
      SELECT array_agg(l.log || '_log/' || l.row_id) INTO names FROM public.trace_link l WHERE l.position <= last.position;
      DELETE FROM public.access_log a USING public.trace_link l
       WHERE l.log = 'access' AND l.row_id = a.id AND l.position <= last.position;
      GET DIAGNOSTICS reads = ROW_COUNT;
      DELETE FROM public.change_log c USING public.trace_link l
       WHERE l.log = 'change' AND l.row_id = c.id AND l.position <= last.position;
      GET DIAGNOSTICS changes = ROW_COUNT;
      DELETE FROM public.trace_link WHERE position <= last.position;
      GET DIAGNOSTICS links = ROW_COUNT;
      proof := gen_random_uuid();
      INSERT INTO public.purge_record
             (id, category, purged_on, months, cutoff, counts, ids_hash, duration_ms, anchor_position, anchor_hash)
      VALUES (proof, 'log', day, term, (day - make_interval(months => term))::date,
              jsonb_build_object('access_log', reads, 'change_log', changes, 'trace_link', links),
              encode(sha256(convert_to((SELECT string_agg(n, E'\\n' ORDER BY n COLLATE "C") FROM unnest(names) n), 'UTF8')), 'hex'),
              (extract(epoch FROM clock_timestamp() - started) * 1000)::int, last.position, encode(last.hash, 'hex'));
    END IF; ${END}
  END $$`;

const OPEN = [
  'purge_round(uuid, date)',
  'purge_sessions(text, date, integer)',
  'log_purge_end(date)',
  'purge_logs(date, integer)',
];

/** Removes the files of rounds, sessions and the oldest rows of the logs when their term has passed; see docs/adr/0010. */
export class PurgeRounds1795312800103 implements MigrationInterface {
  readonly name = 'PurgeRounds1795312800103';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [PURGE_ROUND, PURGE_SESSIONS, LOG_END, PURGE_LOGS]) await queryRunner.query(sql);
    for (const name of OPEN) {
      await queryRunner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
      await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${name} TO woonplek_app`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of OPEN) await queryRunner.query(`DROP FUNCTION ${name}`);
  }
}
