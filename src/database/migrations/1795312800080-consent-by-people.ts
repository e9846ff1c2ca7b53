import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `${IN_REGION} AND (SELECT acts_as('systeem'))`;
const KEEPERS = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation()))`;

/** Who brings a client in, or coordinates for them, records that consent was given or withdrawn. */
export class ConsentByPeople1795312800080 implements MigrationInterface {
  readonly name = 'ConsentByPeople1795312800080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await open(queryRunner, KEEPERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await open(queryRunner, SYSTEM);
  }
}

async function open(queryRunner: QueryRunner, whom: string): Promise<void> {
  await queryRunner.query(`ALTER POLICY "household_consent_made" ON "household_consent" WITH CHECK (${whom})`);
  await queryRunner.query(
    `ALTER POLICY "household_consent_changed" ON "household_consent" USING (${whom}) WITH CHECK (${whom})`,
  );
}
