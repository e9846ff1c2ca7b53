import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is stamped on every row says nothing that the log does not say itself. */
const STAMPS = ['created_at', 'created_by', 'updated_at', 'updated_by'];
const OWN = ['id', 'region_id', 'owner_organisation_id', ...STAMPS];

interface Traced {
  readonly key?: string;
  /** Columns about a person that may be read in the log: all others are kept as `***`, also those of later. */
  readonly shown?: readonly string[];
  /** Columns that are kept as `***`; all others may be read. */
  readonly hidden?: readonly string[];
  /** Large columns that nobody changes by hand: left out. */
  readonly leftOut?: readonly string[];
  /** SQL for the household that row `r` speaks of. */
  readonly household?: string;
}

const HOUSEHOLD = `(r.j->>'household_id')::uuid`;
const ORDINARY =
  'region organisation account role_assignment role_review gemeente wijk wijk_draagkracht doelgroep complex complex_mix unit unit_status_event aanbieder_capacity urgency_category urgency_category_period spreiding_quota prestatieafspraak policy';
const TRACED: Readonly<Record<string, Traced>> = {
  ...Object.fromEntries(ORDINARY.split(' ').map((table) => [table, {}])),
  account_identity: { key: 'issuer,subject' },
  unit_aanbieder: { key: 'unit_id,organisation_id' },
  rent_table: { key: 'year' },
  household: {
    shown: [
      ...OWN,
      ...['reference', 'status', 'ready_for_outflow_on', 'waiting_since', 'urgency_band', 'bedrooms_needed', 'pets'],
      ...['source', 'demonstration', 'version'],
    ],
    household: `(r.j->>'id')::uuid`,
  },
  household_member: { shown: [...OWN, 'household_id', 'position', 'role'], household: HOUSEHOLD },
  household_exclusion_area: { shown: [...OWN, 'household_id'], household: HOUSEHOLD },
  household_wish: { shown: [...OWN, 'household_id', 'kind', 'weight'], household: HOUSEHOLD },
  household_refusal: {
    shown: [...OWN, 'household_id', 'unit_id', 'complex_id', 'until', 'proposal_id', 'lifted_at'],
    household: HOUSEHOLD,
  },
  household_consent: {
    shown: [...OWN, 'household_id', 'organisation_id', 'given_on', 'withdrawn_on'],
    household: HOUSEHOLD,
  },
  placement: {
    shown: [
      ...[...OWN, 'household_id', 'unit_id', 'gemeente_id', 'wijk_id', 'aanbieder_organisation_id'],
      ...['start_date', 'end_date', 'source', 'demonstration'],
    ],
    household: HOUSEHOLD,
  },
  proposal: {
    shown: [
      ...[...OWN, 'household_id', 'unit_id', 'run_id', 'aanbieder_organisation_id', 'planned_start', 'state'],
      'version',
    ],
    leftOut: ['justification'],
    household: HOUSEHOLD,
  },
  proposal_event: {
    shown: [
      ...['id', 'region_id', 'owner_organisation_id', 'proposal_id', 'action', 'from_state', 'to_state', 'actor'],
      ...['actor_role', 'actor_organisation_id', 'at', 'policy_version'],
    ],
    leftOut: ['checks'],
    household: `(SELECT p.household_id FROM public.proposal p WHERE p.id = (r.j->>'proposal_id')::uuid)`,
  },
  pair_decision: {
    shown: [
      ...[...OWN, 'household_id', 'unit_id', 'kind', 'until', 'proposal_event_id', 'actor_role'],
      ...['actor_organisation_id', 'lifted_at', 'lifted_by', 'lifted_role', 'lifted_organisation_id'],
    ],
    household: HOUSEHOLD,
  },
  // The seed of a lottery is secret until the round: who could read it here could try rounds out.
  lottery_draw: { hidden: ['seed'] },
  match_run: {
    hidden: ['seed'],
    leftOut: [
      ...['snapshot', 'plan', 'passed_over', 'strict_values', 'verification', 'timings', 'progress', 'warnings'],
    ],
  },
  run_proof: { key: 'run_id', leftOut: ['receipt', 'swaps'] },
};

