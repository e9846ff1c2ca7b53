import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type Acting, actingAs, SIGN_IN, SYSTEM, systemOf } from '../../src/database/acting';
import { appDataSource, ownerDataSource } from '../../src/database/data-source';
import { inTransaction } from '../../src/database/transaction';
import { LETTERS } from '../http/roles.expectations';
import { insertSampleRows, SAMPLE } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { OPEN_TABLES, ROW_EXPECTATIONS, type RowExpectation } from './rows.expectations';

const SOMEBODY_ELSE = '00000000-0000-4000-8000-0000000000ff';
const ROLES = Object.entries(LETTERS);
/** What the sample rows belong to: an aanbieder and the corporatie that owns the home. */
const OWN = [SAMPLE.corporatie, SAMPLE.aanbieder];

let database: TestDatabase;
/** As the application: for nobody until somebody says for whom. */
let app: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSampleRows(database.dataSource);
  await database.dataSource.query(`UPDATE placement SET aanbieder_organisation_id = $1`, [SAMPLE.aanbieder]);
  app = await appDataSource(database.url, { poolSize: 1 }).initialize();
});
afterAll(async () => {
  await app?.destroy();
  await database?.drop();
});

const acting = (role: string, organisationId: string, regionId: string = SAMPLE.region): Acting => ({
  ...{ role, organisationId, regionId },
  accountId: SOMEBODY_ELSE,
});
const seenBy = async (who: Acting | null, table: string): Promise<number> => {
  const [row] = await actingAs(who, () =>
    app.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${table}"`),
  );
  return row!.count;
};

/** Rows of a table that somebody can change; nothing stays changed. A right that is missing counts as none. */
const changedBy = async (who: Acting, table: string): Promise<number> => {
  const [column] = app.entityMetadatas.find(({ tableName }) => tableName === table)!.primaryColumns;
  const name = column!.databaseName;
  let count = 0;
  const change = actingAs(who, () =>
    app.transaction(async (manager) => {
      const [, changed] = await manager.query<[unknown, number]>(`UPDATE "${table}" SET "${name}" = "${name}"`);
      count = changed;
      throw new Error('taken back');
    }),
  );
  await change.catch(() => undefined);
  return count;
};

const expected = (all = '', own = '', letter: string, isOwn: boolean): boolean =>
  all.includes(letter) || (isOwn && own.includes(letter));

