import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rent table that nobody published yet can be told from one that holds. */
export class RentTableDemonstration1795312800003 implements MigrationInterface {
  readonly name = 'RentTableDemonstration1795312800003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rent_table" ADD "demonstration" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`UPDATE "rent_table" SET "demonstration" = true WHERE "source" LIKE 'DEMONSTRATIE%'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "rent_table" DROP COLUMN "demonstration"`);
  }
}
