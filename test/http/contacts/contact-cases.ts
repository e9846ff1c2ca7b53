import { expect, it } from '@jest/globals';
import { codeOf, type ContactCase, fieldsOf, type Kept } from './contact-case';

const ROLES: readonly Kept[] = ['coordinator', 'aanbieder'];

/** Who is the contact person of a client, in each of the two roles. */
export function contactCases(cases: ContactCase): void {
  it.each(ROLES)('is chosen by a %s among the people with that role today, and shown to both', async (role) => {
    const { account, organisation } = await cases.placeOf(role);
    const agent = cases.test.as(role);
    const colleague = await cases.somebody(role);
    const elsewhere = await cases.somebody(role === 'coordinator' ? 'veldtafel' : 'coordinator');
    const colleagues = (await agent.get('/v1/collegas').expect(200)).body.items;
    const ids = colleagues.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([account, colleague.id]));
    expect(ids).not.toContain(elsewhere.id);

    const owner = (await cases.placeOf('aanbieder')).organisation;
    const [client] = await cases.clients(1, role, owner);
    const send = (persoon: string | null, vorige: string | null) =>
      agent.post(`/v1/clienten/${client!}/contactpersonen`).send({ persoon, vorige });
    expect(fieldsOf(await send(elsewhere.id, null))).toEqual(['persoon']);
    const given = (await send(account, null)).body;
    const contact = given.contactpersonen.find(({ rol }: { rol: string }) => rol === role);
    expect(contact).toMatchObject({ persoon: { id: account }, magWijzigen: true });
    for (const other of ROLES) {
      const seen = await cases.contact(cases.test.as(other), client!, role);
      expect(seen).toMatchObject({ persoon: { id: account }, magWijzigen: other === role });
    }

    // Somebody else was first; and nothing changes twice.
    expect(codeOf(await send(colleague.id, null))).toBe('intussen-gewijzigd');
    expect(codeOf(await send(account, contact.toewijzing))).toBe('contactpersoon-is-gelijk');
    const changed = (await send(colleague.id, contact.toewijzing)).body;
    expect(changed.eerder[0]).toMatchObject({ persoon: { id: account } });
    expect(await cases.listed(agent, colleague.id)).toEqual([client]);
    expect(await cases.listed(colleague.agent, 'mij')).toEqual([client]);
    expect(await cases.listed(agent, 'geen')).not.toContain(client);
    const last = await cases.contact(agent, client!, role);
    await send(null, last.toewijzing).expect(200);
    expect(await cases.contact(agent, client!, role)).toMatchObject({ persoon: null, toewijzing: null });
    expect(await cases.listed(colleague.agent, 'mij')).toEqual([]);

    const log = await cases.test.dataSource.query(
      `SELECT operation, actor, role, organisation_id FROM change_log WHERE table_name = 'household_contact' AND household_id = $1
        ORDER BY id`,
      [client],
    );
    const own = log.slice(-4);
    expect(own.map(({ operation }: { operation: string }) => operation)).toEqual([
      ...['insert', 'update', 'insert', 'update'],
    ]);
    for (const row of own) expect(row).toMatchObject({ actor: account, role, organisation_id: organisation });
  });

  it('is on the list of clients and of proposals, in the reader’s own role', async () => {
    const [row] = await cases.test.dataSource.query(
      `SELECT h.id FROM proposal p JOIN household h ON h.id = p.household_id WHERE h.owner_organisation_id = $1 ORDER BY 1 LIMIT 1`,
      [(await cases.placeOf('aanbieder')).organisation],
    );
    for (const role of ROLES) {
      const { account } = await cases.placeOf(role);
      const agent = cases.test.as(role);
      await cases.give(agent, [row.id], role, account);
      expect(await cases.listed(agent, 'mij')).toEqual([row.id]);
      expect(await cases.listed(agent, 'mij', 'voorstellen')).toEqual([row.id]);
      expect(await cases.listed(agent, 'geen', 'voorstellen')).not.toContain(row.id);
      for (const list of ['clienten', 'voorstellen']) {
        const { items } = (await agent.get(`/v1/${list}?contactpersoon=mij`)).body;
        expect(items[0].contactpersoon).toMatchObject({ id: account });
      }
      const { items } = (await agent.get('/v1/voorstellen?contactpersoon=mij')).body;
      expect((await agent.get(`/v1/voorstellen/${items[0].id}`)).body.contactpersoon).toEqual(items[0].contactpersoon);
      await agent
        .post(`/v1/clienten/${row.id}/contactpersonen`)
        .send({ persoon: null, vorige: (await cases.contact(agent, row.id, role)).toewijzing })
        .expect(200);
    }
    expect(fieldsOf(await cases.test.request().get('/v1/clienten?contactpersoon=iemand'))).toEqual(['contactpersoon']);
  });

  it('changes once when several people choose at the same moment', async () => {
    const agent = cases.test.as('coordinator');
    const { account } = await cases.placeOf('coordinator');
    const [client] = await cases.clients(1, 'coordinator');
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        agent.post(`/v1/clienten/${client!}/contactpersonen`).send({ persoon: account, vorige: null }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { toewijzing: vorige } = await cases.contact(agent, client!, 'coordinator');
    await agent.post(`/v1/clienten/${client!}/contactpersonen`).send({ persoon: null, vorige }).expect(200);
  });
}