describe('every table', () => {
  it('has row-level security, forced, with a rule for reading and for each way of writing, or a reason', async () => {
    const tables = await database.dataSource.query<{ name: string; closed: boolean; policies: number }[]>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS closed,
              (SELECT count(DISTINCT p.polcmd)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' ORDER BY 1`,
    );
    const open = tables.filter(({ closed, policies }) => !closed || policies < 4).map(({ name }) => name);
    expect(open).toEqual(Object.keys(OPEN_TABLES));
    const named = tables.map(({ name }) => name).filter((name) => OPEN_TABLES[name] === undefined);
    expect(Object.keys(ROW_EXPECTATIONS).sort()).toEqual(named);
  });

  it('has a row here, which the system sees', async () => {
    for (const table of Object.keys(ROW_EXPECTATIONS))
      expect([table, await seenBy(SYSTEM, table)]).not.toEqual([table, 0]);
  });

  it('shows nothing to a query that does not say for whom it is', async () => {
    for (const table of Object.keys(ROW_EXPECTATIONS)) {
      const [row] = await app.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${table}"`);
      expect([table, row?.count]).toEqual([table, 0]);
      expect([table, await seenBy(null, table)]).toEqual([table, 0]);
      expect([table, await seenBy(acting('', SAMPLE.corporatie), table)]).toEqual([table, 0]);
    }
  });

  it('shows what it should when the owner of the schema is no superuser either', async () => {
    const [row] = await database.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_class c JOIN pg_roles r ON r.rolname = 'woonplek_app'
        WHERE c.relowner = r.oid OR r.rolsuper OR r.rolbypassrls`,
    );
    expect(row?.count).toBe(0);
    const owner = await ownerDataSource(database.url).initialize();
    const [setting] = await owner.query<{ role: string }[]>(`SELECT current_setting('woonplek.role') AS role`);
    await owner.destroy();
    expect(setting?.role).toBe(SYSTEM.role);
  });

  it('leaves nothing of one who asked on the connection', async () => {
    expect(await seenBy(acting('coordinator', SAMPLE.corporatie), 'household')).toBe(1);
    await inTransaction(app, (manager) => manager.query('SELECT 1'), { actor: null });
    const [row] = await app.query<{ count: number }[]>('SELECT count(*)::int AS count FROM household');
    expect(row?.count).toBe(0);
  });
});

describe.each(ROLES)('%s (%s)', (letter, role) => {
  const wrongOf = async (
    count: (who: Acting, table: string) => Promise<number>,
    isExpected: (table: RowExpectation, isOwn: boolean) => boolean,
  ): Promise<string[]> => {
    const wrong: string[] = [];
    for (const [table, expectation] of Object.entries(ROW_EXPECTATIONS)) {
      const asOwner = await Promise.all(OWN.map((id) => count(acting(role, id), table)));
      if (asOwner.some((rows) => rows > 0) !== isExpected(expectation, true)) wrong.push(`${table} as owner`);
      const asOther = await count(acting(role, SOMEBODY_ELSE), table);
      if (asOther > 0 !== isExpected(expectation, false)) wrong.push(`${table} as another organisation`);
    }
    return wrong;
  };

  it('sees what its role is for in its region, and of other organisations no more than that', async () => {
    expect(await wrongOf(seenBy, ({ all, own }, isOwn) => expected(all, own, letter, isOwn))).toEqual([]);
  });

  it('changes only what its role is for', async () => {
    const changes = ({ changes: all, changesOwn }: RowExpectation, isOwn: boolean) =>
      expected(all, changesOwn, letter, isOwn);
    expect(await wrongOf(changedBy, changes)).toEqual([]);
  });

  it('sees and changes nothing of another region, also with its ids', async () => {
    for (const [table, { shared }] of Object.entries(ROW_EXPECTATIONS)) {
      for (const organisation of OWN) {
        const who = acting(role, organisation, 'elders');
        if (!shared) expect([table, await seenBy(who, table)]).toEqual([table, 0]);
        expect([table, await changedBy(who, table)]).toEqual([table, 0]);
      }
    }
  });
});

describe('the contact person of a client or a home', () => {
  const COLUMNS = 'account_id, role, since, region_id, owner_organisation_id';
  /** Whether somebody may write this, which is taken back. */
  const mayWrite = async (who: Acting, sql: string, values: unknown[]): Promise<boolean> => {
    const written = actingAs(who, () =>
      app.transaction(async (manager) => {
        await manager.query(sql, values);
        throw new Error('taken back');
      }),
    );
    return written.catch(({ message }: Error) => message === 'taken back');
  };

  it('is written by the people of that role alone, and nobody rewrites who it was', async () => {
    const insert = (table: string, of: string) =>
      `INSERT INTO ${table} (id, ${of}, ${COLUMNS}) VALUES (gen_random_uuid(), $1, $2, $3, '2026-03-01', $4, $5)`;
    const tables = ['household_contact', 'unit_contact'];
    const KEPT = [
      ['coordinator', 'household', SAMPLE.household],
      ['aanbieder', 'household', SAMPLE.household],
      ['corporatie', 'unit', SAMPLE.unit],
    ] as const;
    // There is one at a time, so that of the sample ends first.
    for (const table of tables) await database.dataSource.query(`UPDATE ${table} SET ended_at = now()`);
    const wrong: string[] = [];
    for (const [, role] of ROLES) {
      for (const organisation of [SAMPLE.corporatie, SOMEBODY_ELSE]) {
        const who = acting(role, organisation);
        const isOwn = organisation === SAMPLE.corporatie;
        for (const [kept, of, id] of KEPT) {
          const values = [id, SAMPLE.account, kept, SAMPLE.region, SAMPLE.corporatie];
          const expected = role === kept && (role === 'coordinator' || isOwn);
          const written = await mayWrite(who, insert(`${of}_contact`, `${of}_id`), values);
          if (written !== expected) wrong.push(`${role} makes ${kept}, own: ${isOwn}`);
        }
        for (const table of tables) {
          if (await mayWrite(who, `UPDATE ${table} SET account_id = account_id`, [])) wrong.push(`${role} rewrites`);
        }
      }
    }
    for (const table of tables) await database.dataSource.query(`UPDATE ${table} SET ended_at = NULL`);
    expect(wrong).toEqual([]);
  });
});

describe('Woonplek itself', () => {
  it('sees at the door who may enter, and no client, home or round', async () => {
    const seen: string[] = [];
    for (const table of Object.keys(ROW_EXPECTATIONS)) if ((await seenBy(SIGN_IN, table)) > 0) seen.push(table);
    const shared = Object.keys(ROW_EXPECTATIONS).filter((table) => ROW_EXPECTATIONS[table]!.shared);
    const people = [
      'account',
      'account_identity',
      'organisation',
      'region',
      'role_assignment',
      'session',
      'sign_in_attempt',
    ];
    expect(seen.sort()).toEqual([...shared, ...people].sort());
  });

  it('counts in one region without seeing another', async () => {
    expect(await seenBy(systemOf(SAMPLE.region), 'placement')).toBe(1);
    expect(await seenBy(systemOf('elders'), 'placement')).toBe(0);
  });
});

describe('what roles are told of rows that they do not see', () => {
  const asked = async (who: Acting | null, sql: string): Promise<object[]> =>
    actingAs(who, () => app.query<object[]>(sql));
  const profiles = `SELECT * FROM allocation_profiles(ARRAY['goedgekeurd', 'bevestigd'])`;
  const places = `SELECT * FROM places_taken('2026-06-01', ARRAY['goedgekeurd'])`;
  const slots = 'SELECT * FROM round_slots()';

  it('is a profile without a name, history or number for whoever owns the home, and nothing for others', async () => {
    const [profile, ...more] = await asked(acting('corporatie', SAMPLE.corporatie), profiles);
    expect(more).toEqual([]);
    expect(Object.keys(profile!).sort()).toEqual(
      [
        ...['accessibility_needed', 'id', 'income_cents', 'is_guided', 'oldest_born', 'persons', 'planned_start'],
        ...['state', 'unit_id', 'updated_at', 'version'],
      ].sort(),
    );
    const owners = ['corporatie', 'aanbieder', 'coordinator'];
    for (const [, role] of ROLES) {
      expect(await asked(acting(role, SAMPLE.corporatie), profiles)).toHaveLength(owners.includes(role) ? 1 : 0);
      expect(await asked(acting(role, SOMEBODY_ELSE), profiles)).toEqual([]);
    }
    expect(await asked(acting('corporatie', SAMPLE.corporatie, 'elders'), profiles)).toEqual([]);
    const proposed = `SELECT * FROM allocation_profiles(ARRAY['voorgesteld'])`;
    expect(await asked(acting('corporatie', SAMPLE.corporatie), proposed)).toEqual([]);
  });

  const cases = `SELECT * FROM open_cases(ARRAY['voorgesteld', 'goedgekeurd'])`;

  it('is that a case waits, without the client for a corporatie, and nothing for who has no part in it', async () => {
    const idsFor = async (role: string, organisation: string) =>
      (await asked(acting(role, organisation), cases)).map((row) => [
        Reflect.get(row, 'household_id'),
        Reflect.get(row, 'reference'),
      ]);
    const client = [[SAMPLE.household, expect.any(String)]];
    expect(await idsFor('coordinator', SOMEBODY_ELSE)).toEqual(client);
    expect(await idsFor('corporatie', SAMPLE.corporatie)).toEqual([[null, null]]);
    for (const role of ['corporatie', 'aanbieder']) expect(await idsFor(role, SOMEBODY_ELSE)).toEqual([]);
    for (const role of ['gemeente', 'wijkregisseur', 'veldtafel', 'auditor', 'beheerder']) {
      expect(await idsFor(role, SAMPLE.corporatie)).toEqual([]);
    }
  });

  const steps = `SELECT * FROM home_steps('${SAMPLE.unit}', ARRAY['goedgekeurd'])`;
  const stays = `SELECT * FROM home_stays('${SAMPLE.unit}')`;

  it('is what was done for a home for whoever owns it, and that somebody lived there, never who', async () => {
    for (const [, role] of ROLES) {
      const owns = ['corporatie', 'aanbieder'].includes(role);
      expect(await asked(acting(role, SAMPLE.corporatie), steps)).toHaveLength(owns ? 1 : 0);
      expect(await asked(acting(role, SOMEBODY_ELSE), steps)).toEqual([]);
      const plans = role === 'coordinator';
      expect(await asked(acting(role, SAMPLE.corporatie), stays)).toHaveLength(owns || plans ? 1 : 0);
      expect(await asked(acting(role, SOMEBODY_ELSE), stays)).toHaveLength(plans ? 1 : 0);
    }
    const [stay] = await asked(acting('corporatie', SAMPLE.corporatie), stays);
    expect(Object.keys(stay!).sort()).toEqual(['end_date', 'id', 'start_date', 'state']);
  });

  it.each([places, slots, profiles, cases, steps, stays])(
    'is nothing for nobody and for another region: %s',
    async (sql) => {
      for (const who of [null, acting('coordinator', SAMPLE.corporatie, 'elders'), acting('', SAMPLE.corporatie)]) {
        expect(await asked(who, sql)).toEqual([]);
      }
    },
  );

  it('is how full a home is and what a round is called, and the role is what it was afterwards', async () => {
    const gemeente = acting('gemeente', SOMEBODY_ELSE);
    expect(await asked(gemeente, places)).toHaveLength(1);
    expect(await asked(gemeente, slots)).toHaveLength(1);
    const both = `SELECT (SELECT count(*)::int FROM places_taken('2026-06-01', ARRAY['goedgekeurd'])) AS places,
                         current_setting('woonplek.role') AS role, (SELECT count(*)::int FROM placement) AS placements`;
    expect(await asked(gemeente, both)).toEqual([{ places: 1, role: 'gemeente', placements: 0 }]);
  });
});
