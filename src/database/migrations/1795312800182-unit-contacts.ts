import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED } from '../migration-sql/columns';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, NO_ACTION, RECORDED_BY, type Reference } from '../migration-sql/references';
import { AS_SYSTEM, IN_REGION } from '../migration-sql/row-rules';
import { stampActor, TRACE_HIDDEN } from '../migration-sql/row-triggers';
import { runSql } from '../migration-sql/run-sql';

const OWN_HOME = `(SELECT acts_as('corporatie')) AND owner_organisation_id = (SELECT acting_organisation())`;
const KEEPERS = `${IN_REGION} AND (${AS_SYSTEM} OR ${OWN_HOME})`;
const SEEN = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator')) OR ${OWN_HOME})`;

const REFERENCES: readonly Reference[] = [
  ...RECORDED_BY,
  ['region_id', 'region', NO_ACTION],
  ['owner_organisation_id', 'organisation', NO_ACTION],
  ['unit_id', 'unit', NO_ACTION],
  ['account_id', 'account', NO_ACTION],
  ['ended_by', 'account', NO_ACTION],
];

/** Contact persons at the corporatie, for its homes. A contact can only be ended: nobody rewrites who it was. */
export class UnitContacts1795312800182 implements MigrationInterface {
  readonly name = 'UnitContacts1795312800182';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(
      `CREATE TABLE "unit_contact" (${RECORDED}, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "unit_id" uuid NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "since" date NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "unit_contact_ended" CHECK ("ended_at" IS NOT NULL OR "ended_by" IS NULL), CONSTRAINT "unit_contact_role" CHECK ("role" IN ('corporatie')), CONSTRAINT "unit_contact_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "unit_contact_account_id_idx" ON "unit_contact"  ("account_id") `);
    await run(`CREATE UNIQUE INDEX "unit_contact_once" ON "unit_contact"  ("unit_id") WHERE "ended_at" IS NULL`);
    await addReferences(run, 'unit_contact', REFERENCES);
    await guardTable(run, 'unit_contact', {
      grants: ['SELECT, INSERT', 'UPDATE ("ended_at", "ended_by", "updated_at", "updated_by")'],
      triggers: [stampActor('unit_contact')],
      traced: TRACE_HIDDEN,
      sees: SEEN,
      makes: KEEPERS,
      changes: KEEPERS,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "unit_contact"`);
  }
}
