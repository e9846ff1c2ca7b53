import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A burgerservicenummer is for the aanbieder whose client it is of, and for no other role of people. */
const SEEN = `((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))
  AND ((SELECT acts_as('systeem')) OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation()))`;
const TABLE = '"household_member_bsn"';
const POLICIES = {
  seen: `FOR SELECT USING (${SEEN})`,
  made: `FOR INSERT WITH CHECK (${SEEN})`,
  changed: `FOR UPDATE USING (${SEEN}) WITH CHECK (${SEEN})`,
  removed: `FOR DELETE USING (${SEEN})`,
};

export class RowsOfNumbers1795312800060 implements MigrationInterface {
  readonly name = 'RowsOfNumbers1795312800060';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE ${TABLE} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    for (const [name, rule] of Object.entries(POLICIES)) {
      await queryRunner.query(`CREATE POLICY "household_member_bsn_${name}" ON ${TABLE} ${rule}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(POLICIES)) {
      await queryRunner.query(`DROP POLICY "household_member_bsn_${name}" ON ${TABLE}`);
    }
    await queryRunner.query(`ALTER TABLE ${TABLE} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`);
  }
}
