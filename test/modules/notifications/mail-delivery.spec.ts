import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { STEP_NOTIFICATIONS } from '../../../src/core/notifications/step-notifications';
import { PROPOSAL_ACTIONS, PROPOSAL_STATES } from '../../../src/core/review/proposal-transitions';
import { NotificationEntity } from '../../../src/database/entities/notification.entity';
import { MailDeliveryService } from '../../../src/modules/notifications/mail-delivery.service';
import { MailHealthService } from '../../../src/modules/notifications/mail-health.service';
import { ROLES } from '../../../src/platform/access/permissions';
import { Mailer } from '../../../src/platform/mail/mailer';
import { MailServer } from '../../support/mail-server';
import { emailOf, emailsOf, NotifiedPeople, PEOPLE, type Person } from '../../support/notified-people';
import { SAMPLE } from '../../support/sample-rows';
import { valuesAboutPersons } from '../../support/values-about-persons';

let server: MailServer;
let people: NotifiedPeople;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await MailServer.start();
  people = await NotifiedPeople.create(server.settings);
});
afterAll(async () => {
  await server?.stop();
  await people?.database.drop();
});
beforeEach(async () => {
  server.reset();
  await people.forget();
});

const mailedTo = (): string[] => server.received.flatMap(({ to }) => to).sort();
const mailFor = (person: Person) => server.received.find(({ to }) => to.includes(emailOf(person)))!;
const deliveryBy = (mailer: Mailer) => new MailDeliveryService(people.database.app, people.clock, mailer);

describe('a mail', () => {
  it('comes once a day at eight on the clock of the region, with everything since the one before', async () => {
    await people.step('bevestigen', 'corporatie');
    await people.step('bevestigen', 'corporatie');
    await people.step('terugsturen', 'corporatie');
    await people.work();
    people.clock.set('2026-11-24T07:59:00+01:00');
    await people.work();
    expect(server.received).toEqual([]);
    people.clock.set('2026-11-24T08:00:00+01:00');
    await people.work();
    expect(mailedTo()).toEqual(emailsOf('aanbieder', 'colleague', 'coordinator'));
    const mail = mailFor('coordinator');
    expect([mail.subject, mail.from]).toEqual(['Woonplek: 3 nieuwe meldingen', server.settings.from]);
    expect(mail.text).toContain('- 2 voorstellen die zijn bevestigd\n- 1 voorstel dat de corporatie terugstuurt\n');
    await people.work();
    people.clock.set('2026-11-25T08:00:00+01:00');
    await people.work();
    expect(server.received).toHaveLength(3);
  });

  it('keeps to the hour that somebody chose when the clocks change', async () => {
    await people.choose('coordinator', 'daily', 7);
    people.clock.set('2027-03-27T12:00:00+01:00');
    await people.step('bevestigen', 'corporatie');
    await people.fanOut.tellAll();
    people.clock.set('2027-03-28T06:59:00+02:00');
    await people.bundles.bundleDue();
    expect(await people.mails()).toEqual([]);
    people.clock.set('2027-03-28T07:00:00+02:00');
    await people.bundles.bundleDue();
    expect(await people.mails()).toMatchObject([{ accountId: people.accountOf('coordinator') }]);
  });

  it('comes at once to who wants that, not at all to who wants none, and a new choice holds for what waits', async () => {
    await people.choose('coordinator', 'immediate');
    await people.choose('colleague', 'none');
    await people.step('bevestigen', 'corporatie');
    await people.work();
    expect(mailedTo()).toEqual(emailsOf('coordinator'));
    await people.choose('aanbieder', 'immediate');
    await people.work();
    people.clock.set('2026-11-24T08:00:00+01:00');
    await people.work();
    expect(mailedTo()).toEqual(emailsOf('aanbieder', 'coordinator'));
  });

  it('does not come about what was read already, or to an address that nobody has verified', async () => {
    await people.step('bevestigen', 'corporatie');
    await people.fanOut.tellAll();
    const { app, owner } = people.database;
    const seen = { readAt: people.clock.now() };
    await app.manager.update(NotificationEntity, { accountId: people.accountOf('coordinator') }, seen);
    await owner.query(`DELETE FROM account_identity WHERE account_id = $1`, [people.accountOf('aanbieder')]);
    people.clock.set('2026-11-24T08:00:00+01:00');
    await people.work();
    expect(mailedTo()).toEqual(emailsOf('colleague'));
    await people.signedIn('aanbieder');
  });

  it('does not come to who left between putting it together and sending it', async () => {
    await people.choose('coordinator', 'immediate');
    await people.step('bevestigen', 'corporatie');
    await people.fanOut.tellAll();
    await people.bundles.bundleDue();
    const set = (active: boolean) =>
      people.database.app.query(`UPDATE account SET active = $1 WHERE email = $2`, [active, emailOf('coordinator')]);
    await set(false);
    await people.work();
    expect(server.received).toEqual([]);
    expect(await people.mails()).toMatchObject([{ state: 'cancelled' }]);
    await set(true);
  });

  it('says nothing of a client, a home or a colleague, whatever the step', async () => {
    // Nobody reviews or confirms without a name.
    const byPeople: readonly string[] = ['goedkeuren', 'bevestigen'];
    for (const action of PROPOSAL_ACTIONS) await people.step(action, byPeople.includes(action) ? 'corporatie' : null);
    await people.fanOut.tellAll();
    people.clock.set('2026-11-24T08:00:00+01:00');
    await people.work();
    expect(server.received).toHaveLength(Object.keys(PEOPLE).length);
    const values = await valuesAboutPersons(people.database.app, ['unit', 'complex', 'organisation']);
    // The words of steps, roles and kinds of organisation are what mails and addresses are made of.
    for (const word of [...PROPOSAL_ACTIONS, ...PROPOSAL_STATES, ...ROLES, 'regio']) values.delete(word);
    expect([...values]).toEqual(
      expect.arrayContaining([
        'Voornaam',
        'Achternaam',
        '2004-05-06',
        'NO-0001',
        '999990019',
        'Studio',
        SAMPLE.household,
      ]),
    );
    for (const { to, text, subject, raw } of server.received) {
      const others = emailsOf(...(Object.keys(PEOPLE) as Person[])).filter((email) => !to.includes(email));
      expect([...values, ...others].filter((value) => `${subject}${text}${raw}`.includes(value))).toEqual([]);
    }
    const asked = Object.values(STEP_NOTIFICATIONS).filter((each) => 'tells' in each && each.tells.coordinator);
    expect(mailFor('coordinator').text.match(/^- /gm)).toHaveLength(asked.length);
  });
});

