import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `${IN_REGION} AND (SELECT acts_as('systeem'))`;
const KEEPERS = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation()))`;
const TODAY = `(now() AT TIME ZONE 'Europe/Amsterdam')::date`;

/** A file is closed on a day and for a reason, by who keeps it. The files of a round can be gone. */
export class Closing1795312800100 implements MigrationInterface {
  readonly name = 'Closing1795312800100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `ALTER TABLE "household" ADD "closed_on" date, ADD "closing_reason" text, ADD "status_note" text, ADD "safety_cleared_on" date`,
    );
    // When these were closed nobody wrote down. The last change cannot be before it, so nothing is kept too short.
    await run(`ALTER TABLE "household" DISABLE TRIGGER USER`);
    await run(
      `UPDATE "household" SET "closed_on" = least(("updated_at" AT TIME ZONE 'Europe/Amsterdam')::date, ${TODAY}), "closing_reason" = 'not-recorded' WHERE "status" = 'closed'`,
    );
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    await run(`ALTER TABLE "household" ENABLE TRIGGER USER`);
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_closed" CHECK (("status" = 'closed') = ("closed_on" IS NOT NULL) AND ("closed_on" IS NULL) = ("closing_reason" IS NULL))`,
    );
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_closing_reason" CHECK ("closing_reason" IN ('own-move', 'housed', 'deceased', 'left', 'unreachable', 'transferred', 'own-request', 'not-recorded'))`,
    );
    await changedBy(run, KEEPERS);
    await run(`ALTER TABLE "match_run" ADD "purged_at" TIMESTAMP WITH TIME ZONE`);
    await run(`ALTER TABLE "match_run" ALTER COLUMN "snapshot" DROP NOT NULL`);
    await run(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_purged" CHECK (("purged_at" IS NULL) = ("snapshot" IS NOT NULL))`,
    );
  }

  /** Refused by the database where files of a round are gone: they cannot come back. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_purged"`);
    await run(`ALTER TABLE "match_run" ALTER COLUMN "snapshot" SET NOT NULL`);
    await run(`ALTER TABLE "match_run" DROP COLUMN "purged_at"`);
    await changedBy(run, SYSTEM);
    await run(`ALTER TABLE "household" DROP CONSTRAINT "household_closing_reason"`);
    await run(`ALTER TABLE "household" DROP CONSTRAINT "household_closed"`);
    for (const column of ['safety_cleared_on', 'status_note', 'closing_reason', 'closed_on']) {
      await run(`ALTER TABLE "household" DROP COLUMN "${column}"`);
    }
  }
}

async function changedBy(run: (sql: string) => Promise<unknown>, whom: string): Promise<void> {
  await run(`ALTER POLICY "household_changed" ON "household" USING (${whom}) WITH CHECK (${whom})`);
}
