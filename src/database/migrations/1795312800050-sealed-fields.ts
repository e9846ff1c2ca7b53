import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fieldKeys } from '../sealing/key-ring';
import { isSealed, open, seal } from '../sealing/sealed-text';

interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** What it was before, and how that is written as JSON and read from it. */
  readonly type: string;
  readonly asJson: string;
  readonly fromJson: string;
  readonly fallback: string | null;
}

const list = { type: 'text[]', fallback: `'{}'`, asJson: 'array_to_json(%)::text' };
const text = { type: 'text', fallback: null, asJson: 'to_json(%)::text', fromJson: `(%::json#>>'{}')` };
const COLUMNS: readonly SealedColumn[] = [
  ...['gemeente_ids', 'wijk_ids'].map((column) => ({
    ...{ table: 'household_exclusion_area', column, ...list },
    fromJson: 'ARRAY(SELECT json_array_elements_text(%::json))',
  })),
  { table: 'household_member', column: 'given_name', ...text },
  { table: 'household_member', column: 'family_name', ...text },
  {
    ...{ table: 'household', column: 'herkomst_waived', type: 'boolean', fallback: 'false' },
    ...{ asJson: '%::text', fromJson: '%::boolean' },
  },
  {
    ...{ table: 'household', column: 'facts', type: 'jsonb', fallback: `'{}'` },
    ...{ asJson: '%::text', fromJson: '%::jsonb' },
  },
  { table: 'match_run', column: 'snapshot', ...text },
];
const TABLES = [...new Set(COLUMNS.map(({ table }) => table))];
const BATCH = 500;

/** What could hurt people is sealed in the database, with a key that is not in it. The day of a round gets a column of its own. */
export class SealedFields1795312800050 implements MigrationInterface {
  readonly name = 'SealedFields1795312800050';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = (statement: string) => queryRunner.query(statement);
    await run(`ALTER TABLE "match_run" ADD "as_of" date`);
    await run(`UPDATE "match_run" SET "as_of" = coalesce(("snapshot"::jsonb->>'asOf')::date, "requested_at"::date)`);
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    await run(`ALTER TABLE "match_run" ALTER COLUMN "as_of" SET NOT NULL`);
    await run(`ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_somewhere"`);
    for (const { table, column, asJson } of COLUMNS) {
      await run(`ALTER TABLE "${table}" ALTER COLUMN "${column}" DROP DEFAULT`);
      await run(
        `ALTER TABLE "${table}" ALTER COLUMN "${column}" TYPE text USING ${asJson.replace('%', `"${column}"`)}`,
      );
    }
    await rewrite(queryRunner, (stored, column) =>
      isSealed(stored) ? stored : seal(JSON.parse(stored), column, fieldKeys()),
    );
    for (const statement of BSN_TABLE) await run(statement);
    for (const table of TABLES) {
      const isSealedSql = COLUMNS.filter((each) => each.table === table).map(({ column }) => `"${column}" LIKE 's1:%'`);
      await run(`ALTER TABLE "${table}" ADD CONSTRAINT "${table}_sealed" CHECK (${isSealedSql.join(' AND ')})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = (statement: string) => queryRunner.query(statement);
    await run(`DROP TABLE "household_member_bsn"`);
    for (const table of TABLES) await run(`ALTER TABLE "${table}" DROP CONSTRAINT "${table}_sealed"`);
    await rewrite(queryRunner, (stored, column) => JSON.stringify(open(stored, column, fieldKeys())));
    await quietly(queryRunner, async () => {
      for (const { table, column, type, fromJson, fallback } of [...COLUMNS].reverse()) {
        // No subquery may stand in USING, so a new column takes the old one's place.
        await run(`ALTER TABLE "${table}" ADD "${column}_open" ${type}`);
        await run(`UPDATE "${table}" SET "${column}_open" = ${fromJson.replace('%', `"${column}"`)}`);
        await run(`SET CONSTRAINTS ALL IMMEDIATE`);
        await run(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
        await run(`ALTER TABLE "${table}" RENAME COLUMN "${column}_open" TO "${column}"`);
        await run(`ALTER TABLE "${table}" ALTER COLUMN "${column}" SET NOT NULL`);
        if (fallback !== null) await run(`ALTER TABLE "${table}" ALTER COLUMN "${column}" SET DEFAULT ${fallback}`);
      }
    });
    await run(`ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_somewhere"
      CHECK (cardinality("gemeente_ids") + cardinality("wijk_ids") > 0)`);
    await run(`ALTER TABLE "match_run" DROP COLUMN "as_of"`);
  }
}

/** Rewrites every value of every column. */
function rewrite(queryRunner: QueryRunner, change: (stored: string, column: string) => string): Promise<void> {
  return quietly(queryRunner, async () => {
    for (const { table, column } of COLUMNS) {
      for (let after = NO_ID; ;) {
        const rows = await queryRunner.manager.query<{ id: string; stored: string }[]>(
          `SELECT "id", "${column}" AS stored FROM "${table}" WHERE "id" > $1 ORDER BY "id" LIMIT ${BATCH}`,
          [after],
        );
        const last = rows.at(-1);
        if (last === undefined) break;
        const changed = rows.map(({ stored }) => change(stored, `${table}.${column}`));
        await queryRunner.query(
          `UPDATE "${table}" t SET "${column}" = c.value FROM unnest($1::uuid[], $2::text[]) AS c(id, value) WHERE t."id" = c.id`,
          [rows.map(({ id }) => id), changed],
        );
        after = last.id;
      }
    }
  });
}

/** Works without the triggers: nobody is recorded as having changed a row. */
async function quietly(queryRunner: QueryRunner, work: () => Promise<void>): Promise<void> {
  for (const table of TABLES) await queryRunner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  await work();
  await queryRunner.query(`SET CONSTRAINTS ALL IMMEDIATE`);
  for (const table of TABLES) await queryRunner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
}

const DEFERRED = 'ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED';
const BSN = '"household_member_bsn"';
const BSN_TABLE = [
  `CREATE TABLE ${BSN} ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "member_id" uuid NOT NULL, "household_id" uuid NOT NULL, "bsn" text NOT NULL, CONSTRAINT "household_member_bsn_sealed" CHECK ("bsn" LIKE 's1:%'), CONSTRAINT "household_member_bsn_pk" PRIMARY KEY ("member_id"))`,
  `CREATE INDEX "household_member_bsn_household_id_idx" ON ${BSN} ("household_id")`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ${DEFERRED}`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ${DEFERRED}`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id")`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id")`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "household_member"("id") ON DELETE CASCADE`,
  `ALTER TABLE ${BSN} ADD CONSTRAINT "household_member_bsn_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${BSN} TO woonplek_app`,
  `CREATE TRIGGER household_member_bsn_stamp BEFORE INSERT OR UPDATE ON ${BSN} FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
];
const NO_ID = '00000000-0000-0000-0000-000000000000';
