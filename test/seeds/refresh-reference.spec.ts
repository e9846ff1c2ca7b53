import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/core/time/calendar';
import { loadRegion } from '../../src/seed/load-region';
import { refreshReference } from '../../src/seed/refresh-reference';
import { TEST_DAY } from '../support/test-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const options = { referenceDate: TEST_DAY, actor: null };
const VALIDITY = ['urgency_category', 'urgency_category_period', 'wijk_draagkracht', 'aanbieder_capacity'];
const REFERENCE = ['rent_table', 'spreiding_quota', 'prestatieafspraak', ...VALIDITY];
const OTHER = ['household', 'household_member', 'unit', 'placement', 'match_run', 'policy'];

describe('refreshing the reference data of a region', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  const rows = (tables: readonly string[]) =>
    Promise.all(tables.map((table) => database.dataSource.query(`SELECT * FROM ${table} t ORDER BY t::text`)));

  it('refuses a region that is not there, and writes nothing', async () => {
    await expect(refreshReference(database.dataSource, 'assen', options)).rejects.toThrow(/nog niet geladen/);
    expect(await rows(REFERENCE)).toEqual(REFERENCE.map(() => []));
  });

  it('changes nothing of a region that is up to date', async () => {
    await loadRegion(database.dataSource, 'assen', options);
    const before = await rows([...REFERENCE, ...OTHER]);
    await refreshReference(database.dataSource, 'assen', options);
    expect(await rows([...REFERENCE, ...OTHER])).toEqual(before);
  });

  it('puts right what differs, adds what is missing and leaves everything else', async () => {
    const { dataSource } = database;
    const facts = `SELECT year::text AS id, max_rent_cents AS value, demonstration FROM rent_table
      UNION ALL SELECT id::text, ceiling, demonstration FROM spreiding_quota
      UNION ALL SELECT id::text, agreed, demonstration FROM prestatieafspraak ORDER BY id`;
    const right = await dataSource.query(facts);
    const others = await rows(OTHER);
    await dataSource.query(`UPDATE rent_table SET max_rent_cents = 1, demonstration = NOT demonstration`);
    await dataSource.query(`UPDATE spreiding_quota SET ceiling = 900 WHERE gemeente_id = 'GM0106'`);
    await dataSource.query(`DELETE FROM spreiding_quota WHERE gemeente_id = 'GM0118'`);
    await dataSource.query(`UPDATE prestatieafspraak SET agreed = 0`);
    expect(await dataSource.query(facts)).not.toEqual(right);
    await refreshReference(dataSource, 'assen', options);
    expect(await dataSource.query(facts)).toEqual(right);
    expect(await rows(OTHER)).toEqual(others);
  });

  it('adds the next period in time and keeps the earlier ones', async () => {
    const periods = (): Promise<{ period: string }[]> =>
      database.dataSource.query('SELECT DISTINCT period_from::text AS period FROM spreiding_quota ORDER BY period');
    await refreshReference(database.dataSource, 'assen', { ...options, referenceDate: '2027-01-10' });
    expect((await periods()).map(({ period }) => period)).toEqual(['2026-07-01', '2027-01-01', '2027-07-01']);
  });

  it('puts the periods of the urgency categories right, and leaves those that the files do not name', async () => {
    const { dataSource } = database;
    const all = `SELECT category_id, valid_from::text, legal_duty, legal_basis FROM urgency_category_period
      ORDER BY category_id, valid_from`;
    const right = await dataSource.query(all);
    await dataSource.query(`UPDATE urgency_category_period SET valid_from = valid_from + 40, legal_duty = false
      WHERE category_id = 'mantelzorg'`);
    await dataSource.query(`DELETE FROM urgency_category_period WHERE category_id = 'medisch'`);
    await dataSource.query(`INSERT INTO urgency_category_period SELECT created_at, created_by, updated_at, updated_by,
      gen_random_uuid(), region_id, category_id, '1999-01-01', null, true, 'oud', source, false
      FROM urgency_category_period WHERE category_id = 'dakloos-gezin'`);
    await dataSource.query(`INSERT INTO urgency_category (id, name) VALUES ('eigen', 'Van de regio zelf')`);
    await dataSource.query(`INSERT INTO urgency_category_period
      (id, region_id, category_id, valid_from, legal_duty, source, demonstration)
      VALUES (gen_random_uuid(), 'assen', 'eigen', '2026-01-01', false, 'eigen', false)`);
    await refreshReference(dataSource, 'assen', options);
    const own = { category_id: 'eigen', valid_from: '2026-01-01', legal_duty: false, legal_basis: null };
    expect(await dataSource.query(all)).toEqual(
      [...right, own].sort((a, b) => (a.category_id < b.category_id ? -1 : a.category_id > b.category_id ? 1 : 0)),
    );
  });

  it.each([
    ['wijk_draagkracht', 'wijk_id', 'points'],
    ['aanbieder_capacity', 'organisation_id', 'guidance_hours'],
  ])('ends a changed %s and begins a new period; the same day again changes nothing', async (table, subject, value) => {
    const { dataSource } = database;
    const read = (): Promise<Record<string, unknown>[]> =>
      dataSource.query(
        `SELECT ${subject} AS subject, ${value} AS value, valid_from::text AS "from", valid_to::text AS "to" FROM ${table}
          ORDER BY subject, valid_from`,
      );
    const right = await read();
    const [first] = right;
    await dataSource.query(`UPDATE ${table} SET ${value} = 1, source = 'oud' WHERE ${subject} = $1`, [first!.subject]);
    await dataSource.query(`UPDATE ${table} SET source = 'oud'`);
    await refreshReference(dataSource, 'assen', options);
    const expected = [
      { ...first, value: 1, to: addDays(TEST_DAY, -1) },
      { ...first, from: TEST_DAY },
      ...right.slice(1),
    ];
    expect(await read()).toEqual(expected);
    const old: { from: string }[] = await dataSource.query(
      `SELECT valid_from::text AS "from" FROM ${table} WHERE source = 'oud'`,
    );
    expect(old).toHaveLength(1);
    const once = await rows([table]);
    await refreshReference(dataSource, 'assen', options);
    expect(await rows([table])).toEqual(once);

    await dataSource.query(`UPDATE ${table} SET ${value} = 2 WHERE ${subject} = $1 AND valid_to IS NULL`, [
      first!.subject,
    ]);
    await refreshReference(dataSource, 'assen', options);
    expect(await read()).toEqual(expected);
  });

  it('tells a table that was not published from one that was', async () => {
    const tables: { year: number; demonstration: boolean }[] = await database.dataSource.query(
      'SELECT year, demonstration FROM rent_table WHERE year IN (2026, 2027) ORDER BY year',
    );
    expect(tables).toEqual([
      { year: 2026, demonstration: false },
      { year: 2027, demonstration: true },
    ]);
  });

  it('says what the files name and the database does not know', async () => {
    const { dataSource } = database;
    const [gone, other]: { id: string; name: string }[] = await dataSource.query(
      'SELECT id, name FROM wijk ORDER BY id',
    );
    for (const table of ['unit', 'complex', 'placement']) {
      await dataSource.query(`UPDATE ${table} SET wijk_id = $1 WHERE wijk_id = $2`, [other!.id, gone!.id]);
    }
    await dataSource.query('DELETE FROM wijk_draagkracht WHERE wijk_id = $1', [gone!.id]);
    await dataSource.query('DELETE FROM wijk WHERE id = $1', [gone!.id]);
    const before = await rows(REFERENCE);
    await expect(refreshReference(dataSource, 'assen', options)).rejects.toThrow(`Wijk ${gone!.name} staat in de`);
    expect(await rows(REFERENCE)).toEqual(before);
  });
});
