import type { MigrationInterface, QueryRunner } from 'typeorm';

const MADE_ONCE = `
  CREATE FUNCTION refuse_other_origin() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'where a proposal comes from is never changed' USING ERRCODE = 'restrict_violation';
  END $$`;

/** Proposals that a person makes by hand, with the reason. A household can have one beside that of the round it departs from. */
export class ManualMatch1795312800181 implements MigrationInterface {
  readonly name = 'ManualMatch1795312800181';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`ALTER TABLE "proposal" ADD "made_reason" text`);
    await run(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_run_id_household_id_key"`);
    await run(
      `CREATE UNIQUE INDEX "proposal_once_per_round" ON "proposal"  ("run_id", "household_id") WHERE "origin" <> 'manual'`,
    );
    await run(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_origin"`);
    await run(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_origin" CHECK ("origin" IN ('round', 'reserve', 'manual'))`,
    );
    await run(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_made_by_hand" CHECK (("origin" = 'manual') = ("made_reason" IS NOT NULL))`,
    );
    await run(MADE_ONCE);
    await run(
      `CREATE TRIGGER proposal_made_once BEFORE UPDATE OF "origin", "made_reason" ON "proposal" FOR EACH ROW
       WHEN ((OLD."origin", OLD."made_reason") IS DISTINCT FROM (NEW."origin", NEW."made_reason"))
       EXECUTE FUNCTION refuse_other_origin()`,
    );
  }

  /** What was made by hand becomes one of its round. Fails where the household has another one there: the older schema knows no two. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`DROP TRIGGER proposal_made_once ON "proposal"`);
    await run(`DROP FUNCTION refuse_other_origin()`);
    await run(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_made_by_hand"`);
    await run(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_origin"`);
    await run(`UPDATE "proposal" SET "origin" = 'round' WHERE "origin" = 'manual'`);
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    await run(`ALTER TABLE "proposal" ADD CONSTRAINT "proposal_origin" CHECK ("origin" IN ('round', 'reserve'))`);
    await run(`DROP INDEX "proposal_once_per_round"`);
    await run(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_run_id_household_id_key" UNIQUE ("run_id", "household_id")`,
    );
    await run(`ALTER TABLE "proposal" DROP COLUMN "made_reason"`);
  }
}
