import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const SYSTEM = `(SELECT acts_as('systeem'))`;

/** Who sees rows, who makes them, and who changes them where the table lets anybody. */
const ROWS = {
  retention_term: {
    sees: `${IN_REGION} AND (SELECT acts_at_all())`,
    makes: `${IN_REGION} AND (SELECT acts_as('systeem', 'beheerder'))`,
    changes: `${IN_REGION} AND ${SYSTEM}`,
  },
  legal_hold: {
    sees: `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator', 'auditor', 'beheerder'))
      OR (SELECT acts_as('aanbieder')) AND (household_id IS NULL OR household_id IN (SELECT id FROM household)))`,
    makes: `${IN_REGION} AND (SELECT acts_as('systeem', 'coordinator'))`,
    changes: `${IN_REGION} AND (SELECT acts_as('systeem', 'coordinator'))`,
  },
  // The logs of all regions are one chain, so what is removed of them is everybody's.
  purge_record: {
    sees: `(region_id IS NULL OR ${IN_REGION}) AND (SELECT acts_as('systeem', 'coordinator', 'auditor', 'beheerder'))`,
    makes: `${IN_REGION} AND ${SYSTEM}`,
    changes: `${IN_REGION} AND ${SYSTEM}`,
  },
} as const;
const TABLES = Object.keys(ROWS) as (keyof typeof ROWS)[];
const APPEND_ONLY = ['retention_term', 'purge_record'] as const;

const HOLD_SHOWN =
  'id,region_id,household_id,since,until,lifted_at,lifted_by,created_at,created_by,updated_at,updated_by';
const TRACED: Readonly<Record<keyof typeof ROWS, string>> = {
  retention_term: `'id', 'hidden', '', '', 'NULL::uuid'`,
  purge_record: `'id', 'hidden', '', '', 'NULL::uuid'`,
  legal_hold: `'id', 'shown', '${HOLD_SHOWN}', '', '(r.j->>''household_id'')::uuid'`,
};
const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** What a region starts with; the same for regions that were loaded before there were terms. */
const STANDARD = `('file', 180, 'closing', 'Wmo 2015 art. 5.3.4'),
  ('number', 1, 'closing', 'AVG art. 5 lid 1 onder e; standaard van Woonplek'),
  ('safety', 12, 'closing', 'AVG art. 5 lid 1 onder e; standaard van Woonplek'),
  ('income', 12, 'closing', 'AVG art. 5 lid 1 onder e; standaard van Woonplek'),
  ('round', 84, 'round-end', 'AVG art. 5 lid 1 onder e; standaard van Woonplek'),
  ('session', 12, 'session-end', 'AVG art. 5 lid 1 onder e; standaard van Woonplek'),
  ('log', 60, 'log-row', 'Stcrt. 2019, 38007')`;

const DEFERRED = 'ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED';

