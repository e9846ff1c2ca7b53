import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { RETENTION_CATEGORIES, RETENTION_RULES } from '../../src/core/retention/retention-categories';
import { appDataSource, ownerDataSource } from '../../src/database/data-source';
import { generateMigration } from '../../src/database/generate-migration';
import { HouseholdExclusionAreaEntity } from '../../src/database/entities/household-exclusion-area.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { Closing1795312800100 } from '../../src/database/migrations/1795312800100-closing';
import { SealedFields1795312800050 } from '../../src/database/migrations/1795312800050-sealed-fields';
import { UrgencyCategories1795312800011 } from '../../src/database/migrations/1795312800011-urgency-categories';
import { migrateDatabase } from '../../src/database/migrate-database';
import { ALL_MIGRATIONS } from '../../src/database/migrations/all-migrations';
import { readUrgencyCategories } from '../../src/database/read-urgency-categories';
import { insertSampleRows, SAMPLE } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from '../support/test-database';

const NAMES = ALL_MIGRATIONS.map(({ name }) => name);

describe('migrations', () => {
  let database: TestDatabase;
  let owner: DataSource;

  const useDatabase = (options: TestDatabaseOptions): void => {
    beforeEach(async () => {
      database = await createTestDatabase(options);
      owner = await ownerDataSource(database.url).initialize();
    });
    afterEach(async () => {
      await owner.destroy();
      await database.drop();
    });
  };

  describe('of an empty database', () => {
    useDatabase({ template: false });

    it('run once, also when two processes start together', async () => {
      const ran = await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)]);
      expect(ran.flat()).toEqual(NAMES);
      expect(await migrateDatabase(database.url)).toEqual([]);
    });

    it('go up, down to nothing, and up again to the same schema', async () => {
      await migrateDatabase(database.url);
      const first = await schemaOf(owner);
      for (const _ of NAMES) await owner.undoLastMigration({ transaction: 'all' });
      expect(await schemaOf(owner)).toEqual([]);
      await migrateDatabase(database.url);
      expect(await schemaOf(owner)).toEqual(first);
    });

    it('tell an owner who may not use the role what to ask for, and then work for an ordinary owner', async () => {
      const name = new URL(database.url).pathname.slice(1);
      const user = `owner_${name}`;
      // Makes sure that the role is there and is another's.
      await migrateDatabase(database.url);
      const mine = await createTestDatabase({ template: false });
      await owner.query(`CREATE ROLE ${user} LOGIN PASSWORD 'secret'`);
      await owner.query(`ALTER DATABASE ${new URL(mine.url).pathname.slice(1)} OWNER TO ${user}`);
      const url = new URL(mine.url);
      url.username = user;
      url.password = 'secret';
      await expect(migrateDatabase(url.href)).rejects.toThrow(`GRANT woonplek_app TO ${user};`);

      await owner.query(`GRANT woonplek_app TO ${user}`);
      expect(await migrateDatabase(url.href)).toEqual(NAMES);
      const app = await appDataSource(url.href).initialize();
      expect(await app.query('SELECT count(*)::int AS rows, current_user FROM household')).toEqual([
        { rows: 0, current_user: 'woonplek_app' },
      ]);
      await app.destroy();
      await mine.drop();
      await owner.query(`DROP ROLE ${user}`);
    });
  });

  describe('that have run', () => {
    useDatabase({});

    it('keep the urgency that each household had', async () => {
      const { name } = UrgencyCategories1795312800011;
      const done = NAMES.slice(NAMES.indexOf(name));
      await insertSampleRows(database.dataSource);
      for (const _ of done) await owner.undoLastMigration({ transaction: 'all' });
      const before = `SELECT urgency_category, urgency_legal_duty, urgency_legal_basis FROM household`;
      await owner.query(
        `UPDATE household SET urgency_category = 'uit-opvang', urgency_legal_duty = true, urgency_legal_basis = 'een wet'`,
      );
      const had = await owner.query(before);
      await migrateDatabase(database.url);
      const kept = await readUrgencyCategories(database.dataSource.manager, SAMPLE.region, '2026-03-01');
      expect(kept.get('uit-opvang')).toMatchObject({ name: 'Uit opvang', legalDuty: true, legalBasis: 'een wet' });
      for (const _ of done) await owner.undoLastMigration({ transaction: 'all' });
      expect(await owner.query(before)).toEqual(had);
    });

    it('give a file that was closed already a day and a reason, and a region its terms', async () => {
      const done = NAMES.slice(NAMES.indexOf(new Closing1795312800100().name));
      await insertSampleRows(database.dataSource);
      for (const _ of done) await owner.undoLastMigration({ transaction: 'all' });
      await owner.query(`ALTER TABLE household DISABLE TRIGGER USER`);
      await owner.query(`UPDATE household SET status = 'closed', updated_at = '2021-06-30T23:30:00Z'`);
      await owner.query(`ALTER TABLE household ENABLE TRIGGER USER`);
      await migrateDatabase(database.url);
      const [household] = await owner.query(`SELECT closed_on, closing_reason FROM household`);
      // Already the next day in the Netherlands.
      expect(household).toEqual({ closed_on: '2021-07-01', closing_reason: 'not-recorded' });
      const terms = await owner.query(`SELECT category, months FROM retention_term WHERE region_id = $1`, [
        SAMPLE.region,
      ]);
      const standard = RETENTION_CATEGORIES.map((category) => ({ category, months: RETENTION_RULES[category].months }));
      expect(terms).toEqual(expect.arrayContaining(standard));
    });

    it('seal what was open, and open it on the way back', async () => {
      const done = NAMES.slice(NAMES.indexOf(new SealedFields1795312800050().name));
      await insertSampleRows(database.dataSource);
      const read = async () => ({
        households: await database.dataSource.getRepository(HouseholdEntity).find(),
        members: await database.dataSource.getRepository(HouseholdMemberEntity).find(),
        areas: await database.dataSource.getRepository(HouseholdExclusionAreaEntity).find(),
        runs: await database.dataSource
          .getRepository(MatchRunEntity)
          .find({ select: { id: true, asOf: true, snapshot: true } }),
      });
      const had = await read();
      for (const _ of done) await owner.undoLastMigration({ transaction: 'all' });
      const [open] = await owner.query(
        `SELECT a.gemeente_ids, h.herkomst_waived, h.facts, m.given_name, r.snapshot
         FROM household h, household_exclusion_area a, household_member m, match_run r`,
      );
      const [area, household, member, run] = [had.areas[0]!, had.households[0]!, had.members[0]!, had.runs[0]!];
      expect(open).toEqual({
        gemeente_ids: area.gemeenteIds,
        herkomst_waived: household.herkomstWaived,
        facts: household.facts,
        given_name: member.givenName,
        snapshot: run.snapshot,
      });
      await migrateDatabase(database.url);
      const has = await read();
      // The snapshot of the sample names no day, so the round gets the day on which it was asked for.
      expect(has.runs).toEqual([{ ...run, asOf: expect.stringMatching(/^\d{4}-/) }]);
      expect({ ...has, runs: [] }).toEqual({ ...had, runs: [] });
    });

    it('say what the entities say', async () => {
      const { upQueries } = await owner.driver.createSchemaBuilder().log();
      expect(upQueries).toEqual([]);

      // The builder compares checks and partial indexes by name only, so the catalogues are compared as well.
      const other = await createTestDatabase({ template: false });
      const fromEntities = await ownerDataSource(other.url).initialize();
      await fromEntities.synchronize();
      const tables = (each: string): boolean => !/^(function|trigger|grant) /.test(each);
      expect((await schemaOf(owner)).filter(tables)).toEqual((await schemaOf(fromEntities)).filter(tables));
      await fromEntities.destroy();
      await other.drop();
    });

    it('are generated from what the entities say more than the schema', async () => {
      expect(await generateMigration(database.url, 'nothing-new', 1)).toBeNull();
      await owner.query('ALTER TABLE unit DROP COLUMN vera_unit_kind');
      const text = await generateMigration(database.url, 'vera-kind', 7);
      expect(text).toContain('export class VeraKind7 implements MigrationInterface');
      expect(text).toMatch(/async up[^]*ADD "vera_unit_kind" text[^]*async down[^]*DROP COLUMN "vera_unit_kind"/);
    });
  });
});

/** Everything of the schema that matters, as the database itself describes it. */
async function schemaOf(dataSource: DataSource): Promise<string[]> {
  const rows: { line: string }[] = await dataSource.query(`
    SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                  CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid)) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
       AND c.relname <> 'migrations'
    UNION ALL
    SELECT format('constraint %s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('migrations'), 0)
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
    UNION ALL
    SELECT format('trigger %s', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT format('function %s', pg_get_functiondef(oid)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('grant %s %s', table_name, privilege_type) FROM information_schema.role_table_grants
     WHERE grantee = 'woonplek_app' AND table_catalog = current_database()
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}