const EVENTS = { insert: 'NEW TABLE AS new_rows', update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows' } as const;
const TRANSITIONS = { ...EVENTS, delete: 'OLD TABLE AS old_rows' } as const;

/** The change log, filled by the database itself, and the chain over it and the access log; see docs/adr/0008. */
export class Traces1795312800040 implements MigrationInterface {
  readonly name = 'Traces1795312800040';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "change_log" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "region_id" text, "actor" uuid, "role" text, "organisation_id" uuid, "table_name" text NOT NULL, "row_id" text NOT NULL, "operation" text NOT NULL, "household_id" uuid, "before" jsonb, "after" jsonb, CONSTRAINT "change_log_operation" CHECK ("operation" IN ('insert', 'update', 'delete')), CONSTRAINT "change_log_pk" PRIMARY KEY ("id"))`,
    );
    await run(
      `CREATE INDEX "change_log_household_id_at_idx" ON "change_log"  ("household_id", "at") WHERE "household_id" IS NOT NULL`,
    );
    await run(`CREATE INDEX "change_log_actor_at_idx" ON "change_log"  ("actor", "at") `);
    await run(`CREATE INDEX "change_log_region_id_at_idx" ON "change_log"  ("region_id", "at") `);
    await run(
      `CREATE TABLE "trace_link" ("position" bigint NOT NULL, "log" text NOT NULL, "row_id" bigint NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "trace_link_log_row_id_key" UNIQUE ("log", "row_id"), CONSTRAINT "trace_link_hash" CHECK (octet_length("hash") = 32), CONSTRAINT "trace_link_log" CHECK ("log" IN ('access', 'change')), CONSTRAINT "trace_link_pk" PRIMARY KEY ("position"))`,
    );
    await run(
      `CREATE TABLE "trace_pending" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "log" text NOT NULL, "row_id" bigint NOT NULL, CONSTRAINT "trace_pending_log_row_id_key" UNIQUE ("log", "row_id"), CONSTRAINT "trace_pending_log" CHECK ("log" IN ('access', 'change')), CONSTRAINT "trace_pending_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "access_log_object_ids_idx" ON "access_log" USING gin ("object_ids") `);

    await run(`GRANT SELECT ON "change_log", "trace_link", "trace_pending" TO woonplek_app`);
    for (const table of ['change_log', 'trace_link']) {
      await run(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    }
    await closeRows(run);
    await run(WAIT_FOR_SEAL);
    for (const log of ['access', 'change']) {
      await run(`
        CREATE TRIGGER ${log}_log_pending AFTER INSERT ON "${log}_log" REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION trace_wait_for_seal('${log}')`);
    }
    await run(`INSERT INTO trace_pending (log, row_id) SELECT 'access', id FROM access_log ORDER BY id`);
    await run(SEAL);
    await run(`REVOKE ALL ON FUNCTION seal_traces(integer) FROM PUBLIC`);
    await run(`GRANT EXECUTE ON FUNCTION seal_traces(integer) TO woonplek_app`);
    await run(MASKED);
    await run(TRACE_CHANGE);
    for (const [table, traced] of Object.entries(TRACED)) {
      const { key = 'id', shown, hidden = [], leftOut = [], household = 'NULL::uuid' } = traced;
      const named = [key, shown ? 'shown' : 'hidden', (shown ?? hidden).join(','), leftOut.join(','), household];
      const values = named.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
      for (const [event, rows] of Object.entries(TRANSITIONS)) {
        await run(`
          CREATE TRIGGER ${table}_trace_${event} AFTER ${event} ON "${table}" REFERENCING ${rows}
          FOR EACH STATEMENT EXECUTE FUNCTION trace_change(${values})`);
      }
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`DROP FUNCTION trace_change() CASCADE`);
    await run(`DROP FUNCTION trace_masked(jsonb, boolean, text[])`);
    await run(`DROP FUNCTION seal_traces(integer)`);
    await run(`DROP FUNCTION trace_wait_for_seal() CASCADE`);
    await run(`DROP INDEX "public"."access_log_object_ids_idx"`);
    await run(`DROP TABLE "trace_pending"`);
    await run(`DROP TABLE "trace_link"`);
    await run(`DROP INDEX "public"."change_log_region_id_at_idx"`);
    await run(`DROP INDEX "public"."change_log_actor_at_idx"`);
    await run(`DROP INDEX "public"."change_log_household_id_at_idx"`);
    await run(`DROP TABLE "change_log"`);
  }
}

