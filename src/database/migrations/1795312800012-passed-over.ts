import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who could have had a home in a round and got none. */
export class PassedOver1795312800012 implements MigrationInterface {
  readonly name = 'PassedOver1795312800012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" ADD "passed_over" uuid array NOT NULL DEFAULT '{}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "passed_over"`);
  }
}
