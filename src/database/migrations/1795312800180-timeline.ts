import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, NO_ACTION, type Reference } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, REFUSE_REWRITE, rewriteFunction } from '../migration-sql/rewrite-function';
import { IN_REGION } from '../migration-sql/row-rules';
import { appendOnly, traceShown } from '../migration-sql/row-triggers';
import { runSql } from '../migration-sql/run-sql';

const TABLE = 'household_status_event';
const STATUSES = `'waiting', 'paused', 'housed', 'closed'`;
const SEEN = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND household_id IN (SELECT id FROM household))`;

const REFERENCES: readonly Reference[] = [
  ['region_id', 'region', NO_ACTION],
  ['owner_organisation_id', 'organisation', NO_ACTION],
  ['household_id', 'household', NO_ACTION],
  ['actor', 'account', NO_ACTION],
];
const SHOWN = [
  ...['id', 'region_id', 'owner_organisation_id', 'household_id', 'from_status', 'to_status', 'at'],
  ...['actor', 'actor_role', 'actor_organisation_id'],
];

/** Works as its owner: nobody writes these lines by hand. A note that is left of an earlier step is not of this one. */
const RECORD = `
  CREATE FUNCTION record_household_status() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    acting text := coalesce(current_setting('woonplek.role', true), '');
    before public.household;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      before := OLD;
      IF (before.status, before.paused_until, before.pause_reason, before.closing_reason)
           IS NOT DISTINCT FROM (NEW.status, NEW.paused_until, NEW.pause_reason, NEW.closing_reason) THEN
        RETURN NULL;
      END IF;
    END IF;
    PERFORM set_config('woonplek.role', 'systeem', true);
    INSERT INTO public.household_status_event
           (id, region_id, owner_organisation_id, household_id, from_status, to_status, until, reason_code, note, at,
            actor, actor_role, actor_organisation_id)
    VALUES (gen_random_uuid(), NEW.region_id, NEW.owner_organisation_id, NEW.id, before.status, NEW.status,
            NEW.paused_until, coalesce(NEW.pause_reason, NEW.closing_reason),
            CASE WHEN NEW.status_note IS DISTINCT FROM before.status_note THEN NEW.status_note END, clock_timestamp(),
            nullif(current_setting('woonplek.actor', true), '')::uuid,
            CASE WHEN acting NOT IN ('', 'systeem', 'aanmelding') THEN acting END,
            nullif(current_setting('woonplek.organisation', true), '')::uuid);
    PERFORM set_config('woonplek.role', acting, true);
    RETURN NULL;
  END $$`;

/** The steps for a home as its owner was told of them: without the client, and with words only where they are its own. */
const HOME_STEPS = `
  CREATE FUNCTION home_steps(home uuid, told text[]) RETURNS TABLE (
    id uuid, proposal_id uuid, action text, from_state text, to_state text, at timestamptz, actor uuid, actor_role text,
    actor_organisation_id uuid, reason_code text, note text)
  LANGUAGE plpgsql STABLE AS $$
  #variable_conflict use_column
  DECLARE role text := current_setting('woonplek.role', true);
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    RETURN QUERY
      SELECT e.id, e.proposal_id, e.action, e.from_state, e.to_state, e.at, e.actor, e.actor_role, e.actor_organisation_id,
             CASE WHEN e.actor_organisation_id = acting_organisation() THEN e.reason_code END,
             CASE WHEN e.actor_organisation_id = acting_organisation() THEN e.note END
        FROM proposal_event e JOIN proposal p ON p.id = e.proposal_id JOIN unit u ON u.id = p.unit_id
       WHERE p.region_id = acting_region() AND u.id = home AND u.owner_organisation_id = acting_organisation()
         AND role IN ('corporatie', 'aanbieder') AND (e.from_state = ANY (told) OR e.to_state = ANY (told));
    PERFORM set_config('woonplek.role', role, true);
  END $$`;

/** That somebody lived in a home and from when to when, for who plans and for who owns it. Never who. */
const HOME_STAYS = `
  CREATE FUNCTION home_stays(home uuid) RETURNS TABLE (id uuid, start_date date, end_date date, state text)
  LANGUAGE plpgsql STABLE AS $$
  #variable_conflict use_column
  DECLARE role text := current_setting('woonplek.role', true);
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    RETURN QUERY
      SELECT p.id, p.start_date, p.end_date, p.state FROM placement p
       WHERE p.region_id = acting_region() AND p.unit_id = home
         AND (role = 'coordinator' OR role IN ('corporatie', 'aanbieder') AND EXISTS (
           SELECT FROM unit u WHERE u.id = home AND u.owner_organisation_id = acting_organisation()));
    PERFORM set_config('woonplek.role', role, true);
  END $$`;

const PART_BEFORE = `(1, 'pair_decision', 'id', 'household_id = $1'),`;
const PARTS = `(1, '${TABLE}', 'id', 'household_id = $1'),
      ${PART_BEFORE}`;
const REMOVABLE_BEFORE = `('proposal_event',`;
const REMOVABLE = `('proposal_event', '${TABLE}',`;

/** What a timeline needs that was not kept: whether a household took part, and what an owner may know of a home's past. */
export class Timeline1795312800180 implements MigrationInterface {
  readonly name = 'Timeline1795312800180';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(
      `CREATE TABLE "${TABLE}" ("actor_role" text, "actor_organisation_id" uuid, "id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "household_id" uuid NOT NULL, "from_status" text, "to_status" text NOT NULL, "until" date, "reason_code" text, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid, CONSTRAINT "household_status_event_to" CHECK ("to_status" IN (${STATUSES})), CONSTRAINT "household_status_event_from" CHECK ("from_status" IN (${STATUSES})), CONSTRAINT "household_status_event_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "household_status_event_household_id_at_idx" ON "${TABLE}"  ("household_id", "at") `);
    await addReferences(run, TABLE, REFERENCES);
    // How it stood when these lines began.
    await run(
      `INSERT INTO "${TABLE}" (id, region_id, owner_organisation_id, household_id, to_status, until, reason_code, note, at, actor)
       SELECT gen_random_uuid(), region_id, owner_organisation_id, id, status, paused_until,
              coalesce(pause_reason, closing_reason), status_note, updated_at, updated_by
         FROM household WHERE status <> 'waiting'`,
    );
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    // Only the database writes: the application reads what its rows let it see.
    await guardTable(run, TABLE, {
      grants: ['SELECT'],
      triggers: [appendOnly(TABLE)],
      traced: traceShown(SHOWN),
      sees: SEEN,
    });
    await run(RECORD);
    await run(
      `CREATE TRIGGER household_status_recorded AFTER INSERT OR UPDATE ON "household" FOR EACH ROW EXECUTE FUNCTION record_household_status()`,
    );
    await run(HOME_STEPS);
    await run(HOME_STAYS);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART_BEFORE, PARTS);
    await rewriteFunction(run, REFUSE_REWRITE, REMOVABLE_BEFORE, REMOVABLE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await rewriteFunction(run, REFUSE_REWRITE, REMOVABLE, REMOVABLE_BEFORE);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PARTS, PART_BEFORE);
    await run(`DROP FUNCTION home_stays(uuid)`);
    await run(`DROP FUNCTION home_steps(uuid, text[])`);
    await run(`DROP TRIGGER household_status_recorded ON "household"`);
    await run(`DROP FUNCTION record_household_status()`);
    await run(`DROP TABLE "${TABLE}"`);
  }
}
