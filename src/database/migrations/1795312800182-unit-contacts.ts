import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `(SELECT acts_as('systeem'))`;
const OWN_HOME = `(SELECT acts_as('corporatie')) AND owner_organisation_id = (SELECT acting_organisation())`;
const KEEPERS = `${IN_REGION} AND (${SYSTEM} OR ${OWN_HOME})`;
const RULES = {
  seen: `FOR SELECT USING (${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator')) OR ${OWN_HOME}))`,
  made: `FOR INSERT WITH CHECK (${KEEPERS})`,
  changed: `FOR UPDATE USING (${KEEPERS}) WITH CHECK (${KEEPERS})`,
  removed: `FOR DELETE USING (${IN_REGION} AND ${SYSTEM})`,
};

const DEFERRED = 'ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';
const REFERENCES = [
  ['created_by', 'account', DEFERRED],
  ['updated_by', 'account', DEFERRED],
  ['region_id', 'region', NO_ACTION],
  ['owner_organisation_id', 'organisation', NO_ACTION],
  ['unit_id', 'unit', NO_ACTION],
  ['account_id', 'account', NO_ACTION],
  ['ended_by', 'account', NO_ACTION],
] as const;

const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** Contact persons at the corporatie, for its homes. A contact can only be ended: nobody rewrites who it was. */
export class UnitContacts1795312800182 implements MigrationInterface {
  readonly name = 'UnitContacts1795312800182';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "unit_contact" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "unit_id" uuid NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "since" date NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "unit_contact_ended" CHECK ("ended_at" IS NOT NULL OR "ended_by" IS NULL), CONSTRAINT "unit_contact_role" CHECK ("role" IN ('corporatie')), CONSTRAINT "unit_contact_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "unit_contact_account_id_idx" ON "unit_contact"  ("account_id") `);
    await run(`CREATE UNIQUE INDEX "unit_contact_once" ON "unit_contact"  ("unit_id") WHERE "ended_at" IS NULL`);
    for (const [column, target, rule] of REFERENCES) {
      await run(
        `ALTER TABLE "unit_contact" ADD CONSTRAINT "unit_contact_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
      );
    }
    await run(`GRANT SELECT, INSERT ON "unit_contact" TO woonplek_app`);
    await run(`GRANT UPDATE ("ended_at", "ended_by", "updated_at", "updated_by") ON "unit_contact" TO woonplek_app`);
    await run(
      `CREATE TRIGGER unit_contact_stamp BEFORE INSERT OR UPDATE ON "unit_contact" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
    );
    for (const [event, rows] of Object.entries(TRANSITIONS)) {
      await run(
        `CREATE TRIGGER unit_contact_trace_${event} AFTER ${event} ON "unit_contact" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION trace_change('id', 'hidden', '', '', 'NULL::uuid')`,
      );
    }
    await run(`ALTER TABLE "unit_contact" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    for (const [name, rule] of Object.entries(RULES)) {
      await run(`CREATE POLICY "unit_contact_${name}" ON "unit_contact" ${rule}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "unit_contact"`);
  }
}
