import { expect, it } from '@jest/globals';
import type TestAgent from 'supertest/lib/agent';
import { EndedContactsService } from '../../../src/modules/contacts/ended-contacts.service';
import type { UnitContactDto } from '../../../src/modules/contacts/unit-contact.dto';
import { codeOf, type ContactCase, fieldsOf } from './contact-case';

/** Who at its corporatie is the contact person for a home. */
export function homeContactCases(cases: ContactCase): void {
  const own = () => cases.test.as('corporatie');
  const path = (home: string) => `/v1/wooneenheden/${home}/contactpersoon`;
  const seen = async (agent: TestAgent, home: string): Promise<UnitContactDto> =>
    (await agent.get(path(home)).expect(200)).body as UnitContactDto;
  const send = (agent: TestAgent, home: string, persoon: string | null, vorige: string | null) =>
    agent.post(path(home)).send({ persoon, vorige });
  const handOver = (agent: TestAgent, naar: string, aantal: number) =>
    agent.post('/v1/wooneenheden-overdrachten').send({ naar, aantal });
  const somebody = async () => cases.somebody('corporatie', (await cases.placeOf('corporatie')).organisation);

  /** Homes of the corporatie, or of another one, for which nobody is the contact person. */
  async function homes(count: number, of: 'own' | 'other' = 'own'): Promise<string[]> {
    const { organisation } = await cases.placeOf('corporatie');
    const rows = await cases.test.dataSource.query<{ id: string }[]>(
      `SELECT u.id FROM unit u
        WHERE u.corporatie_id IS NOT NULL AND (u.owner_organisation_id = $1) = $2 AND NOT EXISTS (
          SELECT FROM unit_contact c WHERE c.unit_id = u.id AND c.ended_at IS NULL)
        ORDER BY u.code LIMIT $3`,
      [organisation, of === 'own', count],
    );
    expect(rows).toHaveLength(count);
    return rows.map(({ id }) => id);
  }

  /** A corporatie that the made-up people do not work for. */
  async function elsewhere() {
    const { organisation } = await cases.placeOf('corporatie');
    const [row] = await cases.test.dataSource.query<[{ id: string }]>(
      `SELECT id FROM organisation WHERE kind = 'corporatie' AND id <> $1 ORDER BY name LIMIT 1`,
      [organisation],
    );
    return cases.somebody('corporatie', row.id);
  }

  it('is chosen by the corporatie that owns it among its own people, and shown to the coordinator', async () => {
    const { account, organisation } = await cases.placeOf('corporatie');
    const [colleague, stranger] = [await somebody(), await elsewhere()];
    const ids = (await own().get('/v1/collegas').expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([account, colleague.id]));
    expect(ids).not.toContain(stranger.id);

    const [home] = (await homes(1)) as [string];
    const nobody = { persoon: null, sinds: null, toewijzing: null };
    expect(await seen(own(), home)).toMatchObject(nobody);
    for (const wrong of [stranger.id, (await cases.placeOf('coordinator')).account]) {
      const refused = await send(own(), home, wrong, null);
      expect([refused.status, fieldsOf(refused)]).toEqual([400, ['persoon']]);
    }
    expect(await seen(own(), home)).toMatchObject(nobody);
    const given = (await send(own(), home, account, null).expect(200)).body as UnitContactDto;
    expect(given).toMatchObject({ persoon: { id: account }, eigenWoningen: 1 });
    const told = await seen(cases.test.as('coordinator'), home);
    expect(told).toEqual({ ...given, eigenWoningen: 0 });

    // Somebody else was first; and nothing changes twice.
    expect(codeOf(await send(own(), home, colleague.id, null))).toBe('intussen-gewijzigd');
    expect(codeOf(await send(own(), home, account, given.toewijzing))).toBe('contactpersoon-is-gelijk');
    const changed = (await send(own(), home, colleague.id, given.toewijzing)).body as UnitContactDto;
    expect(changed).toMatchObject({ persoon: { id: colleague.id }, eigenWoningen: 0 });
    await send(own(), home, null, changed.toewijzing).expect(200);
    expect(await seen(own(), home)).toMatchObject(nobody);
    const log = await cases.test.dataSource.query(
      `SELECT operation, actor, role, organisation_id FROM change_log
        WHERE table_name = 'unit_contact' AND row_id IN (SELECT id::text FROM unit_contact WHERE unit_id = $1) ORDER BY id`,
      [home],
    );
    expect(log).toEqual(
      ['insert', 'update', 'insert', 'update'].map((operation) => ({
        ...{ operation, actor: account, role: 'corporatie', organisation_id: organisation },
      })),
    );
  });

  it('is not there for another corporatie, to see or to change', async () => {
    const stranger = await elsewhere();
    for (const [agent, home] of [
      [stranger.agent, (await homes(1))[0]!],
      [own(), (await homes(1, 'other'))[0]!],
    ] as const) {
      expect((await agent.get(path(home))).status).toBe(404);
      expect((await send(agent, home, stranger.id, null)).status).toBe(404);
    }
  });

  it('stands with the allocation, its filter and the proposal; the organisation where there is none', async () => {
    const { account, organisation } = await cases.placeOf('corporatie');
    const [row] = await cases.test.dataSource.query<[{ id: string; home: string; state: string }]>(
      `SELECT p.id, p.unit_id AS home, p.state FROM proposal p JOIN unit u ON u.id = p.unit_id
        WHERE u.owner_organisation_id = $1 AND p.state = 'voorgesteld' ORDER BY p.id LIMIT 1`,
      [organisation],
    );
    const become = (state: string) =>
      cases.test.dataSource.query(`UPDATE proposal SET state = $2 WHERE id = $1`, [row.id, state]);
    const told = async () => {
      const answers = [
        await own().get(`/v1/toewijzingsprofielen/${row.id}`).expect(200),
        await cases.test.as('coordinator').get(`/v1/voorstellen/${row.id}`).expect(200),
      ];
      return answers.map(({ body }) => (body as { contactpersoonVerhuurder: unknown }).contactpersoonVerhuurder);
    };
    const filtered = async (contactpersoon: string): Promise<boolean> => {
      const query = `aantal=100&contactpersoon=${contactpersoon}`;
      const { body } = await own().get(`/v1/toewijzingsprofielen?${query}`).expect(200);
      return (body as { items: { id: string }[] }).items.some(({ id }) => id === row.id);
    };
    await become('goedgekeurd');
    expect(await told()).toEqual([null, null]);
    expect([await filtered('mij'), await filtered('geen')]).toEqual([false, true]);
    const { persoon, toewijzing } = (await send(own(), row.home, account, null)).body as UnitContactDto;
    expect(await told()).toEqual([persoon?.naam, persoon?.naam]);
    expect([await filtered('mij'), await filtered(account), await filtered('geen')]).toEqual([true, true, false]);
    await send(own(), row.home, null, toewijzing).expect(200);
    await become(row.state);
  });

  it('changes once when several people choose at the same moment', async () => {
    const { account } = await cases.placeOf('corporatie');
    const [home] = (await homes(1)) as [string];
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(own(), home, account, null)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await send(own(), home, null, (await seen(own(), home)).toewijzing).expect(200);
  });

  it('hands all homes over to a colleague, or none', async () => {
    const [from, to, stranger] = [await somebody(), await somebody(), await elsewhere()];
    const mine = await homes(3);
    for (const home of mine) await send(from.agent, home, from.id, null).expect(200);
    for (const wrong of [stranger.id, from.id]) {
      expect(fieldsOf(await handOver(from.agent, wrong, 3))).toEqual(['naar']);
    }
    for (const wrong of [2, 4]) {
      const refused = await handOver(from.agent, to.id, wrong);
      expect([refused.status, codeOf(refused), refused.body.aantal]).toEqual([409, 'werk-intussen-gewijzigd', 3]);
    }
    for (const home of mine) expect((await seen(from.agent, home)).persoon?.id).toBe(from.id);
    // Two windows, one button.
    const twice = await Promise.all([1, 2].map(() => handOver(from.agent, to.id, 3)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(twice.find(({ status }) => status === 201)?.body).toMatchObject({ overgedragen: 3, naar: { id: to.id } });
    for (const home of mine) {
      expect(await seen(to.agent, home)).toMatchObject({ persoon: { id: to.id }, eigenWoningen: 3 });
    }
    expect((await seen(from.agent, mine[0]!)).eigenWoningen).toBe(0);
  });

  it('is nobody from the moment that the role ends, and is written down as ended afterwards', async () => {
    const who = await somebody();
    const [home] = (await homes(1)) as [string];
    const { toewijzing } = (await send(who.agent, home, who.id, null).expect(200)).body as UnitContactDto;
    await cases.test
      .as('beheerder')
      .post(`/v1/roltoewijzingen/${who.assignment}/beeindigingen`)
      .send({ laatsteDag: null })
      .expect(201);
    for (const role of ['corporatie', 'coordinator'] as const) {
      expect(await seen(cases.test.as(role), home)).toMatchObject({ persoon: null, sinds: null });
    }
    await cases.test.app.get(EndedContactsService, { strict: false }).handOverDueWork();
    expect((await seen(own(), home)).toewijzing).toBeNull();
    const [row] = await cases.test.dataSource.query(
      `SELECT ended_at IS NOT NULL AS ended, ended_by FROM unit_contact WHERE id = $1`,
      [toewijzing],
    );
    expect(row).toEqual({ ended: true, ended_by: null });
  });
}
