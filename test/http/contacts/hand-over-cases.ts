import { expect, it } from '@jest/globals';
import { addDays } from '../../../src/core/time/calendar';
import { EndedContactsService } from '../../../src/modules/contacts/ended-contacts.service';
import { ROLES } from '../../../src/platform/access/permissions';
import { Clock } from '../../../src/platform/clock';
import { codeOf, type ContactCase, fieldsOf, type Kept, type Somebody } from './contact-case';

const KEPT: readonly Kept[] = ['coordinator', 'aanbieder'];

/** Work that goes from one to another: by hand, and because a role ends. */
export function handOverCases(cases: ContactCase): void {
  const beheer = () => cases.test.as('beheerder');
  const end = (who: Somebody, body: object) =>
    beheer()
      .post(`/v1/roltoewijzingen/${who.assignment}/beeindigingen`)
      .send({ laatsteDag: null, ...body });
  const handOver = (who: Somebody, body: object) => who.agent.post('/v1/overdrachten').send(body);
  const reconcile = () => cases.test.app.get(EndedContactsService, { strict: false }).handOverDueWork();

  /** Two colleagues, of whom the first is the contact person of some clients. */
  async function colleagues(role: Kept, count: number): Promise<{ from: Somebody; to: Somebody; clients: string[] }> {
    const organisation = role === 'aanbieder' ? (await cases.placeOf(role)).organisation : undefined;
    const from = await cases.somebody(role);
    const to = await cases.somebody(role);
    const clients = (await cases.clients(count, role, organisation)).sort();
    await cases.give(from.agent, clients, role, from.id);
    return { from, to, clients };
  }

  it.each(KEPT)('is handed over by a %s, some or all, and everything or nothing', async (role) => {
    const { from, to, clients } = await colleagues(role, 4);
    const other = await cases.somebody('gemeente');
    const [stranger] = await cases.clients(1, role);
    const work = (await from.agent.get('/v1/eigen-werk').expect(200)).body;
    expect(work).toMatchObject({ clienten: 4 });
    const some = clients.slice(0, 2);

    expect(fieldsOf(await handOver(from, { naar: other.id, aantal: 4 }))).toEqual(['naar']);
    expect(fieldsOf(await handOver(from, { naar: from.id, aantal: 4 }))).toEqual(['naar']);
    for (const wrong of [{ aantal: 3 }, { clienten: [...some, stranger], aantal: 3 }, { clienten: some, aantal: 1 }]) {
      const refused = await handOver(from, { naar: to.id, ...wrong });
      expect([refused.status, codeOf(refused)]).toEqual([409, 'werk-intussen-gewijzigd']);
    }
    expect(await cases.listed(from.agent, 'mij')).toEqual(clients);

    const toelichting = 'Belt liever dan mailt.';
    expect((await handOver(from, { naar: to.id, clienten: some, aantal: 2, toelichting })).body).toMatchObject({
      overgedragen: 2,
      naar: { id: to.id },
    });
    expect(await cases.listed(to.agent, 'mij')).toEqual(some);
    expect(await cases.contact(to.agent, some[0]!, role)).toMatchObject({ toelichting });
    // Two windows, one button.
    const twice = await Promise.all([1, 2].map(() => handOver(from, { naar: to.id, aantal: 2 })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await cases.listed(to.agent, 'mij')).toEqual(clients);
    expect(await cases.listed(from.agent, 'mij')).toEqual([]);
  });

  it('is counted with what goes on for the clients, and the first day on which somebody must have an answer', async () => {
    const { from } = await colleagues('coordinator', 0);
    const rows = await cases.test.dataSource.query<{ id: string }[]>(
      `SELECT DISTINCT p.household_id AS id FROM proposal p WHERE p.state = 'voorgesteld' AND NOT EXISTS (
         SELECT FROM household_contact c WHERE c.household_id = p.household_id AND c.role = 'coordinator' AND c.ended_at IS NULL)
        ORDER BY 1 LIMIT 2`,
    );
    const ids = rows.map(({ id }) => id);
    await cases.give(from.agent, ids, 'coordinator', from.id);
    const today = cases.test.app.get(Clock).today();
    for (const [at, id] of ids.entries()) {
      const ask = { soort: 'inzage', ontvangenOp: addDays(today, -at), vraag: 'Wat staat er over mij?' };
      await from.agent.post(`/v1/clienten/${id}/verzoeken`).send(ask).expect(201);
    }
    const { items } = (await from.agent.get(`/v1/clienten/${ids[1]!}/verzoeken`)).body;
    const expected = { clienten: 2, voorstellen: 2, verzoeken: 2, eersteTermijn: items[0].uiterlijkOp };
    expect((await from.agent.get('/v1/eigen-werk')).body).toEqual(expected);
    expect((await beheer().get(`/v1/roltoewijzingen/${from.assignment}/werk`)).body).toEqual(expected);
    const refused = await end(from, {});
    expect([refused.status, codeOf(refused)]).toEqual([409, 'werk-niet-overgedragen']);
    expect(refused.body).toMatchObject(expected);
    expect((await end(from, { werkNaar: 'organisatie' })).status).toBe(201);
    for (const id of ids)
      expect(await cases.contact(cases.test.request(), id, 'coordinator')).toMatchObject({ persoon: null });
    expect(await cases.listed(cases.test.request(), 'geen', 'voorstellen')).toEqual(expect.arrayContaining(ids));
  });

  it.each(KEPT)('of a %s is handed over by the beheerder, who sees no client', async (role) => {
    const { from, to, clients } = await colleagues(role, 2);
    const send = (body: object) => beheer().post(`/v1/roltoewijzingen/${from.assignment}/overdrachten`).send(body);
    expect(codeOf(await send({ naar: to.id, aantal: 1 }))).toBe('werk-intussen-gewijzigd');
    const done = await send({ naar: to.id, aantal: 2 });
    expect([done.status, done.body.overgedragen]).toEqual([201, 2]);
    for (const id of clients) expect(done.text).not.toContain(id);
    expect(await cases.listed(to.agent, 'mij')).toEqual(clients);
    const [log] = await cases.test.dataSource.query(
      `SELECT actor FROM change_log WHERE table_name = 'household_contact' AND operation = 'insert' ORDER BY id DESC LIMIT 1`,
    );
    expect(log.actor).toBe((await cases.placeOf('beheerder')).account);
  });

  it.each([
    ['beeindigingen', { laatsteDag: null }],
    ['beoordelingen', { besluit: 'beeindigen' }],
  ])('is not left behind when a role ends at once, by %s', async (route, body) => {
    for (const role of KEPT) {
      const { from, to, clients } = await colleagues(role, 2);
      const send = (more: object) =>
        beheer()
          .post(`/v1/roltoewijzingen/${from.assignment}/${route}`)
          .send({ ...body, ...more });
      expect(codeOf(await send({}))).toBe('werk-niet-overgedragen');
      expect(fieldsOf(await send({ werkNaar: from.id }))).toEqual(['werkNaar']);
      expect((await from.agent.get('/v1/sessie')).status).toBe(200);
      const ended = await send({ werkNaar: to.id, toelichting: 'Andere baan' });
      expect([ended.status, ended.body.status, ended.body.opvolger?.id]).toEqual([201, 'beeindigd', to.id]);
      expect((await from.agent.get('/v1/sessie')).status).toBe(401);
      expect(await cases.listed(to.agent, 'mij')).toEqual(clients);
      expect(codeOf(await send({ werkNaar: to.id }))).toBe('rol-beeindigd');
    }
  });

  it.each(KEPT)('of a %s goes over when the last day has passed, also when nothing ran on it', async (role) => {
    const { from, to, clients } = await colleagues(role, 2);
    const today = cases.test.app.get(Clock).today();
    expect(fieldsOf(await end(from, { laatsteDag: addDays(today, -1), werkNaar: to.id }))).toEqual(['laatsteDag']);
    expect(codeOf(await end(from, { laatsteDag: today }))).toBe('werk-niet-overgedragen');
    const planned = await end(from, { laatsteDag: addDays(today, 3), werkNaar: to.id });
    expect(planned.body).toMatchObject({ status: 'geldig', tot: addDays(today, 3), opvolger: { id: to.id } });
    await reconcile();
    expect(await cases.listed(from.agent, 'mij')).toEqual(clients);

    await cases.test.dataSource.query(`UPDATE role_assignment SET valid_until = $2::date - 1 WHERE id = $1`, [
      ...[from.assignment, today],
    ]);
    expect((await from.agent.get('/v1/sessie')).status).toBe(401);
    // From that moment on nobody has them, whatever the rows still say: the lock keeps these as they are.
    await cases.test.dataSource.transaction(async (manager) => {
      await manager.query('SELECT id FROM household_contact WHERE account_id = $1 FOR UPDATE', [from.id]);
      expect(await cases.contact(to.agent, clients[0]!, role)).toMatchObject({ persoon: null });
      expect(await cases.listed(to.agent, 'geen')).toEqual(expect.arrayContaining(clients));
    });
    await Promise.all([reconcile(), reconcile()]);
    expect(await cases.listed(to.agent, 'mij')).toEqual(clients);

    // The successor leaves too, without anybody after them.
    await cases.test.dataSource.query(`UPDATE role_assignment SET valid_until = $2::date - 1 WHERE id = $1`, [
      ...[to.assignment, today],
    ]);
    await reconcile();
    const agent = cases.test.as(role);
    for (const client of clients) {
      expect(await cases.contact(agent, client, role)).toMatchObject({ persoon: null, toewijzing: null });
    }
  });

  it('is asked for in no other role, and of nobody who has none', async () => {
    for (const role of ROLES) {
      const who = await cases.somebody(role);
      const successor = (await cases.somebody(role)).id;
      const isKept = KEPT.some((each) => each === role);
      expect((await beheer().get(`/v1/roltoewijzingen/${who.assignment}/werk`)).body).toMatchObject({ clienten: 0 });
      if (!isKept) expect(fieldsOf(await end(who, { werkNaar: successor }))).toEqual(['werkNaar']);
      const ended = await end(who, isKept ? { werkNaar: successor } : {});
      expect([role, ended.status, ended.body.status]).toEqual([role, 201, 'beeindigd']);
      expect((await who.agent.get('/v1/sessie')).status).toBe(401);
    }
  });

  it('is not touched by who ends an own role', async () => {
    const { body } = await beheer().get('/v1/roltoewijzingen?rol=beheerder&status=geldig');
    const { account } = await cases.placeOf('beheerder');
    const own = body.items.find((each: { persoon: { id: string } }) => each.persoon.id === account);
    for (const path of ['beeindigingen', 'beoordelingen']) {
      const answer = await beheer()
        .post(`/v1/roltoewijzingen/${own.id}/${path}`)
        .send(path === 'beoordelingen' ? { besluit: 'beeindigen' } : { laatsteDag: null });
      expect(codeOf(answer)).toBe('eigen-rol');
    }
  });
}
