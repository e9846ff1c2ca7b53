import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The receipt of each round, and what was found about small changes of its plan. Nobody changes or removes them. */
export class RunProofs1795312800010 implements MigrationInterface {
  readonly name = 'RunProofs1795312800010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "run_proof" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "run_id" uuid NOT NULL, "receipt" bytea NOT NULL, "swaps" jsonb NOT NULL, CONSTRAINT "run_proof_pk" PRIMARY KEY ("run_id"))`,
    );
    for (const [column, table] of [
      ['created_by', 'account'],
      ['updated_by', 'account'],
      ['region_id', 'region'],
      ['owner_organisation_id', 'organisation'],
      ['run_id', 'match_run'],
    ]) {
      const deferred = table === 'account' ? ' DEFERRABLE INITIALLY DEFERRED' : '';
      await queryRunner.query(
        `ALTER TABLE "run_proof" ADD CONSTRAINT "run_proof_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${table}"("id") ON DELETE NO ACTION ON UPDATE NO ACTION${deferred}`,
      );
    }
    await queryRunner.query(`GRANT SELECT, INSERT ON "run_proof" TO woonplek_app`);
    await queryRunner.query(`
      CREATE TRIGGER run_proof_stamp BEFORE INSERT OR UPDATE ON "run_proof"
      FOR EACH ROW EXECUTE FUNCTION stamp_actor()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "run_proof"`);
  }
}
