import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { LegalHoldEntity } from '../../src/database/entities/legal-hold.entity';
import { dueIn, purgeDueIn, purgeOne } from '../../src/database/retention/purge-due';
import { insertClosedFile } from '../support/closed-file';
import { createPurgeDatabase, isRefused, type PurgeDatabase } from '../support/purge-database';
import { runCommand } from '../support/run-command';
import { SAMPLE } from '../support/sample-rows';

const CLOSED = '2008-05-31';

let database: PurgeDatabase;
let app: DataSource;
let owner: DataSource;

beforeAll(async () => {
  database = await createPurgeDatabase();
  ({ app, owner } = database);
});
afterAll(() => database?.drop());

const proofs = () =>
  app.query<{ category: string }[]>(`SELECT category FROM purge_record WHERE category <> 'session' ORDER BY at, id`);

describe('a round', () => {
  it('loses its files when its own term has passed, and keeps its numbers', async () => {
    const plan = {
      matches: [{ householdId: SAMPLE.household, unitId: SAMPLE.unit }],
      statistics: { households: 9 },
    };
    await owner.query(
      `UPDATE match_run SET status = 'completed', finished_at = '2017-06-01T12:00:00Z', plan = $1, passed_over = ARRAY[$2]::uuid[]`,
      [plan, SAMPLE.household],
    );
    const round = (day: string) => app.transaction((manager) => purgeOne(manager, 'round', SAMPLE.run, day));
    // That of the sample.
    await owner.query(`DELETE FROM legal_hold WHERE id = $1`, [SAMPLE.hold]);
    expect(await isRefused(round('2024-05-31'))).toBe(true);
    const id = randomUUID();
    const hold = { id, regionId: SAMPLE.region, householdId: SAMPLE.household, reason: 'Beroep', since: '2024-01-01' };
    await app.manager.insert(LegalHoldEntity, hold);
    expect(await isRefused(round('2024-06-01'))).toBe(true);
    await app.manager.update(
      LegalHoldEntity,
      { id },
      { liftedAt: new Date(), liftedBy: SAMPLE.account, liftedNote: 'x' },
    );
    expect(await round('2024-06-01')).toBe(true);
    const [run] = await owner.query(`SELECT to_jsonb(r) AS run FROM match_run r WHERE id = $1`, [SAMPLE.run]);
    expect(JSON.stringify(run)).not.toContain(SAMPLE.household);
    expect(run.run).toMatchObject({ snapshot: null, plan: { matchCount: 1, statistics: { households: 9 } } });
    expect(await owner.query('SELECT 1 FROM run_proof')).toEqual([]);
    expect(await isRefused(round('2024-06-01'))).toBe(true);
  });
});

describe('the daily purge', () => {
  it('goes on where it was killed, and proves each file once', async () => {
    const files = [await insertClosedFile(app, CLOSED), await insertClosedFile(app, CLOSED)].sort();
    for (const file of files)
      for (const part of ['number', 'income', 'safety'] as const) {
        await app.transaction((manager) => purgeOne(manager, part, file, '2026-01-01'));
      }
    const earlier = (await proofs()).length;
    const left = (await dueIn(app.manager, SAMPLE.region, 'file', '2026-01-01')).length;
    const victim = await appDataSource(database.url, { poolSize: 1, otherwise: SYSTEM }).initialize();
    const [{ pid }] = await victim.query('SELECT pg_backend_pid() AS pid');
    const blocker = owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('SELECT 1 FROM household WHERE id = $1 FOR UPDATE', [files[1]]);
    const killed = expect(purgeDueIn(victim, SAMPLE.region, '2026-01-01')).rejects.toThrow();
    for (;;) {
      const [{ waits }] = await owner.query(
        `SELECT count(*)::int AS waits FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'`,
        [pid],
      );
      if (waits > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await owner.query('SELECT pg_terminate_backend($1)', [pid]);
    await killed;
    await blocker.rollbackTransaction();
    await blocker.release();
    await victim.destroy();
    expect(await app.manager.existsBy(HouseholdEntity, { id: files[1]! })).toBe(true);

    const asked = await runCommand(database.url, 'purge', '--dry-run', '--region', SAMPLE.region);
    expect(asked).toMatchObject({ code: 0, out: expect.stringMatching(/Noord, dossier: \d+ aan de beurt/) });
    expect(await app.manager.existsBy(HouseholdEntity, { id: files[1]! })).toBe(true);
    expect((await runCommand(database.url, 'purge', '--region', 'nergens')).code).toBe(1);
    await purgeDueIn(app, SAMPLE.region, '2026-01-01');
    for (const file of files) expect(await app.manager.existsBy(HouseholdEntity, { id: file })).toBe(false);
    const made = (await proofs()).slice(earlier).filter(({ category }) => category === 'file');
    expect(made).toHaveLength(left);
    expect((await purgeDueIn(app, SAMPLE.region, '2026-01-01')).every(({ purged }) => purged === 0)).toBe(true);
    expect((await runCommand(database.url, 'purge')).code).toBe(0);
    expect((await runCommand(database.url, 'purge')).out).toBe('Er is niets aan de beurt.\n');
  });
});
