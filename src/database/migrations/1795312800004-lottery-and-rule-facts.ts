import type { MigrationInterface, QueryRunner } from 'typeorm';

const WITH_FACTS = ['region', 'organisation', 'wijk', 'complex', 'unit', 'household'];

/** The draw of each round, committed before its intake; and the facts that only some rules ask for. */
export class LotteryAndRuleFacts1795312800004 implements MigrationInterface {
  readonly name = 'LotteryAndRuleFacts1795312800004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of WITH_FACTS) {
      await queryRunner.query(`ALTER TABLE "${table}" ADD "facts" jsonb NOT NULL DEFAULT '{}'`);
    }
    await queryRunner.query(`ALTER TABLE "rent_table" ADD "income_limit_one_person_cents" integer`);
    await queryRunner.query(`ALTER TABLE "rent_table" ADD "income_limit_more_persons_cents" integer`);
    await queryRunner.query(`ALTER TABLE "match_run" ADD "lottery_draw_id" uuid`);
    await queryRunner.query(
      `CREATE TABLE "lottery_draw" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" uuid NOT NULL, "region_id" text NOT NULL, "seed" text NOT NULL, "seed_commitment" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "spent" boolean NOT NULL DEFAULT false, CONSTRAINT "lottery_draw_commitment" CHECK ("seed_commitment" = encode(sha256(convert_to("seed", 'UTF8')), 'hex')), CONSTRAINT "lottery_draw_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "lottery_draw_open" ON "lottery_draw"  ("region_id") WHERE NOT "spent"`,
    );
    await queryRunner.query(
      `CREATE INDEX "lottery_draw_region_id_opened_at_idx" ON "lottery_draw"  ("region_id", "opened_at") `,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_lottery_draw_id_key" UNIQUE ("lottery_draw_id")`,
    );
    await queryRunner.query(
      `ALTER TABLE "lottery_draw" ADD CONSTRAINT "lottery_draw_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "lottery_draw" ADD CONSTRAINT "lottery_draw_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "lottery_draw" ADD CONSTRAINT "lottery_draw_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_lottery_draw_id_fk" FOREIGN KEY ("lottery_draw_id") REFERENCES "lottery_draw"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON "lottery_draw" TO woonplek_app`);
    await queryRunner.query(`
      CREATE TRIGGER lottery_draw_stamp BEFORE INSERT OR UPDATE ON "lottery_draw"
      FOR EACH ROW EXECUTE FUNCTION stamp_actor()`);
    await queryRunner.query(`
      INSERT INTO "lottery_draw" ("id", "region_id", "seed", "seed_commitment")
      SELECT gen_random_uuid(), id, seed, encode(sha256(convert_to(seed, 'UTF8')), 'hex')
        FROM (SELECT id, replace(gen_random_uuid()::text, '-', '') AS seed FROM "region") AS drawn`);
    // Later statements of the same transaction may change these tables only when nothing waits to be checked.
    await queryRunner.query(`SET CONSTRAINTS ALL IMMEDIATE`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "lottery_draw_id"`);
    await queryRunner.query(`DROP TABLE "lottery_draw"`);
    await queryRunner.query(`ALTER TABLE "rent_table" DROP COLUMN "income_limit_more_persons_cents"`);
    await queryRunner.query(`ALTER TABLE "rent_table" DROP COLUMN "income_limit_one_person_cents"`);
    for (const table of WITH_FACTS) await queryRunner.query(`ALTER TABLE "${table}" DROP COLUMN "facts"`);
  }
}
