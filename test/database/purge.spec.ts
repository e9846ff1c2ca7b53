import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { RETENTION_RULES } from '../../src/core/retention/retention-categories';
import { removableFrom } from '../../src/core/retention/retention-term';
import { addDays } from '../../src/core/time/calendar';
import { actingAs, SYSTEM } from '../../src/database/acting';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { LegalHoldEntity } from '../../src/database/entities/legal-hold.entity';
import { PERSON_COLUMNS } from '../../src/database/person-columns/person-columns';
import { dueIn, purgeOne } from '../../src/database/retention/purge-due';
import fc from '../support/fast-check';
import { insertClosedFile } from '../support/closed-file';
import { createPurgeDatabase, isRefused, type PurgeDatabase } from '../support/purge-database';
import { SAMPLE } from '../support/sample-rows';

const CLOSED = '2008-05-31';
const PARTS = ['number', 'income', 'safety', 'file'] as const;

let database: PurgeDatabase;
let app: DataSource;
let owner: DataSource;

beforeAll(async () => {
  database = await createPurgeDatabase();
  ({ app, owner } = database);
});
afterAll(() => database?.drop());

/** How many rows each table has about a household. */
async function rowsAbout(household: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of Object.keys(PERSON_COLUMNS)) {
    const where =
      table === 'household'
        ? 'id = $1'
        : ['proposal_event', 'case_pause', 'case_progress', 'case_escalation'].includes(table)
          ? 'proposal_id IN (SELECT id FROM proposal WHERE household_id = $1)'
          : 'household_id = $1';
    const [row] = await owner.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${where}`, [household]);
    counts[table] = row.count;
  }
  return counts;
}

const purge = (category: (typeof PARTS)[number], household: string, day: string): Promise<boolean> =>
  app.transaction((manager) => purgeOne(manager, category, household, day));
const proofs = () =>
  app.query<{ category: string; counts: Record<string, number>; ids_hash: string; cutoff: string }[]>(
    `SELECT category, counts, ids_hash, cutoff FROM purge_record WHERE category <> 'session' ORDER BY at, id`,
  );

describe('the end of a term', () => {
  it('is the same day in the database and in core', async () => {
    const day = fc.nat(20_000).map((days) => addDays('2000-01-01', days));
    const pairs = fc.sample(fc.tuple(day, fc.integer({ min: 1, max: 1200 })), 500);
    const rows = await app.query<{ day: string }[]>(
      `SELECT (p.start + make_interval(months => p.months))::date AS day
         FROM unnest($1::date[], $2::int[]) WITH ORDINALITY AS p(start, months, place) ORDER BY place`,
      [pairs.map(([start]) => start), pairs.map(([, months]) => months)],
    );
    expect(rows.map((row) => row.day)).toEqual(pairs.map(([start, months]) => removableFrom(start, months)));
  });
});

describe.each(PARTS)('what is kept of a closed file: %s', (category) => {
  const lastDay = addDays(removableFrom(CLOSED, RETENTION_RULES[category].months), -1);
  const day = addDays(lastDay, 1);
  let household: string;

  beforeAll(async () => {
    household = await insertClosedFile(app, CLOSED);
    expect(Object.entries(await rowsAbout(household)).filter(([, count]) => count === 0)).toEqual([]);
    // Somebody was called for the handover; that goes with it.
    await owner.query(
      `INSERT INTO notification (id, region_id, handover_id, action, account_id, role, organisation_id, created_at, by_mail)
       SELECT gen_random_uuid(), region_id, id, 'overdracht-gevraagd', $2, 'gemeente', owner_organisation_id, now(), false
         FROM warm_handover WHERE household_id = $1`,
      [household, SAMPLE.account],
    );
    expect(await calledFor()).toBe(1);
  });

  const calledFor = async (): Promise<number> => {
    const [{ count }] = await owner.query(
      `SELECT count(*)::int AS count FROM notification n JOIN warm_handover h ON h.id = n.handover_id
        WHERE h.household_id = $1`,
      [household],
    );
    return count;
  };

  it('stays until its last day, also when the application asks for it directly', async () => {
    expect(await dueIn(app.manager, SAMPLE.region, category, lastDay)).not.toContain(household);
    expect(await isRefused(purge(category, household, lastDay))).toBe(true);
    expect(await dueIn(app.manager, SAMPLE.region, category, day)).toContain(household);
  });

  it('stays while a hold holds, on the household or on the region, and no longer', async () => {
    for (const householdId of [household, null]) {
      const id = randomUUID();
      const hold = { id, regionId: SAMPLE.region, householdId, reason: 'Bezwaar', since: '2000-01-01', until: day };
      await app.manager.insert(LegalHoldEntity, hold);
      expect(await isRefused(purge(category, household, day))).toBe(true);
      const lifted = { liftedAt: new Date(), liftedBy: SAMPLE.account, liftedNote: 'Voorbij' };
      await app.manager.update(LegalHoldEntity, { id }, lifted);
      expect(await dueIn(app.manager, SAMPLE.region, category, day)).toContain(household);
    }
  });

  it('goes on its day, with a proof without personal data, and nothing happens a second time', async () => {
    const before = await rowsAbout(household);
    const earlier = (await proofs()).length;
    const [row] = await owner.query(
      `SELECT array_agg('household_member_bsn/' || member_id) AS names
      FROM household_member_bsn WHERE household_id = $1`,
      [household],
    );
    expect(await purge(category, household, day)).toBe(true);
    const after = await rowsAbout(household);
    const kept = await app.manager.findOneBy(HouseholdEntity, { id: household });
    if (category === 'file') {
      expect(Object.values(after).every((count) => count === 0)).toBe(true);
      expect(await calledFor()).toBe(0);
      expect(await purge(category, household, day)).toBe(false);
    } else {
      const emptied = { number: 'household_member_bsn', safety: 'household_exclusion_area', income: '' }[category];
      expect(after).toEqual({ ...before, ...(emptied && { [emptied]: 0 }) });
      expect(await isRefused(purge(category, household, day))).toBe(true);
      expect(kept).toMatchObject({
        incomeCents: category === 'income' ? null : 2_000_000,
        herkomstWaived: category !== 'safety',
        facts: category === 'safety' ? {} : { needs: ['low-stimulus'] },
      });
    }
    const made = (await proofs()).slice(earlier);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ category });
    expect(JSON.stringify(made)).not.toContain(household);
    if (category === 'number') {
      expect(made[0]!.counts).toEqual({ household_member_bsn: 1 });
      expect(made[0]!.ids_hash).toBe(createHash('sha256').update(row.names.join('\n')).digest('hex'));
    }
  });

  it('leaves in the log that it went and not what it was', async () => {
    const rows = await owner.query(
      `SELECT table_name, before FROM change_log WHERE household_id = $1 AND operation = 'delete'`,
      [household],
    );
    expect(rows.length > 0).toBe(category !== 'income');
    expect(rows.filter(({ before }: { before: unknown }) => before !== null)).toEqual([]);
  });
});

describe('the function that purges', () => {
  it('takes no day that has yet to come, and no file that is open or in which somebody lives', async () => {
    const yesterday = addDays(new Date().toISOString().slice(0, 10), -1);
    const recent = await insertClosedFile(app, yesterday);
    for (const category of PARTS) expect(await isRefused(purge(category, recent, '2999-01-01'))).toBe(true);
    for (const category of PARTS) expect(await isRefused(purge(category, SAMPLE.household, '2999-01-01'))).toBe(true);
    const lived = await insertClosedFile(app, CLOSED);
    await app.query(`UPDATE placement SET end_date = NULL WHERE household_id = $1`, [lived]);
    expect(await isRefused(purge('file', lived, '2026-01-01'))).toBe(true);
    const promised = await insertClosedFile(app, CLOSED);
    await app.query(`UPDATE proposal SET state = 'bevestigd' WHERE household_id = $1`, [promised]);
    expect(await isRefused(purge('file', promised, '2026-01-01'))).toBe(true);
  });

  it('works for the system only, and nobody else may remove a file', async () => {
    const household = await insertClosedFile(app, CLOSED);
    const someone = { ...SYSTEM, role: 'coordinator', regionId: SAMPLE.region };
    await expect(actingAs(someone, () => purge('file', household, '2026-01-01'))).rejects.toThrow('only the system');
    await expect(app.query(`DELETE FROM household WHERE id = $1`, [household])).rejects.toThrow('permission denied');
    const purging = app.transaction(async (manager) => {
      await manager.query(`SELECT set_config('woonplek.purging', 'on', true)`);
      await manager.query(`DELETE FROM proposal_event`);
    });
    await expect(purging).rejects.toThrow('permission denied');
    await expect(app.query(`SELECT purge_recorded('noord', 'file', '2026-01-01', '{}', '{}', now())`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('takes areas whose last day is long past from a file that is open, and no others', async () => {
    const household = await insertClosedFile(app, CLOSED);
    await owner.query(
      `UPDATE household SET status = 'waiting', closed_on = NULL, closing_reason = NULL WHERE id = $1`,
      [household],
    );
    await owner.query(
      `INSERT INTO household_exclusion_area (id, region_id, owner_organisation_id, household_id, gemeente_ids, wijk_ids, until)
       SELECT gen_random_uuid(), region_id, owner_organisation_id, household_id, gemeente_ids, wijk_ids, '2020-03-01'
         FROM household_exclusion_area WHERE household_id = $1`,
      [household],
    );
    expect(await isRefused(purge('safety', household, '2021-02-28'))).toBe(true);
    expect(await purge('safety', household, '2021-03-01')).toBe(true);
    expect(
      await owner.query(`SELECT until FROM household_exclusion_area WHERE household_id = $1`, [household]),
    ).toEqual([{ until: null }]);
    expect(await app.manager.findOneBy(HouseholdEntity, { id: household })).toMatchObject({ herkomstWaived: true });
  });

  it('takes a purged household out of the agreements of its region', async () => {
    const household = await insertClosedFile(app, CLOSED);
    const group = { id: 'g', householdIds: [household, SAMPLE.household], within: 'wijk', until: null };
    await owner.query(`UPDATE region SET facts = $1`, [{ apart: [group] }]);
    expect(await purge('file', household, '2026-01-01')).toBe(true);
    const [{ facts }] = await owner.query('SELECT facts FROM region WHERE id = $1', [SAMPLE.region]);
    expect(facts).toEqual({ apart: [{ ...group, householdIds: [SAMPLE.household] }] });
  });
});
