import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addReferences, NO_ACTION } from '../migration-sql/references';
import { IN_REGION } from '../migration-sql/row-rules';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const WHEN = 'TIMESTAMP WITH TIME ZONE';
const COLUMNS: Readonly<Record<string, string>> = {
  panel_meeting: `ADD "cancelled_at" ${WHEN}, ADD "cancelled_by" uuid, ADD "cancelled_note" text`,
  panel_attendee: `ADD "withdrawn_at" ${WHEN}, ADD "withdrawn_by" uuid`,
  panel_case: `ADD "withdrawn_at" ${WHEN}, ADD "withdrawn_by" uuid, ADD "withdrawn_note" text`,
};
const CHECKS = [
  [
    'panel_meeting',
    'panel_meeting_cancelled',
    `("cancelled_at" IS NULL) = ("cancelled_by" IS NULL) AND ("cancelled_at" IS NULL) = ("cancelled_note" IS NULL) AND ("cancelled_at" IS NULL OR "state" = 'gepland')`,
  ],
  ['panel_attendee', 'panel_attendee_withdrawn', '("withdrawn_at" IS NULL) = ("withdrawn_by" IS NULL)'],
  [
    'panel_case',
    'panel_case_withdrawn',
    '("withdrawn_at" IS NULL) = ("withdrawn_by" IS NULL) AND ("withdrawn_at" IS NULL) = ("withdrawn_note" IS NULL)',
  ],
] as const;
/** Once for each meeting, of what is not taken back. */
const ONCE = { panel_attendee: 'account_id', panel_case: 'household_id' } as const;

const SEALED_BEFORE = `"question" LIKE 's1:%' AND "shared" LIKE 's1:%'`;
const SEALED = `${SEALED_BEFORE} AND "withdrawn_note" LIKE 's1:%'`;

/** The meetings that the reader is invited to; `standing` says which of those invitations count. */
const meetings = (name: string, standing: string): string => `
  CREATE OR REPLACE FUNCTION ${name}() RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
  DECLARE role text := current_setting('woonplek.role', true);
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    RETURN QUERY SELECT a.meeting_id FROM panel_attendee a WHERE a.region_id = acting_region() AND a.account_id = acting_account()${standing};
    PERFORM set_config('woonplek.role', role, true);
  END $$`;
const NOT_WITHDRAWN = ' AND a.withdrawn_at IS NULL';
const NOT_CANCELLED = `${NOT_WITHDRAWN}
      AND EXISTS (SELECT FROM panel_meeting m WHERE m.id = a.meeting_id AND m.cancelled_at IS NULL)`;

/** What is said of the meeting `m` when nothing may be written about it but a note, and when not even that. */
const final = (condition: string): string => `
  CREATE OR REPLACE FUNCTION panel_final() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE meeting uuid := CASE TG_TABLE_NAME WHEN 'panel_meeting' THEN to_jsonb(OLD)->>'id' ELSE to_jsonb(NEW)->>'meeting_id' END;
  BEGIN
    ${condition}
      RAISE EXCEPTION 'the minutes of this meeting are closed'
        USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'panel_final';
    END IF;
    RETURN NEW;
  END $$`;
const CLOSED = `(TG_TABLE_NAME <> 'panel_entry' OR to_jsonb(NEW)->>'kind' <> 'note')
       AND EXISTS (SELECT FROM panel_meeting m WHERE m.id = meeting AND m.state = 'vastgesteld')`;
const CANCELLED = `EXISTS (SELECT FROM panel_meeting m WHERE m.id = meeting AND m.cancelled_at IS NOT NULL)`;

const COORDINATES = `(SELECT acts_as('systeem', 'coordinator'))`;
const OWN_CLIENT = `(SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation())`;
const seen = (invited: string): string =>
  `${IN_REGION} AND (${COORDINATES} OR ${OWN_CLIENT} OR (SELECT acts_as('veldtafel')) AND ${invited})`;
const SEEN_BEFORE = seen('meeting_id IN (SELECT panel_invites())');
const SEEN: Readonly<Record<string, string>> = {
  panel_case: seen('meeting_id IN (SELECT panel_agendas()) AND withdrawn_at IS NULL'),
  panel_entry: seen('case_id IN (SELECT id FROM panel_case)'),
};

/** Taking back, before the minutes are closed: a meeting, a case on its agenda, an invitation. */
export class PanelWithdrawals1795312800183 implements MigrationInterface {
  readonly name = 'PanelWithdrawals1795312800183';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    for (const [table, columns] of Object.entries(COLUMNS)) await run(`ALTER TABLE "${table}" ${columns}`);
    for (const [table, name, check] of CHECKS) {
      await run(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK (${check})`);
    }
    await addReferences(run, 'panel_meeting', [['cancelled_by', 'account', NO_ACTION]]);
    for (const [table, column] of Object.entries(ONCE)) {
      await addReferences(run, table, [['withdrawn_by', 'account', NO_ACTION]]);
      await run(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_meeting_id_${column}_key"`);
      await run(
        `CREATE UNIQUE INDEX "${table}_once" ON "${table}"  ("meeting_id", "${column}") WHERE "withdrawn_at" IS NULL`,
      );
    }
    await sealed(run, SEALED);
    await run(meetings('panel_invites', NOT_WITHDRAWN));
    await run(meetings('panel_agendas', NOT_CANCELLED));
    await run(final(`IF ${CANCELLED}\n       OR ${CLOSED} THEN`));
    for (const [table, rule] of Object.entries(SEEN)) {
      await run(`ALTER POLICY "${table}_seen" ON "${table}" USING (${rule})`);
    }
  }

  /** Refused by the database where somebody was invited, or a case put on the agenda, again. What was taken back stands again. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    for (const table of Object.keys(SEEN))
      await run(`ALTER POLICY "${table}_seen" ON "${table}" USING (${SEEN_BEFORE})`);
    await run(final(`IF ${CLOSED} THEN`));
    await run(`DROP FUNCTION panel_agendas()`);
    await run(meetings('panel_invites', ''));
    await sealed(run, SEALED_BEFORE);
    for (const [table, column] of Object.entries(ONCE)) {
      await run(`DROP INDEX "${table}_once"`);
      await run(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_meeting_id_${column}_key" UNIQUE ("meeting_id", "${column}")`,
      );
    }
    for (const column of ['cancelled_at', 'cancelled_by', 'cancelled_note']) {
      await run(`ALTER TABLE "panel_meeting" DROP COLUMN "${column}"`);
    }
    for (const table of ['panel_attendee', 'panel_case']) {
      await run(`ALTER TABLE "${table}" DROP COLUMN "withdrawn_at", DROP COLUMN "withdrawn_by"`);
    }
    await run(`ALTER TABLE "panel_case" DROP COLUMN "withdrawn_note"`);
  }
}

async function sealed(run: RunSql, check: string): Promise<void> {
  await run(`ALTER TABLE "panel_case" DROP CONSTRAINT "panel_case_sealed"`);
  await run(`ALTER TABLE "panel_case" ADD CONSTRAINT "panel_case_sealed" CHECK (${check})`);
}
