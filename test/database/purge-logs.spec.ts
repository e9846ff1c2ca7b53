import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { LegalHoldEntity } from '../../src/database/entities/legal-hold.entity';
import { sealTraces, verifyTraces } from '../../src/database/trace-chain';
import { createPurgeDatabase, type PurgeDatabase } from '../support/purge-database';
import { runCommand } from '../support/run-command';
import { SAMPLE } from '../support/sample-rows';

let database: PurgeDatabase;
let app: DataSource;
let owner: DataSource;

beforeAll(async () => {
  database = await createPurgeDatabase();
  ({ app, owner } = database);
  await owner.query(`DELETE FROM legal_hold WHERE id = $1`, [SAMPLE.hold]);
});
afterAll(() => database?.drop());

describe('the logs', () => {
  /** The first links and all that hangs on them, as if they had been sealed long ago. */
  async function sealedLongAgo(upTo: number): Promise<void> {
    for (const table of ['trace_link', 'change_log', 'access_log']) {
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    await owner.query(`
      DO $$
      DECLARE
        link record;
        previous bytea := decode(repeat('00', 32), 'hex');
      BEGIN
        UPDATE trace_link SET at = '2015-03-01T12:00:00Z' WHERE position <= ${upTo};
        FOR link IN
          SELECT l.position, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment, l.log,
                 CASE l.log WHEN 'access' THEN jsonb_build_array(a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                     a.region_id, a.actor, a.role, a.organisation_id, a.action, a.object_type, a.object_ids, a.outcome, a.origin, a.purpose, a.request_id)
                   ELSE jsonb_build_array(c.id, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), c.region_id, c.actor, c.role,
                     c.organisation_id, c.table_name, c.row_id, c.operation, c.household_id, c.before, c.after) END AS content
            FROM trace_link l LEFT JOIN access_log a ON l.log = 'access' AND a.id = l.row_id
            LEFT JOIN change_log c ON l.log = 'change' AND c.id = l.row_id ORDER BY l.position
        LOOP
          previous := sha256(previous || convert_to(jsonb_build_array(link.position, link.moment, link.log, link.content)::text, 'UTF8'));
          UPDATE trace_link SET hash = previous WHERE position = link.position;
        END LOOP;
      END $$`);
    for (const table of ['trace_link', 'change_log', 'access_log']) {
      await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
  }
  const purgeLogs = async (day: string, atMost: number): Promise<string | null> => {
    const [row] = await app.query<{ proof: string | null }[]>('SELECT purge_logs($1, $2) AS proof', [day, atMost]);
    return row!.proof;
  };

  it('lose their oldest rows with their links, and the rest still verifies, also from a head that was noted', async () => {
    await sealTraces(app);
    await sealedLongAgo(40);
    const { head, fault } = await verifyTraces(owner);
    expect(fault).toBeNull();
    const [{ hash }] = await owner.query(`SELECT encode(hash, 'hex') AS hash FROM trace_link WHERE position = 41`);

    expect(await purgeLogs('2020-02-29', 1000)).toBeNull();
    const hold = { id: randomUUID(), regionId: SAMPLE.region, reason: 'Rechtszaak', since: '2020-01-01' };
    await app.manager.insert(LegalHoldEntity, hold);
    expect(await purgeLogs('2020-03-01', 1000)).toBeNull();
    await app.manager.update(LegalHoldEntity, { id: hold.id }, { until: '2020-02-29' });
    expect(await purgeLogs('2020-03-01', 30)).not.toBeNull();
    expect(await purgeLogs('2020-03-01', 30)).not.toBeNull();
    expect(await purgeLogs('2020-03-01', 30)).toBeNull();
    await sealTraces(app);

    const verdict = await verifyTraces(owner, head);
    expect(verdict).toMatchObject({ fault: null, anchor: { position: 40 } });
    expect((await verifyTraces(owner, { position: 41, hash })).fault).toBeNull();
    expect((await verifyTraces(owner, verdict.anchor)).fault).toBeNull();
    expect((await verifyTraces(owner, { position: 41, hash: '0'.repeat(64) })).fault).toMatchObject({
      kind: 'not-as-noted',
    });
    const said = await runCommand(database.url, 'verify-log', '--head', `1:${hash}`);
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('Tot en met schakel 40 is vernietigd') });
    expect(said.out).toContain('De schakel die u noteerde is mee vernietigd');
    const [{ rows }] = await owner.query(
      `SELECT sum((counts->>'access_log')::int + (counts->>'change_log')::int)::int AS rows FROM purge_record WHERE category = 'log'`,
    );
    expect(rows).toBe(40);
  });

  it('show when more was cut off than there is a proof for', async () => {
    const tables = ['trace_link', 'change_log', 'access_log', 'purge_record'];
    for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await owner.query(`DELETE FROM trace_link WHERE position = 41`);
    expect((await verifyTraces(owner)).fault).toMatchObject({ kind: 'gap', position: 42 });
    await owner.query(
      `UPDATE purge_record SET anchor_position = 41, anchor_hash = repeat('0', 64) WHERE anchor_position = 40`,
    );
    expect((await verifyTraces(owner)).fault).toMatchObject({ kind: 'no-proof-of-purge', position: 41 });
  });
});
