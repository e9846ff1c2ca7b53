import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['urgency_category', 'urgency_category_period'];
const RECORDED =
  '"created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid';

/**
 * Urgency categories with the periods in which they count, in place of a text at each household. What the households of a
 * database said is kept as one open period for each category; the seed files of the region say it better.
 */
export class UrgencyCategories1795312800011 implements MigrationInterface {
  readonly name = 'UrgencyCategories1795312800011';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "urgency_category" (${RECORDED}, "id" text NOT NULL, "name" text NOT NULL, CONSTRAINT "urgency_category_pk" PRIMARY KEY ("id"))`,
    );
    await run(
      `CREATE TABLE "urgency_category_period" (${RECORDED}, "id" uuid NOT NULL, "region_id" text NOT NULL, "category_id" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "legal_duty" boolean NOT NULL, "legal_basis" text, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "urgency_category_period_region_id_category_id_valid_from_key" UNIQUE ("region_id", "category_id", "valid_from"), CONSTRAINT "urgency_category_period_duty" CHECK (NOT "legal_duty" OR "legal_basis" IS NOT NULL), CONSTRAINT "urgency_category_period_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "urgency_category_period_pk" PRIMARY KEY ("id"))`,
    );
    for (const table of TABLES) {
      for (const column of ['created_by', 'updated_by']) {
        await run(
          `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
        );
      }
      await run(`GRANT SELECT, INSERT, UPDATE, DELETE ON "${table}" TO woonplek_app`);
      await run(
        `CREATE TRIGGER ${table}_stamp BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
      );
    }
    await run(
      `ALTER TABLE "urgency_category_period" ADD CONSTRAINT "urgency_category_period_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await run(
      `ALTER TABLE "urgency_category_period" ADD CONSTRAINT "urgency_category_period_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "urgency_category"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );

    // A duty without a category must not be lost.
    await run(
      `UPDATE "household" SET "urgency_category" = 'wettelijke-plicht' WHERE "urgency_category" IS NULL AND "urgency_legal_duty"`,
    );
    await run(`
      INSERT INTO "urgency_category" ("id", "name")
      SELECT DISTINCT "urgency_category",
             upper(left("urgency_category", 1)) || replace(substr("urgency_category", 2), '-', ' ')
        FROM "household" WHERE "urgency_category" IS NOT NULL`);
    await run(`
      INSERT INTO "urgency_category_period"
             ("id", "region_id", "category_id", "valid_from", "legal_duty", "legal_basis", "source", "demonstration")
      SELECT gen_random_uuid(), "region_id", "urgency_category", min("waiting_since"), bool_or("urgency_legal_duty"),
             coalesce(max("urgency_legal_basis") FILTER (WHERE "urgency_legal_duty"), max("urgency_legal_basis")),
             'Overgenomen van de cliënten in deze categorie.', bool_and("demonstration")
        FROM "household" WHERE "urgency_category" IS NOT NULL GROUP BY "region_id", "urgency_category"`);
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);

    await run(`ALTER TABLE "household" RENAME COLUMN "urgency_category" TO "urgency_category_id"`);
    await run(`ALTER TABLE "household" DROP CONSTRAINT "household_urgency_legal_basis"`);
    await run(`ALTER TABLE "household" DROP COLUMN "urgency_legal_duty", DROP COLUMN "urgency_legal_basis"`);
    await run(`CREATE INDEX "household_urgency_category_id_idx" ON "household" ("urgency_category_id")`);
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_urgency_category_id_fk" FOREIGN KEY ("urgency_category_id") REFERENCES "urgency_category"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(`ALTER TABLE "household" DROP CONSTRAINT "household_urgency_category_id_fk"`);
    await run(`DROP INDEX "household_urgency_category_id_idx"`);
    await run(`ALTER TABLE "household" RENAME COLUMN "urgency_category_id" TO "urgency_category"`);
    await run(
      `ALTER TABLE "household" ADD "urgency_legal_duty" boolean NOT NULL DEFAULT false, ADD "urgency_legal_basis" text`,
    );
    await run(`
      UPDATE "household" SET "urgency_legal_duty" = p."legal_duty", "urgency_legal_basis" = p."legal_basis"
        FROM "urgency_category_period" p
       WHERE p."region_id" = "household"."region_id" AND p."category_id" = "household"."urgency_category"
         AND p."valid_from" <= current_date AND coalesce(p."valid_to", current_date) >= current_date`);
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_urgency_legal_basis" CHECK (NOT "urgency_legal_duty" OR "urgency_legal_basis" IS NOT NULL)`,
    );
    for (const table of [...TABLES].reverse()) await run(`DROP TABLE "${table}"`);
  }
}