describe('a mail that fails', () => {
  beforeEach(async () => {
    await people.choose('coordinator', 'immediate');
    await people.choose('colleague', 'none');
    await people.choose('aanbieder', 'none');
    await people.step('bevestigen', 'corporatie');
  });

  async function dueMail(): Promise<string> {
    await people.fanOut.tellAll();
    await people.bundles.bundleDue();
    const [id] = await people.delivery.dueIds();
    return id!;
  }

  it('is tried again later, and is then the same mail', async () => {
    const health = new MailHealthService(people.database.app, people.clock, new Mailer(server.settings));
    server.refusal = 451;
    await people.work();
    expect(await people.mails()).toMatchObject([
      { state: 'waiting', attempts: 1, lastError: 'EENVELOPE 451', sentAt: null },
    ]);
    people.clock.wait(1);
    server.refusal = undefined;
    await people.work();
    expect(server.received).toEqual([]);
    expect(await health.read()).toEqual({ isConfigured: true, oldestMinutes: 1 });
    people.clock.wait(1);
    await people.work();
    const [mail] = await people.mails();
    expect(mail).toMatchObject({ state: 'sent', attempts: 1, sentAt: people.clock.now() });
    expect(server.received).toMatchObject([{ messageId: `<${mail!.id}@woonplek.example>` }]);
    expect(await health.read()).toEqual({ isConfigured: true, oldestMinutes: null });
  });

  it('is given up when the server knows no such person', async () => {
    server.refusal = 550;
    await people.work();
    expect(await people.mails()).toMatchObject([{ state: 'failed', attempts: 1, lastError: 'EENVELOPE 550' }]);
  });

  it('is given up when it was tried long enough', async () => {
    server.refusal = 451;
    for (let tries = 0; tries < 20; tries += 1) {
      await people.work();
      people.clock.wait(300);
    }
    expect(await people.mails()).toMatchObject([{ state: 'failed', attempts: 14 }]);
  });

  it('keeps its name and its content when the server broke off after it had everything', async () => {
    server.breaksOff = true;
    await people.work();
    expect(await people.mails()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    server.breaksOff = false;
    await people.step('terugsturen', 'corporatie');
    people.clock.wait(5);
    await people.work();
    const [first, ...others] = server.received;
    expect(others).toHaveLength(2);
    const again = others.find(({ messageId }) => messageId === first!.messageId);
    expect(again?.text).toBe(first!.text);
    const newer = others.find((each) => each !== again);
    expect(newer?.text).toContain('- 1 voorstel dat de corporatie terugstuurt\n');
  });

  it('is sent once by several that send at the same moment', async () => {
    const id = await dueMail();
    server.holdOn = () => new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([people.delivery.send(id), people.delivery.send(id), people.delivery.send(id)]);
    await people.delivery.send(id);
    expect(server.received).toHaveLength(1);
  });

  it('stays due under its own name when the worker dies between the answer of the server and the commit', async () => {
    const id = await dueMail();
    server.holdOn = async () => {
      await people.database.owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`,
      );
    };
    await expect(people.delivery.send(id)).rejects.toThrow();
    expect(await people.mails()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    server.holdOn = undefined;
    await people.delivery.send(id);
    expect(await people.mails()).toMatchObject([{ state: 'sent' }]);
    const names = server.received.map(({ messageId }) => messageId);
    expect([names.length, new Set(names).size]).toEqual([2, 1]);
  });

  it('leaves this computer over TLS only', async () => {
    // An address of this computer that is not known for one.
    const elsewhere = { ...server.settings, host: '::ffff:127.0.0.1' };
    await deliveryBy(new Mailer(elsewhere)).send(await dueMail());
    expect(await people.mails()).toMatchObject([{ state: 'waiting', lastError: expect.stringContaining('ETLS') }]);
    expect(server.received).toEqual([]);
  });

  it('goes out under the name that the server asks for, and waits where the password is wrong', async () => {
    const closed = await MailServer.start({ login: { user: 'woonplek', password: 'geheim' } });
    const id = await dueMail();
    const credentials = { user: 'woonplek', password: 'fout' };
    await deliveryBy(new Mailer({ ...closed.settings, credentials })).send(id);
    expect(await people.mails()).toMatchObject([{ state: 'waiting', lastError: 'EAUTH 535' }]);
    people.clock.wait(5);
    await deliveryBy(new Mailer(closed.settings)).send(id);
    expect(closed.received).toHaveLength(1);
    await closed.stop();
  });
});
