import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadRegion } from '../../src/seed/load-region';
import { refreshReference } from '../../src/seed/refresh-reference';
import { TEST_DAY } from '../support/test-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const options = { referenceDate: TEST_DAY, actor: null };
const REFERENCE = ['rent_table', 'spreiding_quota', 'prestatieafspraak'];
const OTHER = ['household', 'household_member', 'unit', 'placement', 'match_run', 'policy', 'wijk_draagkracht'];

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
    expect(await rows(REFERENCE)).toEqual([[], [], []]);
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

  it('tells a table that was not published from one that was', async () => {
    const tables: { year: number; demonstration: boolean }[] = await database.dataSource.query(
      'SELECT year, demonstration FROM rent_table WHERE year IN (2026, 2027) ORDER BY year',
    );
    expect(tables).toEqual([
      { year: 2026, demonstration: false },
      { year: 2027, demonstration: true },
    ]);
  });
});
