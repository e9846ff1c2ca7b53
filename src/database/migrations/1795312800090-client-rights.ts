import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `${IN_REGION} AND (SELECT acts_as('systeem'))`;
/** Who brings a client in, or coordinates for them. */
const KEEPERS = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = (SELECT acting_organisation()))`;
const RULES = {
  seen: `FOR SELECT USING (${KEEPERS})`,
  made: `FOR INSERT WITH CHECK (${KEEPERS})`,
  changed: `FOR UPDATE USING (${KEEPERS}) WITH CHECK (${KEEPERS})`,
  removed: `FOR DELETE USING (${SYSTEM})`,
};

const STAMPS = ['created_at', 'created_by', 'updated_at', 'updated_by'];
const OWN = ['id', 'region_id', 'owner_organisation_id', 'household_id', ...STAMPS];
const TABLES = {
  client_request: [
    ...[...OWN, 'kind', 'received_on', 'due_on', 'asks_restriction', 'extended_on', 'state', 'decided_by'],
    ...['decided_at', 'version'],
  ],
  household_restriction: [...OWN, 'request_id', 'ground', 'since', 'ended_at', 'ended_by', 'told_on'],
  household_correction: [...OWN, 'request_id', 'changed'],
} as const;
const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

const RECORDED = `"created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL`;
const DEFERRED = 'ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED';
const CASCADE = 'ON DELETE CASCADE ON UPDATE NO ACTION';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';

/** Requests of clients about their data, restriction of processing, and correction of a file by people. Nobody changes why a file was corrected. */
export class ClientRights1795312800090 implements MigrationInterface {
  readonly name = 'ClientRights1795312800090';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "client_request" (${RECORDED}, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "kind" text NOT NULL, "received_on" date NOT NULL, "due_on" date NOT NULL, "asked" text NOT NULL, "asks_restriction" boolean NOT NULL DEFAULT false, "extended_on" date, "extension_reason" text, "state" text NOT NULL DEFAULT 'open', "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "answer" text, "version" integer NOT NULL, CONSTRAINT "client_request_decided" CHECK (("state" = 'open') = ("decided_at" IS NULL)), CONSTRAINT "client_request_extended" CHECK (("extended_on" IS NULL) = ("extension_reason" IS NULL)), CONSTRAINT "client_request_due" CHECK ("due_on" > "received_on"), CONSTRAINT "client_request_sealed" CHECK ("asked" LIKE 's1:%' AND "extension_reason" LIKE 's1:%' AND "answer" LIKE 's1:%'), CONSTRAINT "client_request_state" CHECK ("state" IN ('open', 'ingewilligd', 'afgewezen', 'ingetrokken')), CONSTRAINT "client_request_kind" CHECK ("kind" IN ('access', 'correction', 'objection', 'restriction')), CONSTRAINT "client_request_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "client_request_household_id_idx" ON "client_request"  ("household_id") `);
    await run(
      `CREATE INDEX "client_request_region_id_state_due_on_idx" ON "client_request"  ("region_id", "state", "due_on") `,
    );
    await run(
      `CREATE TABLE "household_restriction" (${RECORDED}, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "request_id" uuid, "ground" text NOT NULL, "since" date NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, "ended_note" text, "told_on" date, CONSTRAINT "household_restriction_told" CHECK ("told_on" >= "since"), CONSTRAINT "household_restriction_ended" CHECK (("ended_at" IS NULL) = ("ended_note" IS NULL)), CONSTRAINT "household_restriction_sealed" CHECK ("ended_note" LIKE 's1:%'), CONSTRAINT "household_restriction_ground" CHECK ("ground" IN ('contested', 'unlawful', 'legal-claim', 'objection')), CONSTRAINT "household_restriction_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "household_restriction_household_id_idx" ON "household_restriction"  ("household_id") `);
    await run(
      `CREATE UNIQUE INDEX "household_restriction_once" ON "household_restriction"  ("request_id") WHERE "ended_at" IS NULL`,
    );
    await run(
      `CREATE TABLE "household_correction" (${RECORDED}, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "request_id" uuid, "reason" text NOT NULL, "changed" text array NOT NULL, CONSTRAINT "household_correction_sealed" CHECK ("reason" LIKE 's1:%'), CONSTRAINT "household_correction_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "household_correction_household_id_idx" ON "household_correction"  ("household_id") `);
    await refer(run, 'client_request', ['decided_by', 'account', NO_ACTION]);
    await refer(run, 'household_restriction', ['ended_by', 'account', NO_ACTION], OF_REQUEST);
    await refer(run, 'household_correction', OF_REQUEST);
    for (const [table, shown] of Object.entries(TABLES)) await guard(run, table, shown);
    for (const table of ['household', 'household_member']) {
      await run(`ALTER POLICY "${table}_changed" ON "${table}" USING (${KEEPERS}) WITH CHECK (${KEEPERS})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['household', 'household_member']) {
      await queryRunner.query(`ALTER POLICY "${table}_changed" ON "${table}" USING (${SYSTEM}) WITH CHECK (${SYSTEM})`);
    }
    await queryRunner.query(`DROP TABLE "household_correction"`);
    await queryRunner.query(`DROP TABLE "household_restriction"`);
    await queryRunner.query(`DROP TABLE "client_request"`);
  }
}

type Run = (sql: string) => Promise<unknown>;
type Reference = readonly [column: string, target: string, rule: string];
const OF_REQUEST: Reference = ['request_id', 'client_request', CASCADE];

/** The references of every row about a household, and others. */
async function refer(run: Run, table: string, ...others: readonly Reference[]): Promise<void> {
  const references: readonly Reference[] = [
    ['created_by', 'account', DEFERRED],
    ['updated_by', 'account', DEFERRED],
    ['region_id', 'region', NO_ACTION],
    ['owner_organisation_id', 'organisation', NO_ACTION],
    ['household_id', 'household', CASCADE],
    ...others,
  ];
  for (const [column, target, rule] of references) {
    await run(
      `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
    );
  }
}

/** The stamp of who acts, the trace of each write, and who sees and makes rows. Nobody but the system removes one. */
async function guard(run: Run, table: string, shown: readonly string[]): Promise<void> {
  await run(
    `GRANT SELECT, INSERT, ${table === 'household_correction' ? '' : 'UPDATE, '}DELETE ON "${table}" TO woonplek_app`,
  );
  await run(
    `CREATE TRIGGER ${table}_stamp BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
  );
  for (const [event, rows] of Object.entries(TRANSITIONS)) {
    await run(`
      CREATE TRIGGER ${table}_trace_${event} AFTER ${event} ON "${table}" REFERENCING ${rows} FOR EACH STATEMENT
      EXECUTE FUNCTION trace_change('id', 'shown', '${shown.join(',')}', '', '(r.j->>''household_id'')::uuid')`);
  }
  await run(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  for (const [name, rule] of Object.entries(RULES)) await run(`CREATE POLICY "${table}_${name}" ON "${table}" ${rule}`);
}
