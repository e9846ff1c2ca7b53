import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `(SELECT acts_as('systeem'))`;
const OWN_CLIENT = `(SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation())`;
/** Each role keeps its own contact person; both see that of the other. */
const KEEPERS = `${IN_REGION} AND (${SYSTEM} OR role = 'coordinator' AND (SELECT acts_as('coordinator'))
  OR role = 'aanbieder' AND ${OWN_CLIENT})`;
const RULES = {
  seen: `FOR SELECT USING (${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator')) OR ${OWN_CLIENT}))`,
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
  ['household_id', 'household', 'ON DELETE CASCADE ON UPDATE NO ACTION'],
  ['account_id', 'account', NO_ACTION],
  ['ended_by', 'account', NO_ACTION],
] as const;

const SHOWN =
  'id,region_id,owner_organisation_id,household_id,account_id,role,since,ended_at,ended_by,created_at,created_by,updated_at,updated_by';
const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** Before the file itself, in the list of what goes with a file. */
const FILE_ITSELF = `(13, 'household', 'id', 'id = $1')`;
const CONTACTS = `(12, 'household_contact', 'id', 'household_id = $1'),\n      `;

const SEALED = `"asked" LIKE 's1:%' AND "extension_reason" LIKE 's1:%' AND "answer" LIKE 's1:%'`;

/**
 * Contact persons of clients, a successor for who gives up a role, and the end of the pause after an objection. A contact can
 * only be ended: nobody rewrites who it was.
 */
export class Contacts1795312800110 implements MigrationInterface {
  readonly name = 'Contacts1795312800110';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "household_contact" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "account_id" uuid NOT NULL, "role" text NOT NULL, "since" date NOT NULL, "note" text, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "household_contact_sealed" CHECK ("note" LIKE 's1:%'), CONSTRAINT "household_contact_ended" CHECK ("ended_at" IS NOT NULL OR "ended_by" IS NULL), CONSTRAINT "household_contact_role" CHECK ("role" IN ('coordinator', 'aanbieder')), CONSTRAINT "household_contact_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "household_contact_household_id_idx" ON "household_contact"  ("household_id") `);
    await run(`CREATE INDEX "household_contact_account_id_idx" ON "household_contact"  ("account_id") `);
    await run(
      `CREATE UNIQUE INDEX "household_contact_once" ON "household_contact"  ("household_id", "role") WHERE "ended_at" IS NULL`,
    );
    for (const [column, target, rule] of REFERENCES) {
      await run(
        `ALTER TABLE "household_contact" ADD CONSTRAINT "household_contact_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
      );
    }
    await run(`GRANT SELECT, INSERT ON "household_contact" TO woonplek_app`);
    await run(
      `GRANT UPDATE ("ended_at", "ended_by", "updated_at", "updated_by") ON "household_contact" TO woonplek_app`,
    );
    await run(
      `CREATE TRIGGER household_contact_stamp BEFORE INSERT OR UPDATE ON "household_contact" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
    );
    for (const [event, rows] of Object.entries(TRANSITIONS)) {
      await run(
        `CREATE TRIGGER household_contact_trace_${event} AFTER ${event} ON "household_contact" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION trace_change('id', 'shown', '${SHOWN}', '', '(r.j->>''household_id'')::uuid')`,
      );
    }
    await run(`ALTER TABLE "household_contact" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    for (const [name, rule] of Object.entries(RULES)) {
      await run(`CREATE POLICY "household_contact_${name}" ON "household_contact" ${rule}`);
    }
    await purgeHousehold(queryRunner, FILE_ITSELF, CONTACTS + FILE_ITSELF);
    await run(`ALTER TABLE "role_assignment" ADD "successor_id" uuid`);
    await run(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_successor" CHECK ("successor_id" <> "account_id")`,
    );
    await run(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_successor_id_fk" FOREIGN KEY ("successor_id") REFERENCES "account"("id") ${NO_ACTION}`,
    );
    await run(`ALTER TABLE "client_request" ADD "resumed_on" date, ADD "resumption_note" text`);
    await run(
      `ALTER TABLE "client_request" ADD CONSTRAINT "client_request_resumed" CHECK (("resumed_on" IS NULL) = ("resumption_note" IS NULL) AND ("resumed_on" IS NULL OR "kind" = 'objection' AND "state" = 'ingewilligd'))`,
    );
    await sealRequests(run, `${SEALED} AND "resumption_note" LIKE 's1:%'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await sealRequests(run, SEALED);
    await run(`ALTER TABLE "client_request" DROP CONSTRAINT "client_request_resumed"`);
    await run(`ALTER TABLE "client_request" DROP COLUMN "resumption_note", DROP COLUMN "resumed_on"`);
    await run(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_successor_id_fk"`);
    await run(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_successor"`);
    await run(`ALTER TABLE "role_assignment" DROP COLUMN "successor_id"`);
    await purgeHousehold(queryRunner, CONTACTS + FILE_ITSELF, FILE_ITSELF);
    await run(`DROP TABLE "household_contact"`);
  }
}

/** Changes the list in the function as it stands, which other releases of the schema may have added to. */
async function purgeHousehold(queryRunner: QueryRunner, from: string, to: string): Promise<void> {
  const found = (await queryRunner.query(
    `SELECT pg_get_functiondef('purge_household(uuid, text, date, text, text)'::regprocedure) AS sql`,
  )) as readonly { sql: string }[];
  const sql = found[0]?.sql ?? '';
  if (!sql.includes(from)) throw new Error('purge_household does not list what goes with a file as expected');
  await queryRunner.query(sql.replace(from, () => to));
}

async function sealRequests(run: (sql: string) => Promise<unknown>, check: string): Promise<void> {
  await run(`ALTER TABLE "client_request" DROP CONSTRAINT "client_request_sealed"`);
  await run(`ALTER TABLE "client_request" ADD CONSTRAINT "client_request_sealed" CHECK (${check})`);
}
