import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'household_member_bsn';
const SHOWN = [
  ...['member_id', 'household_id', 'region_id', 'owner_organisation_id'],
  ...['created_at', 'created_by', 'updated_at', 'updated_by'],
];
const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** Also who records or removes a burgerservicenummer leaves a trace, without the number. */
export class BsnTraces1795312800070 implements MigrationInterface {
  readonly name = 'BsnTraces1795312800070';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [event, rows] of Object.entries(TRANSITIONS)) {
      await queryRunner.query(`
        CREATE TRIGGER ${TABLE}_trace_${event} AFTER ${event} ON "${TABLE}" REFERENCING ${rows} FOR EACH STATEMENT
        EXECUTE FUNCTION trace_change('member_id', 'shown', '${SHOWN.join(',')}', '', '(r.j->>''household_id'')::uuid')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const event of Object.keys(TRANSITIONS)) {
      await queryRunner.query(`DROP TRIGGER ${TABLE}_trace_${event} ON "${TABLE}"`);
    }
  }
}
