import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED, STAMPS } from '../migration-sql/columns';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, CASCADE, NO_ACTION, RECORDED_BY, type Reference } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, REFUSE_REWRITE, rewriteFunction } from '../migration-sql/rewrite-function';
import { IN_REGION, SYSTEM_IN_REGION } from '../migration-sql/row-rules';
import { appendOnly, stampActedAs, stampActor, TRACE_HIDDEN, traceShown } from '../migration-sql/row-triggers';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const COORDINATES = `(SELECT acts_as('systeem', 'coordinator'))`;
const OWN_CLIENT = `(SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation())`;
/** A member sees the meetings that they are invited to, and no others. */
const invited = (column: string): string => `(SELECT acts_as('veldtafel')) AND ${column} IN (SELECT panel_invites())`;
/** Who coordinates, who is invited, and the aanbieder of the client. The steps themselves are the system's. */
const OF_CLIENT = `${IN_REGION} AND (${COORDINATES} OR ${OWN_CLIENT} OR ${invited('meeting_id')})`;
const SEEN: Readonly<Record<string, string>> = {
  panel_meeting: `${IN_REGION} AND (${COORDINATES} OR ${invited('id')}
    OR (SELECT acts_as('aanbieder')) AND id IN (SELECT meeting_id FROM panel_case))`,
  panel_attendee: `${IN_REGION} AND (${COORDINATES} OR ${invited('meeting_id')})`,
  panel_case: OF_CLIENT,
  panel_entry: OF_CLIENT,
};

const OWN = ['id', 'region_id', 'owner_organisation_id', 'household_id', 'meeting_id'];
/** Columns about a person that may be read in the log. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  panel_case: [...OWN, ...STAMPS, 'brought_by'],
  panel_entry: [...OWN, 'case_id', 'kind', 'at', 'actor', 'actor_role', 'actor_organisation_id'],
};

const OF_REGION = ['region_id', 'region', NO_ACTION] as const;
const OF_OWNER = ['owner_organisation_id', 'organisation', NO_ACTION] as const;
const OF_MEETING = ['meeting_id', 'panel_meeting', NO_ACTION] as const;
const REFERENCES: Readonly<Record<string, readonly Reference[]>> = {
  panel_meeting: [...RECORDED_BY, OF_REGION, ['closed_by', 'account', NO_ACTION]],
  panel_attendee: [
    ...[...RECORDED_BY, OF_REGION, OF_MEETING],
    ['account_id', 'account', NO_ACTION],
    ['organisation_id', 'organisation', NO_ACTION],
  ],
  panel_case: [
    ...[...RECORDED_BY, OF_REGION, OF_OWNER, OF_MEETING],
    ['household_id', 'household', CASCADE],
    ['brought_by', 'account', NO_ACTION],
  ],
  panel_entry: [
    ...[OF_REGION, OF_OWNER, OF_MEETING],
    ['case_id', 'panel_case', NO_ACTION],
    ['household_id', 'household', NO_ACTION],
    ['actor', 'account', NO_ACTION],
  ],
};
const TABLES = ['panel_meeting', 'panel_attendee', 'panel_case', 'panel_entry'];

/** What is purged with a file: the entries before the case that they are about. */
const PART = `(1, 'pair_decision', 'id', 'household_id = $1'),`;
const PARTS = `${PART}
      (1, 'panel_entry', 'id', 'household_id = $1'),
      (2, 'panel_case', 'id', 'household_id = $1'),`;
const PURGEABLE = `'tenancy_event', `;
const PURGEABLE_NOW = `'tenancy_event', 'panel_entry', `;

/** The meetings that the reader is invited to. It looks as the system, because who sees an invitation depends on this. */
const INVITES = `
  CREATE FUNCTION panel_invites() RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
  DECLARE role text := current_setting('woonplek.role', true);
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    RETURN QUERY SELECT a.meeting_id FROM panel_attendee a WHERE a.region_id = acting_region() AND a.account_id = acting_account();
    PERFORM set_config('woonplek.role', role, true);
  END $$`;

/** Once the minutes are closed nothing is written about a meeting but a note. What is purged with a file still goes. */
const FINAL = `
  CREATE FUNCTION panel_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE meeting uuid := CASE TG_TABLE_NAME WHEN 'panel_meeting' THEN to_jsonb(OLD)->>'id' ELSE to_jsonb(NEW)->>'meeting_id' END;
  BEGIN
    IF (TG_TABLE_NAME <> 'panel_entry' OR to_jsonb(NEW)->>'kind' <> 'note')
       AND EXISTS (SELECT FROM panel_meeting m WHERE m.id = meeting AND m.state = 'vastgesteld') THEN
      RAISE EXCEPTION 'the minutes of this meeting are closed'
        USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'panel_final';
    END IF;
    RETURN NEW;
  END $$`;

