import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, rewriteFunction } from '../migration-sql/rewrite-function';
import { AS_SYSTEM, IN_REGION, SYSTEM_IN_REGION } from '../migration-sql/row-rules';
import { traceWrites } from '../migration-sql/row-triggers';
import { runSql } from '../migration-sql/run-sql';

/** Who it is for, in the role for which it is. */
const OWN = `account_id = (SELECT acting_account()) AND role = (SELECT current_setting('woonplek.role', true))`;
const OWN_ROWS = `${IN_REGION} AND (${AS_SYSTEM} OR ${OWN} AND organisation_id = (SELECT acting_organisation()))`;
const OWN_CHOICE = `${IN_REGION} AND (${AS_SYSTEM} OR ${OWN})`;

const TABLES = {
  notification: {
    grants: ['SELECT, INSERT, UPDATE'],
    sees: OWN_ROWS,
    makes: SYSTEM_IN_REGION,
    changes: OWN_ROWS,
  },
  notification_mail: {
    ...{ grants: ['SELECT, INSERT, UPDATE'], sees: SYSTEM_IN_REGION },
    ...{ makes: SYSTEM_IN_REGION, changes: SYSTEM_IN_REGION },
  },
  notification_pending: { grants: ['SELECT, UPDATE, DELETE'], sees: AS_SYSTEM, makes: AS_SYSTEM, changes: AS_SYSTEM },
  notification_preference: {
    ...{ grants: ['SELECT, INSERT, UPDATE'], sees: OWN_CHOICE, makes: OWN_CHOICE, changes: OWN_CHOICE },
  },
} as const;

const REFERENCES = [
  ['notification', 'region_id', 'region'],
  ['notification', 'event_id', 'proposal_event'],
  ['notification', 'proposal_id', 'proposal'],
  ['notification', 'account_id', 'account'],
  ['notification', 'organisation_id', 'organisation'],
  ['notification', 'mail_id', 'notification_mail'],
  ['notification_mail', 'region_id', 'region'],
  ['notification_mail', 'account_id', 'account'],
  ['notification_mail', 'organisation_id', 'organisation'],
  ['notification_pending', 'event_id', 'proposal_event', 'ON DELETE CASCADE'],
  ['notification_preference', 'account_id', 'account'],
  ['notification_preference', 'region_id', 'region'],
] as const;

/** Works as its owner: who takes a step may write no row of this table. */
const WAIT = `
  CREATE FUNCTION notification_wait() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE
    acting text := coalesce(current_setting('woonplek.role', true), '');
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    INSERT INTO public.notification_pending (event_id) SELECT n.id FROM new_rows n;
    PERFORM set_config('woonplek.role', acting, true);
    RETURN NULL;
  END $$`;

/** A file takes along who was told of its steps. */
const PART_BEFORE = `(3, 'proposal_event', 'id',`;
const PARTS = `(2, 'notification', 'id', 'proposal_id IN (SELECT id FROM public.proposal WHERE household_id = $1)'),
      ${PART_BEFORE}`;

/** Who is told of a step of a proposal, the mails about it, and how each person wants them. */
export class Notifications1795312800150 implements MigrationInterface {
  readonly name = 'Notifications1795312800150';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(
      `CREATE TABLE "notification_mail" ("id" uuid NOT NULL, "region_id" text NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "organisation_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL DEFAULT 'waiting', "attempts" integer NOT NULL DEFAULT 0, "next_try_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_error" text, "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "notification_mail_attempts" CHECK ("attempts" >= 0), CONSTRAINT "notification_mail_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL)), CONSTRAINT "notification_mail_state" CHECK ("state" IN ('waiting', 'sent', 'failed', 'cancelled')), CONSTRAINT "notification_mail_role" CHECK ("role" IN ('coordinator', 'corporatie', 'aanbieder')), CONSTRAINT "notification_mail_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "notification_mail_account_id_idx" ON "notification_mail"  ("account_id") `);
    await run(
      `CREATE INDEX "notification_mail_to_send" ON "notification_mail"  ("next_try_at") WHERE "state" = 'waiting'`,
    );
    await run(
      `CREATE TABLE "notification" ("id" uuid NOT NULL, "region_id" text NOT NULL, "event_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "action" text NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "organisation_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, "by_mail" boolean NOT NULL, "mail_id" uuid, CONSTRAINT "notification_event_id_account_id_key" UNIQUE ("event_id", "account_id"), CONSTRAINT "notification_role" CHECK ("role" IN ('coordinator', 'corporatie', 'aanbieder')), CONSTRAINT "notification_pk" PRIMARY KEY ("id"))`,
    );
    await run(
      `CREATE INDEX "notification_account_id_region_id_created_at_idx" ON "notification"  ("account_id", "region_id", "created_at") `,
    );
    await run(`CREATE INDEX "notification_mail_id_idx" ON "notification"  ("mail_id") `);
    await run(`CREATE INDEX "notification_proposal_id_idx" ON "notification"  ("proposal_id") `);
    await run(
      `CREATE INDEX "notification_to_mail" ON "notification"  ("account_id") WHERE "by_mail" AND "mail_id" IS NULL AND "read_at" IS NULL`,
    );
    await run(
      `CREATE TABLE "notification_pending" ("event_id" uuid NOT NULL, CONSTRAINT "notification_pending_pk" PRIMARY KEY ("event_id"))`,
    );
    await run(
      `CREATE TABLE "notification_preference" ("account_id" uuid NOT NULL, "region_id" text NOT NULL, "role" text NOT NULL, "rhythm" text NOT NULL, "hour" integer NOT NULL, CONSTRAINT "notification_preference_hour" CHECK ("hour" BETWEEN 0 AND 23), CONSTRAINT "notification_preference_rhythm" CHECK ("rhythm" IN ('none', 'immediate', 'daily')), CONSTRAINT "notification_preference_role" CHECK ("role" IN ('coordinator', 'corporatie', 'aanbieder')), CONSTRAINT "notification_preference_pk" PRIMARY KEY ("account_id", "region_id", "role"))`,
    );
    for (const [table, ...reference] of REFERENCES) await addReferences(run, table, [reference]);
    for (const [table, guarded] of Object.entries(TABLES)) {
      await guardTable(run, table, { ...guarded, removes: AS_SYSTEM });
    }
    const told = `'account_id,region_id,role', 'hidden', '', '', 'NULL::uuid'`;
    for (const trigger of traceWrites('notification_preference', told)) await run(trigger);
    await run(WAIT);
    await run(
      `CREATE TRIGGER proposal_event_notify AFTER INSERT ON "proposal_event" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notification_wait()`,
    );
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART_BEFORE, PARTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PARTS, PART_BEFORE);
    await run(`DROP TRIGGER proposal_event_notify ON "proposal_event"`);
    await run(`DROP FUNCTION notification_wait()`);
    for (const table of ['notification_preference', 'notification_pending', 'notification', 'notification_mail']) {
      await run(`DROP TABLE "${table}"`);
    }
  }
}
