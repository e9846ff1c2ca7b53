import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person should know about a round, such as an agreement that nobody wrote down. */
export class RunWarnings1795312800002 implements MigrationInterface {
  readonly name = 'RunWarnings1795312800002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" ADD "warnings" jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "warnings"`);
  }
}
