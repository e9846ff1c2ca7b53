import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdExclusionAreaEntity } from '../../src/database/entities/household-exclusion-area.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import type { RunDetailDto } from '../../src/modules/runs/run.dto';
import { ownerDataSource } from '../../src/database/data-source';
import { MailServer } from '../support/mail-server';
import { createTestApp, type TestApp } from '../support/test-app';
import { notificationCases } from './notification-cases';

const PATIENCE_MILLISECONDS = 50_000;

/** What is held about one client and must never be seen outside the database and the answers that are about it. */
const SECRETS = {
  given_name: 'Geheimvoornaam',
  family_name: 'Geheimachternaam',
  birth_date: '1987-06-05',
  herkomst_basis: 'Geheimgrondslag',
  current_stay: 'Geheimverblijf',
  income_cents: 1_234_567,
  wijk: 'GM0106-GEHEIM',
  note: 'Geheimtoelichting',
} as const;

describe('a coordinator runs a round and reviews its proposals', () => {
  let test: TestApp;
  let mail: MailServer;
  let run: RunDetailDto;
  let secret: { id: string };
  const lines: string[] = [];

  beforeAll(async () => {
    mail = await MailServer.start();
    test = await createTestApp({
      handlesJobs: true,
      log: (line) => void lines.push(line),
      settings: (settings) => ({ ...settings, mail: mail.settings }),
    });
    const { manager } = test.dataSource;
    const household = await manager.findOneByOrFail(HouseholdEntity, { reference: 'AS-0001' });
    secret = household;
    const { herkomst_basis: herkomstBasis, current_stay: currentStay, income_cents: incomeCents } = SECRETS;
    await manager.update(HouseholdEntity, { id: secret.id }, { herkomstBasis, currentStay, incomeCents });
    const { given_name: givenName, family_name: familyName, birth_date: birthDate } = SECRETS;
    const main = { householdId: secret.id, position: 0 };
    await manager.update(HouseholdMemberEntity, main, { givenName, familyName, birthDate });
    await manager.insert(HouseholdExclusionAreaEntity, {
      ...{ id: randomUUID(), householdId: secret.id, regionId: household.regionId },
      ...{ ownerOrganisationId: household.ownerOrganisationId, gemeenteIds: [], wijkIds: [SECRETS.wijk], until: null },
    });
    const asked = await test.request().post('/v1/matchrondes').send({ regio: 'assen' });
    expect(asked.body.tijdvak).toMatch(/^hand-\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/);
    run = await whenDone(asked.headers['location']!);
  });
  afterAll(async () => {
    await test?.close();
    await mail?.stop();
  });

  async function whenDone(location: string): Promise<RunDetailDto> {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const { body } = await test.request().get(location);
      if (body.status !== 'wachtend' && body.status !== 'bezig') return body as RunDetailDto;
      if (Date.now() > deadline) throw new Error(`The round is still at ${JSON.stringify(body.voortgang)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function logged(requestId: string): Promise<{ action: string; outcome: string; object_ids: string[] }[]> {
    return test.dataSource.query('SELECT action, outcome, object_ids FROM access_log WHERE request_id = $1', [
      requestId,
    ]);
  }

  it('gets it done by the queue', () => {
    expect(run).toMatchObject({ status: 'voltooid', gecontroleerd: true, pogingen: 1, fout: null });
    expect(run.voortgang.fase).toBe('klaar');
  });

  it('finds the round in the list', async () => {
    const { body } = await test.request().get('/v1/matchrondes?regio=assen&status=voltooid');
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([run.id]);
    expect((await test.request().get('/v1/matchrondes?status=mislukt')).body.totaal).toBe(0);
  });

  it('goes through the pages of proposals, in order, each once', async () => {
    const seen: { id: string; weken: number }[] = [];
    for (let page = 1; seen.length < run.aantallen!.voorstellen; page += 1) {
      const { body } = await test.request().get(`/v1/voorstellen?sorteer=-weken&aantal=10&pagina=${page}`);
      expect(body.items.length).toBeGreaterThan(0);
      seen.push(...body.items);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(run.aantallen!.voorstellen);
    expect(seen.map(({ weken }) => weken)).toEqual(seen.map(({ weken }) => weken).sort((a, b) => b - a));
  });

  it.each(['gemeente', 'corporatie', 'aanbieder', 'doelgroep'])('filters proposals by %s', async (filter) => {
    const { body } = await test.request().get('/v1/voorstellen?aantal=100');
    const chosen = body.items.find((item: Record<string, { id: string } | null>) => item[filter]);
    const id = chosen[filter].id;
    const expected = body.items.filter((item: Record<string, { id: string } | null>) => item[filter]?.id === id);
    const found = await test
      .request()
      .get('/v1/voorstellen')
      .query({ aantal: 100, [filter]: id });
    expect(found.body.items).toEqual(expected);
  });

  it('searches by client number and home, and takes wildcards as they are', async () => {
    const { body } = await test.request().get('/v1/voorstellen?aantal=1');
    const [first] = body.items;
    const byNumber = await test.request().get('/v1/voorstellen').query({ zoek: first.client.nummer.toLowerCase() });
    expect(byNumber.body.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    const byHome = await test.request().get('/v1/voorstellen').query({ zoek: first.wooneenheid.naam, aantal: 100 });
    expect(byHome.body.items.map(({ id }: { id: string }) => id)).toContain(first.id);
    expect((await test.request().get('/v1/voorstellen').query({ zoek: '%' })).body.totaal).toBe(0);
  });

  it('leaves a row in the access log for each decision, also for one that is refused', async () => {
    const { body } = await test.request().get('/v1/voorstellen?aantal=2');
    const [proposal] = body.items;
    const address = `/v1/voorstellen/${proposal.id}/beoordelingen`;
    const done = await test.request().post(address).send({ besluit: 'akkoord', versie: proposal.versie });
    expect(done.status).toBe(201);
    expect(await logged(done.headers['x-request-id']!)).toEqual([
      { action: 'proposal.review', outcome: 'granted', object_ids: [proposal.client.id] },
    ]);
    const again = await test.request().post(address).send({ besluit: 'akkoord', versie: proposal.versie });
    expect(again.status).toBe(409);
    expect(await logged(again.headers['x-request-id']!)).toMatchObject([
      { action: 'proposal.review', outcome: 'failed' },
    ]);
    expect(JSON.stringify(again.body)).not.toContain(proposal.client.nummer);
  });

  it('chooses from reasons with their VERA names', async () => {
    const { body } = await test.request().get('/v1/afwijsredenen');
    expect(body.items).toContainEqual({
      code: 'WOB',
      tekst: 'De woonomgeving past niet bij de cliënt',
      veraNaam: 'Woonomgeving bevalt niet',
      kant: 'client',
      toelichtingVerplicht: false,
      blokkade: 'tot-opheffing',
      blokkadeDagen: null,
    });
  });

  it('shows a client that a corporatie saw the profile for its home', async () => {
    const { body: session } = await test.as('corporatie').get('/v1/sessie');
    const corporatie = (session as { rol: { organisatie: { id: string } } }).rol.organisatie.id;
    const { body } = await test.request().get('/v1/voorstellen').query({ corporatie, status: 'voorgesteld' });
    const [proposal] = body.items;
    const address = `/v1/voorstellen/${proposal.id}/beoordelingen`;
    await test.request().post(address).send({ besluit: 'akkoord', versie: proposal.versie }).expect(201);
    await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`).expect(200);
    const seen = await test.request().get(`/v1/clienten/${proposal.client.id}/inzage?aantal=100&soort=inzage`);
    expect(seen.body.items).toContainEqual(
      expect.objectContaining({
        handeling: 'toewijzingsprofiel bekeken',
        rol: expect.objectContaining({ code: 'corporatie' }),
      }),
    );
  });

  notificationCases(
    () => test,
    () => mail,
  );

  it('leaves nothing of a client in logs, traces, jobs, mails or addresses, also where something fails', async () => {
    const seen: string[] = [];
    const ask = async (path: string, body?: object): Promise<string> => {
      const answer = await (body ? test.request().post(path).send(body) : test.request().get(path));
      seen.push(JSON.stringify(answer.headers));
      if (answer.status >= 400) seen.push(answer.text);
      return answer.text;
    };
    const shielded = await ask(`/v1/clienten/${secret.id}/afgeschermde-gegevens?doel=inzage`);
    const file = (await ask(`/v1/clienten/${secret.id}`)) + shielded;
    // What is looked for is there to be found.
    for (const value of [SECRETS.given_name, SECRETS.birth_date, SECRETS.herkomst_basis, SECRETS.wijk]) {
      expect(file).toContain(value);
    }
    await ask('/v1/clienten?sorteer=-wachtSinds');
    for (const path of [
      'probleem',
      'plan',
      'niet-gematcht',
      'verschillen',
      `clienten/${secret.id}/opties?nauwkeurig=false`,
    ]) {
      await ask(`/v1/matchrondes/${run.id}/${path}`);
    }
    const { items } = JSON.parse(await ask('/v1/voorstellen?status=voorgesteld')) as {
      items: { id: string; versie: number }[];
    };
    const rejection = { besluit: 'afgewezen', redenCode: 'WOB', toelichting: SECRETS.note, versie: items[0]!.versie };
    await ask(`/v1/voorstellen/${items[0]!.id}/beoordelingen`, rejection);
    await ask(`/v1/voorstellen/${items[0]!.id}/beoordelingen`, rejection);
    const owner = await ownerDataSource(test.database.url).initialize();
    try {
      await owner.query('ALTER TABLE household_wish RENAME TO household_wish_away');
      expect(await ask(`/v1/clienten/${secret.id}`)).toContain('"status":500');
      await owner.query('ALTER TABLE household_wish_away RENAME TO household_wish');
      const columns = `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
                        WHERE table_schema = 'bullmq' OR table_name IN ('access_log', 'change_log')`;
      const tables: { schema: string; name: string }[] = await owner.query(columns);
      expect(tables.length).toBeGreaterThan(3);
      for (const { schema, name } of tables) {
        const rows: { line: string }[] = await owner.query(`SELECT t::text AS line FROM "${schema}"."${name}" t`);
        seen.push(...rows.map(({ line }) => line));
      }
    } finally {
      await owner.destroy();
    }
    expect(mail.received.length).toBeGreaterThan(0);
    seen.push(...mail.received.flatMap(({ raw, text }) => [raw, text]));
    expect(lines.some((line) => line.includes('household_wish'))).toBe(true);
    expect(lines.filter((line) => line.includes(secret.id)).length).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(SECRETS)) {
      const leaks = [...lines, ...seen].filter((text) => text.includes(String(value)));
      expect([name, leaks]).toEqual([name, []]);
    }
  });
});
