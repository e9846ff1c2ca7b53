import { expect, it } from '@jest/globals';
import type { NotificationDto, PreferenceDto } from '../../src/modules/notifications/notification.dto';
import type { ProposalDetailDto } from '../../src/modules/proposals/proposal.dto';
import { Reconciler } from '../../src/platform/queue/reconciler';
import type { MailServer } from '../support/mail-server';
import type { TestApp } from '../support/test-app';

const PATIENCE_MILLISECONDS = 20_000;

/** What people see of notifications, and the way of a mail through the queue, in an application with a round and a mail server. */
export function notificationCases(app: () => TestApp, mail: () => MailServer): void {
  const settings = '/v1/meldingsvoorkeuren';
  let notification: NotificationDto;

  const list = async (query = '', role: 'corporatie' | 'aanbieder' = 'corporatie') => {
    const { body, status } = await app().as(role).get(`/v1/meldingen${query}`);
    expect(status).toBe(200);
    return body as { items: NotificationDto[]; totaal: number };
  };
  const preference = async () => (await app().as('corporatie').get(settings)).body as PreferenceDto;

  /** The coordinator approves a proposal for a home of the corporatie of the tests. */
  async function approve(): Promise<{ proposal: string; reference: string }> {
    const { body: session } = await app().as('corporatie').get('/v1/sessie');
    const corporatie = (session as { rol: { organisatie: { id: string } } }).rol.organisatie.id;
    const { body } = await app().request().get('/v1/voorstellen').query({ corporatie, status: 'voorgesteld' });
    const [proposal] = body.items;
    const address = `/v1/voorstellen/${proposal.id}/beoordelingen`;
    await app().request().post(address).send({ besluit: 'akkoord', versie: proposal.versie }).expect(201);
    // A search that had begun already may have passed the step by.
    for (let time = 0; time < 2; time += 1) await app().app.get(Reconciler).reconcile();
    return { proposal: proposal.id, reference: proposal.client.nummer };
  }

  it('tells the corporatie of the home, and not the coordinator who approved', async () => {
    const { proposal } = await approve();
    const { items } = await list();
    notification = items.find(({ voorstel }) => voorstel === proposal)!;
    const said = { actie: 'goedkeuren', tekst: 'Voorstel om te bevestigen', gelezenOp: null };
    expect(notification).toMatchObject(said);
    const { body } = await app().request().get('/v1/meldingen');
    expect(body.totaal).toBe(0);
  });

  it('says where mail would go, and takes a choice that is whole', async () => {
    expect(await preference()).toEqual({ ritme: 'dagelijks', uur: 8, mail: 'geen-adres', adres: null });
    await app().dataSource.query(
      `INSERT INTO account_identity (issuer, subject, account_id)
       SELECT 'https://aanmelden.example', split_part(email, '@', 1), id FROM account ON CONFLICT DO NOTHING`,
    );
    const known = await preference();
    expect(known).toMatchObject({ mail: 'mogelijk', adres: expect.stringContaining('@demo.woonplek.example') });
    const wrong = await app().as('corporatie').put(settings).send({ ritme: 'soms', uur: 24 });
    expect([wrong.status, wrong.body.fouten.map(({ veld }: { veld: string }) => veld).sort()]).toEqual([
      ...[400, ['ritme', 'uur']],
    ]);
    const chosen = await app().as('corporatie').put(settings).send({ ritme: 'meteen', uur: 17 });
    expect([chosen.status, chosen.body]).toEqual([200, { ...known, ritme: 'meteen', uur: 17 }]);
    await app().as('corporatie').put(settings).send({ ritme: 'meteen', uur: 8 }).expect(200);
    expect(await preference()).toEqual({ ...known, ritme: 'meteen' });
  });

  it('mails through the queue, and shows in the history how far that got', async () => {
    const { proposal, reference } = await approve();
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    const history = async () => {
      const { body } = await app().request().get(`/v1/voorstellen/${proposal}`);
      const [step] = (body as ProposalDetailDto).gebeurtenissen;
      return step!.meldingen.find(({ rol }) => rol.code === 'corporatie');
    };
    while ((await history())?.gemaild !== 1) {
      expect(Date.now()).toBeLessThan(deadline);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await history()).toEqual({
      ...{ rol: { code: 'corporatie', naam: 'Medewerker corporatie' }, mensen: 1 },
      ...{ gemaild: 1, wachtOpMail: 0, mailMislukt: 0, gezien: 0 },
    });
    const { adres } = await preference();
    const [sent] = mail().received.filter(({ to }) => to.includes(adres ?? ''));
    expect(sent?.text).toMatch(/- \d voorstel(len)? om te bevestigen/);
    expect(sent?.raw).not.toContain(reference);
    const { body: health } = await app().anonymous().get('/v1/gezondheid');
    expect(health.mail).toEqual({ ingesteld: true, oudsteWachtMinuten: null });
  });

  it('is read one by one or all at once, by nobody else', async () => {
    const read = (id: string, role: 'corporatie' | 'aanbieder') => app().as(role).post(`/v1/meldingen/${id}/gelezen`);
    expect((await read(notification.id, 'aanbieder')).status).toBe(404);
    const before = (await list('?gelezen=false')).totaal;
    const first = (await read(notification.id, 'corporatie')).body as NotificationDto;
    expect(first.gelezenOp).not.toBeNull();
    expect((await read(notification.id, 'corporatie')).body).toEqual(first);
    expect((await list('?gelezen=true')).items).toEqual([first]);
    expect((await app().as('corporatie').post('/v1/meldingen/gelezen')).body).toEqual({ gelezen: before - 1 });
    expect((await list('?gelezen=false')).totaal).toBe(0);
  });

  it('calls the gemeente that is asked and who is invited by mail, and tells the coordinator of the answer', async () => {
    const send = (path: string, body: object) => app().request().post(`/v1/${path}`).send(body);
    const mailsOf = async (role: 'gemeente' | 'veldtafel') => {
      const [account] = await app().dataSource.query<{ email: string }[]>(`SELECT email FROM account WHERE id = $1`, [
        (await app().as(role).get('/v1/sessie')).body.persoon.id,
      ]);
      return mail().received.filter(({ to }) => to.includes(account!.email));
    };
    const mailed = async (role: 'gemeente' | 'veldtafel', line: string) => {
      const deadline = Date.now() + PATIENCE_MILLISECONDS;
      let found = await mailsOf(role);
      while (!found.some(({ text }) => text.includes(line))) {
        expect(Date.now()).toBeLessThan(deadline);
        await app().app.get(Reconciler).reconcile();
        await new Promise((resolve) => setTimeout(resolve, 50));
        found = await mailsOf(role);
      }
      return found.find(({ text }) => text.includes(line))!;
    };
    const { body: waiting } = await app().request().get('/v1/clienten?status=wachtend&aantal=100').expect(200);
    const [client] = waiting.items.slice(-1);
    const asked = {
      ...{ van: 'GM0118', naar: 'GM0106', reden: 'Heeft daar familie.', afspraken: 'Blijft in de opvang.' },
      ...{ toestemmingOp: '2026-01-05', toestemmingHoe: 'In een gesprek' },
    };
    const handover = (await send(`clienten/${client.id}/warmeoverdrachten`, asked).expect(201)).body;
    const call = await mailed('gemeente', '- 1 warme overdracht om te beantwoorden\n');
    expect(call.text.match(/https?:\/\/\S+/g)).toEqual([expect.stringMatching(/\/warme-overdrachten$/)]);
    expect(call.raw).not.toContain(client.nummer);

    const answer = { antwoord: 'weigeren', reden: 'Wij kennen deze persoon niet.', versie: handover.versie };
    await app().as('gemeente').post(`/v1/warmeoverdrachten/${handover.id}/antwoorden`).send(answer).expect(200);
    const { body: own } = await app().request().get('/v1/meldingen?aantal=100').expect(200);
    const told = { actie: 'overdracht-beantwoord', tekst: 'Warme overdracht die is beantwoord', voorstel: null };
    expect(own.items).toContainEqual(expect.objectContaining({ ...told, warmeOverdracht: handover.id }));

    const member: string = (await app().as('veldtafel').get('/v1/sessie')).body.persoon.id;
    const plan = { soort: 'veldtafel', titel: 'Veldtafel', op: '2099-01-01' };
    const { id } = (await send('veldtafels', plan).expect(201)).body;
    const invited = (await send(`veldtafels/${id}/uitnodigingen`, { persoon: member }).expect(200)).body;
    const invitation = await mailed('veldtafel', '- 1 uitnodiging voor een overleg\n');
    expect(invitation.text).toMatch(/\/veldtafels$/m);
    const off = { reden: 'Te weinig zaken.', versie: invited.versie };
    await send(`veldtafels/${id}/afgelastingen`, off).expect(200);
    expect((await mailed('veldtafel', '- 1 overleg dat niet doorgaat\n')).text).not.toContain('zaken.');
    // Who takes a step is not called for it.
    expect(own.items.filter(({ actie }: NotificationDto) => actie === 'overdracht-gevraagd')).toEqual([]);
  });
}
