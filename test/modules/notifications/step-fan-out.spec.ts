import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actingAs } from '../../../src/database/acting';
import { NotificationEntity } from '../../../src/database/entities/notification.entity';
import { purgeOne } from '../../../src/database/retention/purge-due';
import { inTransaction } from '../../../src/database/transaction';
import { MailHealthService } from '../../../src/modules/notifications/mail-health.service';
import { ROLES } from '../../../src/platform/access/permissions';
import { Mailer } from '../../../src/platform/mail/mailer';
import { insertClosedFile } from '../../support/closed-file';
import { emailsOf, NotifiedPeople, PEOPLE } from '../../support/notified-people';
import { SAMPLE } from '../../support/sample-rows';

let people: NotifiedPeople;

// Without a mail server: people see what they are told in the console.
beforeAll(async () => {
  people = await NotifiedPeople.create(undefined);
});
afterAll(() => people?.database.drop());
beforeEach(() => people.forget());

describe('a step', () => {
  it('is told to whoever holds a role in it today, but not to who took it', async () => {
    await people.step('accepteren', 'coordinator');
    await people.fanOut.tellAll();
    expect(await people.told()).toEqual(emailsOf('aanbieder', 'colleague', 'corporatie'));
    for (const told of await people.notifications()) {
      expect(told).toMatchObject({ action: 'accepteren', readAt: null, byMail: false, mailId: null });
    }
  });

  it('is told to everybody when Woonplek took it itself, and to nobody whose role has ended', async () => {
    const set = (day: string | null) =>
      people.database.app.query(`UPDATE role_assignment SET valid_until = $1 WHERE account_id = $2`, [
        ...[day, people.accountOf('colleague')],
      ]);
    await set('2026-11-22');
    await people.step('verlopen');
    await people.fanOut.tellAll();
    expect(await people.told()).toEqual(emailsOf('aanbieder', 'coordinator', 'corporatie'));
    await set(null);
  });

  it('leaves nothing to tell when its transaction is rolled back', async () => {
    const { app } = people.database;
    const waiting = `SELECT count(*)::int AS waiting FROM notification_pending`;
    const failing = inTransaction(
      app,
      async (manager) => {
        await manager.query(
          `INSERT INTO proposal_event (id, proposal_id, region_id, owner_organisation_id, action, from_state, to_state)
           VALUES (gen_random_uuid(), $1, $2, $3, 'intrekken', 'bevestigd', 'ingetrokken')`,
          [SAMPLE.proposal, SAMPLE.region, SAMPLE.corporatie],
        );
        expect(await manager.query(waiting)).toEqual([{ waiting: 1 }]);
        throw new Error('taken back');
      },
      { actor: null },
    );
    await expect(failing).rejects.toThrow('taken back');
    expect(await app.query(waiting)).toEqual([{ waiting: 0 }]);
  });

  it('waits to be told also when it is written by somebody who may not see what waits', async () => {
    const acting = { role: 'coordinator', organisationId: PEOPLE.coordinator[2], regionId: SAMPLE.region };
    await inTransaction(
      people.database.app,
      async (manager) => {
        await manager.query(
          `INSERT INTO proposal_event (id, proposal_id, region_id, owner_organisation_id, action, from_state, to_state, actor)
           VALUES (gen_random_uuid(), $1, $2, $3, 'afwijzen', 'voorgesteld', 'afgewezen', $4)`,
          [SAMPLE.proposal, SAMPLE.region, SAMPLE.corporatie, people.accountOf('coordinator')],
        );
        const seen = await manager.query<object[]>(
          `SELECT current_setting('woonplek.role') AS role, (SELECT count(*)::int FROM notification_pending) AS waiting`,
        );
        expect(seen).toEqual([{ role: 'coordinator', waiting: 0 }]);
      },
      { actor: { ...acting, accountId: people.accountOf('coordinator') } },
    );
    await people.fanOut.tellAll();
    expect(await people.told()).toEqual(emailsOf('aanbieder'));
  });

  it('is told once, however many processes tell of it', async () => {
    for (let count = 0; count < 10; count += 1) await people.step('weigeren', 'aanbieder');
    await Promise.all([people.fanOut.tellAll(), people.fanOut.tellAll(), people.fanOut.tellAll()]);
    await people.fanOut.tellAll();
    expect(await people.notifications()).toHaveLength(10 * 3);
  });

  it('is for one person in one role: no colleague and no other role sees or changes it', async () => {
    await people.step('bevestigen', 'corporatie');
    await people.fanOut.tellAll();
    const own = {
      ...{ accountId: people.accountOf('coordinator'), role: 'coordinator' },
      ...{ organisationId: PEOPLE.coordinator[2], regionId: SAMPLE.region },
    };
    const { manager } = people.database.app;
    const able = (who: object) =>
      actingAs({ ...own, ...who }, async () => ({
        sees: await manager.count(NotificationEntity),
        changes: (await manager.update(NotificationEntity, { byMail: false }, { readAt: new Date() })).affected,
      }));
    const nothing = { sees: 0, changes: 0 };
    for (const role of ROLES.filter((each) => each !== 'coordinator')) expect(await able({ role })).toEqual(nothing);
    expect(await able({ accountId: people.accountOf('corporatie') })).toEqual(nothing);
    expect(await able({ organisationId: SAMPLE.corporatie })).toEqual(nothing);
    expect(await able({ regionId: 'elders' })).toEqual(nothing);
    expect(await able({})).toEqual({ sees: 1, changes: 1 });
  });

  it('makes no mail where there is no mail server, and health says so', async () => {
    await people.choose('coordinator', 'immediate');
    await people.step('bevestigen', 'corporatie');
    await people.work();
    expect(await people.notifications()).toHaveLength(3);
    expect(await people.mails()).toEqual([]);
    const health = new MailHealthService(people.database.app, people.clock, new Mailer(undefined));
    expect(await health.read()).toEqual({ isConfigured: false, oldestMinutes: null });
  });
});

describe('a file that is purged', () => {
  it('takes along who was told of its steps, and what waits to be told', async () => {
    const { app } = people.database;
    const household = await insertClosedFile(app, '2008-05-31');
    await people.fanOut.tellAll();
    expect(await people.told()).toEqual(emailsOf('aanbieder', 'corporatie'));
    const other = await insertClosedFile(app, '2008-05-31');
    for (const each of [household, other]) {
      expect(await app.transaction((manager) => purgeOne(manager, 'file', each, '2026-01-01'))).toBe(true);
    }
    expect(await people.notifications()).toEqual([]);
    expect(await app.query('SELECT event_id FROM notification_pending')).toEqual([]);
    const proofs = await app.query<{ told: number }[]>(
      `SELECT (counts->>'notification')::int AS told FROM purge_record WHERE category = 'file' ORDER BY 1`,
    );
    expect(proofs).toEqual([{ told: 0 }, { told: 2 }]);
  });
});
