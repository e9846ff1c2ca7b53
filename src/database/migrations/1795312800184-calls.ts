import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addReferences, CASCADE, NO_ACTION } from '../migration-sql/references';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const ROLES_BEFORE = `'coordinator', 'corporatie', 'aanbieder'`;
const ROLES = `${ROLES_BEFORE}, 'gemeente', 'veldtafel'`;

/** People are also told of warm handovers and meetings that ask something of them. */
export class Calls1795312800184 implements MigrationInterface {
  readonly name = 'Calls1795312800184';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(
      `ALTER TABLE "notification" ADD "handover_id" uuid, ADD "meeting_id" uuid, ALTER "event_id" DROP NOT NULL, ALTER "proposal_id" DROP NOT NULL`,
    );
    for (const [name, check] of [
      ['subject', `num_nonnulls("proposal_id", "handover_id", "meeting_id") = 1`],
      ['event', `("event_id" IS NULL) = ("proposal_id" IS NULL)`],
    ]) {
      await run(`ALTER TABLE "notification" ADD CONSTRAINT "notification_${name}" CHECK (${check})`);
    }
    await addReferences(run, 'notification', [
      ['handover_id', 'warm_handover', CASCADE],
      ['meeting_id', 'panel_meeting', NO_ACTION],
    ]);
    for (const column of ['handover_id', 'meeting_id']) {
      await run(`CREATE INDEX "notification_${column}_idx" ON "notification"  ("${column}") `);
    }
    await allow(run, ROLES);
  }

  /** Who was called, and the mails to who is told of nothing else, are forgotten. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(`DELETE FROM "notification" WHERE "proposal_id" IS NULL`);
    await run(`DELETE FROM "notification_mail" WHERE "role" NOT IN (${ROLES_BEFORE})`);
    await allow(run, ROLES_BEFORE);
    await run(`ALTER TABLE "notification" DROP COLUMN "handover_id" CASCADE, DROP COLUMN "meeting_id" CASCADE`);
    await run(`ALTER TABLE "notification" DROP CONSTRAINT "notification_event"`);
    await run(`ALTER TABLE "notification" ALTER "event_id" SET NOT NULL, ALTER "proposal_id" SET NOT NULL`);
  }
}

async function allow(run: RunSql, roles: string): Promise<void> {
  for (const table of ['notification', 'notification_mail']) {
    await run(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_role"`);
    await run(`ALTER TABLE "${table}" ADD CONSTRAINT "${table}_role" CHECK ("role" IN (${roles}))`);
  }
}