/** The auditor of a region reads its changes; the rest is the system's, as which the functions below act. */
async function closeRows(run: (sql: string) => Promise<unknown>): Promise<void> {
  const inRegion = `((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))`;
  const system = `(SELECT acts_as('systeem'))`;
  const seen = { change_log: `${inRegion} AND (SELECT acts_as('systeem', 'auditor'))` };
  for (const [table, sees] of Object.entries({ ...seen, trace_link: system, trace_pending: system })) {
    await run(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    await run(`CREATE POLICY "${table}_seen" ON "${table}" FOR SELECT USING (${sees})`);
    await run(`CREATE POLICY "${table}_made" ON "${table}" FOR INSERT WITH CHECK (${system})`);
    await run(`CREATE POLICY "${table}_changed" ON "${table}" FOR UPDATE USING (${system}) WITH CHECK (${system})`);
    await run(`CREATE POLICY "${table}_removed" ON "${table}" FOR DELETE USING (${system})`);
  }
}

// These functions work as their owner, so that the application needs no right to write what they write.
const AS_OWNER = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp`;

const WAIT_FOR_SEAL = `
  CREATE FUNCTION trace_wait_for_seal() RETURNS trigger ${AS_OWNER} AS $$
  DECLARE
    acting text := coalesce(current_setting('woonplek.role', true), '');
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    INSERT INTO public.trace_pending (log, row_id) SELECT TG_ARGV[0], n.id FROM new_rows n ORDER BY n.id;
    PERFORM set_config('woonplek.role', acting, true);
    RETURN NULL;
  END $$`;

/** A moment as text that does not depend on the settings of whoever asks. */
const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Links what waits, oldest first, and returns how many rows it took. The lock keeps two sealers from one position. */
const SEAL = `
  CREATE FUNCTION seal_traces(at_most integer) RETURNS integer ${AS_OWNER} AS $$
  DECLARE
    place bigint;
    previous bytea;
    waiting record;
    moment timestamptz;
    content jsonb;
    done bigint[] := '{}';
    acting text := coalesce(current_setting('woonplek.role', true), '');
    region text := coalesce(current_setting('woonplek.region', true), '');
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true), set_config('woonplek.region', '', true);
    PERFORM pg_advisory_xact_lock(hashtext('woonplek.traces'));
    SELECT l.position, l.hash INTO place, previous FROM public.trace_link l ORDER BY l.position DESC LIMIT 1;
    place := coalesce(place, 0);
    previous := coalesce(previous, decode(repeat('00', 32), 'hex'));
    moment := clock_timestamp();
    FOR waiting IN SELECT p.id, p.log, p.row_id FROM public.trace_pending p ORDER BY p.id LIMIT at_most LOOP
      IF waiting.log = 'access' THEN
        SELECT jsonb_build_array(a.id, ${utc('a.at')}, a.region_id, a.actor, a.role, a.organisation_id, a.action,
                 a.object_type, a.object_ids, a.outcome, a.origin, a.purpose, a.request_id) INTO content
          FROM public.access_log a WHERE a.id = waiting.row_id;
      ELSE
        SELECT jsonb_build_array(c.id, ${utc('c.at')}, c.region_id, c.actor, c.role, c.organisation_id, c.table_name,
                 c.row_id, c.operation, c.household_id, c.before, c.after) INTO content
          FROM public.change_log c WHERE c.id = waiting.row_id;
      END IF;
      -- A row that is gone keeps waiting, so that the check finds it.
      CONTINUE WHEN content IS NULL;
      place := place + 1;
      previous := sha256(previous || convert_to(
        jsonb_build_array(place, ${utc('moment')}, waiting.log, content)::text, 'UTF8'));
      INSERT INTO public.trace_link (position, log, row_id, at, hash)
      VALUES (place, waiting.log, waiting.row_id, moment, previous);
      done := done || waiting.id;
    END LOOP;
    DELETE FROM public.trace_pending p WHERE p.id = ANY (done);
    PERFORM set_config('woonplek.role', acting, true), set_config('woonplek.region', region, true);
    RETURN cardinality(done);
  END $$`;

/** A row as the log may show it; null stays null. */
const MASKED = `
  CREATE FUNCTION trace_masked(content jsonb, only_named boolean, named text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE
  BEGIN ATOMIC
    SELECT jsonb_object_agg(e.key, CASE WHEN e.value = 'null' OR (e.key = ANY (named)) = only_named THEN e.value
                                        ELSE '"***"' END)
      FROM jsonb_each(content) e;
  END`;

/** The arguments: key, 'shown' or 'hidden', the columns that this names, columns left out, SQL for the household. */
export const TRACE_CHANGE = `
  CREATE FUNCTION trace_change() RETURNS trigger ${AS_OWNER} AS $$
  DECLARE
    keys text[] := string_to_array(TG_ARGV[0], ',');
    left_out text[] := string_to_array(TG_ARGV[3], ',');
    taken text;
    row_key text;
    same_row text;
    source text;
    acting text := coalesce(current_setting('woonplek.role', true), '');
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    SELECT string_agg(quote_ident(a.attname), ', ') INTO taken FROM pg_attribute a
     WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (left_out);
    SELECT string_agg(format('(r.j->>%L)', k), ' || ''/'' || '), string_agg(format('o.j->%1$L = r.j->%1$L', k), ' AND ')
      INTO row_key, same_row FROM unnest(keys) k;
    source := CASE TG_OP
      WHEN 'INSERT' THEN format('SELECT r.j, NULL::jsonb AS before, r.j AS after
                                   FROM (SELECT to_jsonb(t) AS j FROM (SELECT %s FROM new_rows) t) r', taken)
      WHEN 'DELETE' THEN format('SELECT r.j, r.j AS before, NULL::jsonb AS after
                                   FROM (SELECT to_jsonb(t) AS j FROM (SELECT %s FROM old_rows) t) r', taken)
      ELSE format('SELECT r.j, d.before, d.after
                     FROM (SELECT to_jsonb(t) AS j FROM (SELECT %1$s FROM old_rows) t) o
                     JOIN (SELECT to_jsonb(t) AS j FROM (SELECT %1$s FROM new_rows) t) r ON %2$s
                    CROSS JOIN LATERAL (
                      SELECT jsonb_object_agg(e.key, e.value) AS before, jsonb_object_agg(e.key, r.j->e.key) AS after
                        FROM jsonb_each(o.j) e
                       WHERE e.value IS DISTINCT FROM r.j->e.key AND e.key NOT IN (''version'', ''updated_at'', ''updated_by'')) d
                    WHERE d.before IS NOT NULL', taken, same_row)
      END;
    EXECUTE format('
      INSERT INTO public.change_log
             (region_id, actor, role, organisation_id, table_name, row_id, operation, household_id, before, after)
      SELECT coalesce(r.j->>''region_id'', CASE $4 WHEN ''region'' THEN r.j->>''id'' END, $1), $2, $3, $5, $4, %s, $6, %s,
             trace_masked(r.before, $7, $8), trace_masked(r.after, $7, $8)
        FROM (%s) r', row_key, TG_ARGV[4], source)
    USING nullif(current_setting('woonplek.region', true), ''),
          nullif(current_setting('woonplek.actor', true), '')::uuid,
          CASE WHEN acting NOT IN ('', 'systeem', 'aanmelding') THEN acting END,
          TG_TABLE_NAME::text,
          nullif(current_setting('woonplek.organisation', true), '')::uuid,
          lower(TG_OP), TG_ARGV[1] = 'shown', string_to_array(TG_ARGV[2], ',');
    PERFORM set_config('woonplek.role', acting, true);
    RETURN NULL;
  END $$`;
