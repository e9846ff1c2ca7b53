import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { appDataSource, ownerDataSource } from '../../src/database/data-source';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { HouseholdExclusionAreaEntity } from '../../src/database/entities/household-exclusion-area.entity';
import { type ChainHead, sealTraces, verifyTraces } from '../../src/database/trace-chain';
import { TRACED_TABLES, UNTRACED_TABLES } from '../../src/database/traced-tables';
import { inTransaction } from '../../src/database/transaction';
import { runCommand } from '../support/run-command';
import { insertSampleRows, SAMPLE, SAMPLE_ACTOR } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('traces', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await ownerDataSource(database.url).initialize();
    await insertSampleRows(database.dataSource);
  });
  afterAll(async () => {
    await owner?.destroy();
    await database?.drop();
  });

  const changes = (table: string) =>
    owner.query(
      `SELECT region_id, actor, role, organisation_id, row_id, operation, household_id, before, after
         FROM change_log WHERE table_name = $1 ORDER BY id`,
      [table],
    );

  describe('of writes', () => {
    it('are left by every table, or there is a reason why not', async () => {
      const rows: { table: string; events: number }[] = await owner.query(
        `SELECT c.relname AS table, count(t.oid)::int AS events
           FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgfoid = 'trace_change'::regproc AND t.tgenabled = 'O'
          WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'migrations' GROUP BY 1`,
      );
      const traced = rows.filter(({ events }) => events === 3).map(({ table }) => table);
      const untraced = rows.filter(({ events }) => events === 0).map(({ table }) => table);
      expect(traced.sort()).toEqual(Object.keys(TRACED_TABLES).sort());
      expect(untraced.sort()).toEqual(Object.keys(UNTRACED_TABLES).sort());
    });

    it('show of tables about a household only the columns that are named for it', async () => {
      const rows: { table: string; mode: string }[] = await owner.query(
        `SELECT DISTINCT t.tgrelid::regclass::text AS table, split_part(encode(t.tgargs, 'escape'), '\\000', 2) AS mode
           FROM pg_trigger t WHERE t.tgfoid = 'trace_change'::regproc`,
      );
      const about = database.dataSource.entityMetadatas
        .filter((each) => each.tableName === 'household' || each.findColumnWithPropertyName('householdId'))
        .map(({ tableName }) => tableName)
        .filter((table) => table in TRACED_TABLES);
      expect(about.length).toBeGreaterThan(7);
      expect(rows.filter(({ table, mode }) => about.includes(table) && mode !== 'shown')).toEqual([]);
    });

    it('say who made a row, in which role and for whom; the system has no role of people', async () => {
      const app = await appDataSource(database.url, { poolSize: 1 }).initialize();
      const rename = (manager: EntityManager) =>
        manager.query(`UPDATE unit SET name = 'Kamer' WHERE id = $1`, [SAMPLE.unit]);
      await inTransaction(app, rename, { actor: { ...SAMPLE_ACTOR, role: 'corporatie' } });
      await app.destroy();
      expect(await changes('unit')).toEqual([
        {
          region_id: SAMPLE.region,
          actor: SAMPLE.account,
          role: null,
          organisation_id: SAMPLE.corporatie,
          row_id: SAMPLE.unit,
          operation: 'insert',
          household_id: null,
          before: null,
          after: expect.objectContaining({ id: SAMPLE.unit, name: 'Studio', places: 2 }),
        },
        expect.objectContaining({
          ...{ actor: SAMPLE.account, role: 'corporatie', operation: 'update' },
          ...{ before: { name: 'Studio' }, after: { name: 'Kamer' } },
        }),
      ]);
      const [place] = await changes('unit_aanbieder');
      expect(place.row_id).toBe(`${SAMPLE.unit}/${SAMPLE.aanbieder}`);
    });

    it('say of a change what it was and became, and of a removal what was there', async () => {
      const where = { householdId: SAMPLE.household };
      await inTransaction(
        database.dataSource,
        async (manager) => {
          const changed = { status: 'paused', supportLevel: 'intensive', incomeCents: 123_456 } as const;
          await manager.update(HouseholdEntity, { id: SAMPLE.household }, changed);
          await manager.update(HouseholdEntity, { id: SAMPLE.household }, { status: 'paused' });
          await manager.delete(HouseholdExclusionAreaEntity, where);
        },
        { actor: SAMPLE_ACTOR },
      );
      const [, update, ...none] = await changes('household');
      expect(none).toEqual([]);
      expect(update).toMatchObject({ operation: 'update', actor: SAMPLE.account, household_id: SAMPLE.household });
      expect(update.before).toEqual({ status: 'waiting', support_level: '***', income_cents: null });
      expect(update.after).toEqual({ status: 'paused', support_level: '***', income_cents: '***' });
      const [, removal] = await changes('household_exclusion_area');
      expect(removal).toMatchObject({ operation: 'delete', household_id: SAMPLE.household, after: null });
      expect(removal.before).toMatchObject({ household_id: SAMPLE.household, gemeente_ids: '***', wijk_ids: '***' });
    });

    it('leave out what may not be read there, and name the household of a decision about a proposal', async () => {
      const [{ log }] = await owner.query(`SELECT string_agg(concat(before, after), ' ') AS log FROM change_log`);
      for (const secret of ['Voornaam', 'Achternaam', '2004-05-06', 'hardheid', 'seed']) {
        expect([secret, log.includes(`: "${secret}"`)]).toEqual([secret, false]);
      }
      const [event] = await changes('proposal_event');
      expect(event).toMatchObject({ household_id: SAMPLE.household, after: { action: 'goedkeuren' } });
      expect((await changes('lottery_draw'))[0].after).toMatchObject({ seed: '***' });
    });

    it('cannot be written by the application itself', async () => {
      for (const statement of [
        `INSERT INTO change_log (table_name, row_id, operation) VALUES ('unit', 'x', 'insert')`,
        `INSERT INTO trace_link VALUES (900, 'access', 1, now(), '\\x00')`,
        `DELETE FROM trace_pending`,
      ]) {
        await expect(database.dataSource.query(statement)).rejects.toThrow('permission denied');
      }
    });
  });

  describe('in a chain', () => {
    let noted: ChainHead;

    const command = (...words: string[]) => runCommand(database.url, 'verify-log', ...words);

    it('get each row once, however many seal at once while others write', async () => {
      const reads = Array.from({ length: 40 }, (_, at) =>
        database.dataSource.query(
          `INSERT INTO access_log (region_id, action, object_type, object_ids, outcome) VALUES ('noord', 'client.read', 'household', ARRAY[$1], 'granted')`,
          [String(at)],
        ),
      );
      const writes = [1, 2, 3, 4].map((places) =>
        inTransaction(
          database.dataSource,
          async (manager) => {
            await manager.query(`UPDATE unit SET places = $1 WHERE id = $2`, [10 + places, SAMPLE.unit]);
          },
          { actor: SAMPLE_ACTOR },
        ),
      );
      const seals = [1, 2, 3, 4].map(() => sealTraces(database.dataSource));
      await Promise.all([...reads, ...writes, ...seals]);
      await sealTraces(database.dataSource);
      const [{ rows, waiting }] = await owner.query(
        `SELECT ((SELECT count(*) FROM access_log) + (SELECT count(*) FROM change_log))::int AS rows,
                (SELECT count(*) FROM trace_pending)::int AS waiting`,
      );
      const { links, head, fault } = await verifyTraces(database.dataSource);
      expect({ links, fault, waiting }).toEqual({ links: rows, fault: null, waiting: 0 });
      noted = head!;
      expect(noted.position).toBe(rows);
    });

    it('are found right by the command, which says the end of the chain', async () => {
      const end = `${noted.position}:${noted.hash}`;
      expect(await command()).toEqual({ code: 0, err: '', out: expect.stringContaining(end) });
      expect((await command('--head', end)).code).toBe(0);
      expect((await command('--head', 'onzin')).code).toBe(2);
    });

    /** From the end to the beginning: what comes first is what is named. */
    const TAMPERINGS: readonly (readonly [string, string, RegExp])[] = [
      [
        'a row that was put in past the triggers',
        `INSERT INTO access_log (action, object_type, outcome) VALUES ('client.read', 'household', 'granted')`,
        /^ {2}Regel \d+ van het inzagelogboek is buiten de keten om toegevoegd/m,
      ],
      [
        'a link that was removed',
        `DELETE FROM trace_link WHERE position = 20`,
        /schakel 21, sluit niet aan: ervoor ontbreekt een schakel/,
      ],
      [
        'a row that was removed',
        `DELETE FROM change_log WHERE id = (SELECT row_id FROM trace_link WHERE position = 15)`,
        /Regel \d+ van het wijzigingslogboek, schakel 15, is verwijderd/,
      ],
      [
        'a change that was rewritten',
        `UPDATE change_log SET after = after || '{"name": "iets anders"}' WHERE id = (SELECT row_id FROM trace_link WHERE position = 9)`,
        /van het wijzigingslogboek, schakel 9, is na het verzegelen veranderd/,
      ],
      [
        'a link that was rewritten',
        `UPDATE trace_link SET hash = sha256('x') WHERE position = 5`,
        /schakel 5, is na het verzegelen veranderd/,
      ],
      ['an actor that was taken away', `UPDATE change_log SET actor = NULL WHERE id = 2`, /schakel \d+, is na/],
    ];

    it.each(TAMPERINGS)('show %s', async (_, statement, said) => {
      const tables = ['access_log', 'change_log', 'trace_link'];
      for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await owner.query(statement);
      for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      expect(await command()).toEqual({ code: 1, out: '', err: expect.stringMatching(said) });
    });

    it('show to who noted the end that everything was written anew, or cut off', async () => {
      await owner.query(`ALTER TABLE trace_link DISABLE TRIGGER USER`);
      await owner.query(`DELETE FROM trace_link`);
      await owner.query(
        `INSERT INTO trace_pending (log, row_id) SELECT 'access', id FROM access_log UNION ALL SELECT 'change', id FROM change_log`,
      );
      await sealTraces(owner);
      expect((await verifyTraces(owner)).fault).toBeNull();
      expect((await verifyTraces(owner, { ...noted, position: 30 })).fault).toMatchObject({ kind: 'not-as-noted' });
      expect(await verifyTraces(owner, { ...noted, position: 9999 })).toMatchObject({
        fault: { row: null, kind: 'not-as-noted' },
      });
    });
  });
});
