import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the levels of a round would reach without tolerances, so that a tolerance shows what it bought. */
export class StrictValues1795312800005 implements MigrationInterface {
  readonly name = 'StrictValues1795312800005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" ADD "strict_values" jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "strict_values"`);
  }
}