/** Meetings of the veldtafel and the triageteam: who is invited, which cases are on the agenda, and what was said of them. */
export class CasePanels1795312800170 implements MigrationInterface {
  readonly name = 'CasePanels1795312800170';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await makeTables(run);
    for (const [table, references] of Object.entries(REFERENCES)) await addReferences(run, table, references);
    await run(INVITES);
    await run(FINAL);
    for (const table of TABLES) await guard(run, table);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART, PARTS);
    await rewriteFunction(run, REFUSE_REWRITE, PURGEABLE, PURGEABLE_NOW);
    await settingKinds(run, `'refusal-consequences', 'landing-checklist', 'panel-sharing'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(`DELETE FROM workflow_setting WHERE kind = 'panel-sharing'`);
    await settingKinds(run, `'refusal-consequences', 'landing-checklist'`);
    await rewriteFunction(run, REFUSE_REWRITE, PURGEABLE_NOW, PURGEABLE);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PARTS, PART);
    for (const table of TABLES) await run(`DROP POLICY "${table}_seen" ON "${table}"`);
    for (const table of [...TABLES].reverse()) await run(`DROP TABLE "${table}"`);
    await run(`DROP FUNCTION panel_final()`);
    await run(`DROP FUNCTION panel_invites()`);
  }
}

async function makeTables(run: RunSql): Promise<void> {
  await run(
    `CREATE TABLE "panel_meeting" (${RECORDED}, "id" uuid NOT NULL, "region_id" text NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "held_on" date NOT NULL, "state" text NOT NULL DEFAULT 'gepland', "closed_by" uuid, "closed_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL, CONSTRAINT "panel_meeting_closed" CHECK (("state" = 'vastgesteld') = ("closed_at" IS NOT NULL) AND ("closed_at" IS NULL) = ("closed_by" IS NULL)), CONSTRAINT "panel_meeting_title" CHECK (btrim("title") <> ''), CONSTRAINT "panel_meeting_state" CHECK ("state" IN ('gepland', 'vastgesteld')), CONSTRAINT "panel_meeting_kind" CHECK ("kind" IN ('veldtafel', 'triageteam')), CONSTRAINT "panel_meeting_pk" PRIMARY KEY ("id"))`,
  );
  await run(`CREATE INDEX "panel_meeting_region_id_held_on_idx" ON "panel_meeting"  ("region_id", "held_on") `);
  await run(
    `CREATE TABLE "panel_attendee" (${RECORDED}, "id" uuid NOT NULL, "region_id" text NOT NULL, "meeting_id" uuid NOT NULL, "account_id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "present" boolean, CONSTRAINT "panel_attendee_meeting_id_account_id_key" UNIQUE ("meeting_id", "account_id"), CONSTRAINT "panel_attendee_pk" PRIMARY KEY ("id"))`,
  );
  await run(`CREATE INDEX "panel_attendee_account_id_idx" ON "panel_attendee"  ("account_id") `);
  await run(
    `CREATE TABLE "panel_case" (${RECORDED}, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "household_id" uuid NOT NULL, "client_reference" text NOT NULL, "brought_by" uuid NOT NULL, "question" text NOT NULL, "shared" text NOT NULL, CONSTRAINT "panel_case_meeting_id_household_id_key" UNIQUE ("meeting_id", "household_id"), CONSTRAINT "panel_case_sealed" CHECK ("question" LIKE 's1:%' AND "shared" LIKE 's1:%'), CONSTRAINT "panel_case_pk" PRIMARY KEY ("id"))`,
  );
  await run(`CREATE INDEX "panel_case_household_id_idx" ON "panel_case"  ("household_id") `);
  await run(
    `CREATE TABLE "panel_entry" ("actor_role" text, "actor_organisation_id" uuid, "id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "case_id" uuid NOT NULL, "household_id" uuid NOT NULL, "kind" text NOT NULL, "text" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid NOT NULL, CONSTRAINT "panel_entry_sealed" CHECK ("text" LIKE 's1:%'), CONSTRAINT "panel_entry_kind" CHECK ("kind" IN ('advice', 'decision', 'note')), CONSTRAINT "panel_entry_pk" PRIMARY KEY ("id"))`,
  );
  await run(`CREATE INDEX "panel_entry_household_id_idx" ON "panel_entry"  ("household_id") `);
  await run(`CREATE INDEX "panel_entry_case_id_at_idx" ON "panel_entry"  ("case_id", "at") `);
}

async function guard(run: RunSql, table: string): Promise<void> {
  const isAppendOnly = table === 'panel_entry';
  const writes = { panel_meeting: 'UPDATE', panel_entry: 'INSERT' }[table] ?? 'INSERT OR UPDATE';
  const shown = SHOWN[table];
  await guardTable(run, table, {
    grants: [isAppendOnly ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE'],
    triggers: [
      ...(isAppendOnly ? [stampActedAs(table), appendOnly(table)] : [stampActor(table)]),
      `CREATE TRIGGER ${table}_final BEFORE ${writes} ON "${table}" FOR EACH ROW EXECUTE FUNCTION panel_final()`,
    ],
    traced: shown ? traceShown(shown) : TRACE_HIDDEN,
    sees: SEEN[table] ?? SYSTEM_IN_REGION,
  });
}

async function settingKinds(run: RunSql, kinds: string): Promise<void> {
  await run(`ALTER TABLE "workflow_setting" DROP CONSTRAINT "workflow_setting_kind"`);
  await run(`ALTER TABLE "workflow_setting" ADD CONSTRAINT "workflow_setting_kind" CHECK ("kind" IN (${kinds}))`);
}