/** Retention terms, legal holds and the proof of what was removed; see docs/adr/0010. */
export class Retention1795312800101 implements MigrationInterface {
  readonly name = 'Retention1795312800101';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (sql: string): Promise<unknown> => queryRunner.query(sql);
    await run(
      `CREATE TABLE "retention_term" ("id" uuid NOT NULL, "region_id" text NOT NULL, "category" text NOT NULL, "months" integer NOT NULL, "starts_at" text NOT NULL, "valid_from" date NOT NULL, "source" text NOT NULL, "reason" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid, CONSTRAINT "retention_term_region_id_category_valid_from_key" UNIQUE ("region_id", "category", "valid_from"), CONSTRAINT "retention_term_longest" CHECK ("months" <= 1200), CONSTRAINT "retention_term_minimum" CHECK ("months" >= CASE "category" WHEN 'file' THEN 180 WHEN 'log' THEN 60 ELSE 1 END), CONSTRAINT "retention_term_starts_at" CHECK ("category" || ' ' || "starts_at" IN ('file closing', 'number closing', 'safety closing', 'income closing', 'round round-end', 'session session-end', 'log log-row')), CONSTRAINT "retention_term_category" CHECK ("category" IN ('file', 'number', 'safety', 'income', 'round', 'session', 'log')), CONSTRAINT "retention_term_pk" PRIMARY KEY ("id"))`,
    );
    await run(
      `CREATE TABLE "legal_hold" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" uuid NOT NULL, "region_id" text NOT NULL, "household_id" uuid, "reason" text NOT NULL, "since" date NOT NULL, "until" date, "lifted_at" TIMESTAMP WITH TIME ZONE, "lifted_by" uuid, "lifted_note" text, CONSTRAINT "legal_hold_lifted" CHECK (("lifted_at" IS NULL) = ("lifted_by" IS NULL) AND ("lifted_at" IS NULL) = ("lifted_note" IS NULL)), CONSTRAINT "legal_hold_reason" CHECK (btrim("reason") <> ''), CONSTRAINT "legal_hold_period" CHECK ("until" >= "since"), CONSTRAINT "legal_hold_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "legal_hold_household_id_idx" ON "legal_hold" ("household_id")`);
    await run(`CREATE INDEX "legal_hold_region_id_created_at_idx" ON "legal_hold" ("region_id", "created_at")`);
    await run(
      `CREATE TABLE "purge_record" ("id" uuid NOT NULL, "region_id" text, "category" text NOT NULL, "purged_on" date NOT NULL, "term_id" uuid, "months" integer NOT NULL, "cutoff" date NOT NULL, "counts" jsonb NOT NULL, "ids_hash" text NOT NULL, "duration_ms" integer NOT NULL, "anchor_position" bigint, "anchor_hash" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "purge_record_anchor" CHECK (("category" = 'log') = ("anchor_position" IS NOT NULL) AND ("anchor_position" IS NULL) = ("anchor_hash" IS NULL)), CONSTRAINT "purge_record_amounts" CHECK ("months" > 0 AND "duration_ms" >= 0), CONSTRAINT "purge_record_ids_hash" CHECK ("ids_hash" ~ '^[0-9a-f]{64}$'), CONSTRAINT "purge_record_category" CHECK ("category" IN ('file', 'number', 'safety', 'income', 'round', 'session', 'log')), CONSTRAINT "purge_record_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "purge_record_region_id_at_idx" ON "purge_record" ("region_id", "at")`);
    for (const [table, column, target, rule = ''] of [
      ['retention_term', 'region_id', 'region'],
      ['retention_term', 'actor', 'account'],
      ['legal_hold', 'region_id', 'region'],
      ['legal_hold', 'household_id', 'household'],
      ['legal_hold', 'lifted_by', 'account'],
      ['legal_hold', 'created_by', 'account', DEFERRED],
      ['legal_hold', 'updated_by', 'account', DEFERRED],
      ['purge_record', 'region_id', 'region'],
      ['purge_record', 'term_id', 'retention_term'],
    ] as const) {
      await run(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
      );
    }
    await run(`GRANT SELECT, INSERT ON "retention_term" TO woonplek_app`);
    await run(`GRANT SELECT, INSERT, UPDATE ON "legal_hold" TO woonplek_app`);
    await run(`GRANT SELECT ON "purge_record" TO woonplek_app`);
    await run(
      `CREATE TRIGGER legal_hold_stamp BEFORE INSERT OR UPDATE ON "legal_hold" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
    );
    for (const table of APPEND_ONLY) {
      await run(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`,
      );
    }
    for (const table of TABLES) {
      await close(run, table);
      for (const [event, rows] of Object.entries(TRANSITIONS)) {
        await run(
          `CREATE TRIGGER ${table}_trace_${event} AFTER ${event} ON "${table}" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION trace_change(${TRACED[table]})`,
        );
      }
    }
    await run(
      `INSERT INTO "retention_term" ("id", "region_id", "category", "months", "starts_at", "valid_from", "source")
       SELECT gen_random_uuid(), r.id, s.category, s.months, s.starts_at, '2026-01-01', s.source
         FROM "region" r CROSS JOIN (VALUES ${STANDARD}) AS s(category, months, starts_at, source)`,
    );
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await queryRunner.query(`DROP TABLE "${table}"`);
  }
}

async function close(run: (sql: string) => Promise<unknown>, table: keyof typeof ROWS): Promise<void> {
  const { sees, makes, changes } = ROWS[table];
  await run(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  await run(`CREATE POLICY "${table}_seen" ON "${table}" FOR SELECT USING (${sees})`);
  await run(`CREATE POLICY "${table}_made" ON "${table}" FOR INSERT WITH CHECK (${makes})`);
  await run(`CREATE POLICY "${table}_changed" ON "${table}" FOR UPDATE USING (${changes}) WITH CHECK (${changes})`);
  await run(`CREATE POLICY "${table}_removed" ON "${table}" FOR DELETE USING (${IN_REGION} AND ${SYSTEM})`);
}
