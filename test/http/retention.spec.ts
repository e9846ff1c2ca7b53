import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, addMonths } from '../../src/core/time/calendar';
import { closingReasons } from '../../src/core/vocabulary/code-lists';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { clientSchema } from '../../src/modules/clients/client.dto';
import { PurgeService } from '../../src/modules/retention/purge.service';
import {
  holdSchema,
  purgeRecordSchema,
  purgeStatementSchema,
  retentionListSchema,
} from '../../src/modules/retention/retention.dto';
import type { Role } from '../../src/platform/access/permissions';
import { Clock } from '../../src/platform/clock';
import { completedRound, keepClients } from '../support/completed-round';
import { routesOf } from '../support/routes';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';
import { IDS_OF, QUERIES } from './rows.expectations';

// A test app of its own: what is purged here is gone for every other test.
let app: TestApp;
let now: jest.SpiedFunction<() => Date>;
let runId: string;
/** Without a proposal that holds a home. */
let household: HouseholdEntity;

beforeAll(async () => {
  // Before it starts: it looks once a day, and the day of the machine may be one that is asked for below.
  now = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  app = await createTestApp();
  await keepClients(app, 20);
  runId = (await completedRound(app, 'bewaren')).id;
  household = await app.dataSource
    .getRepository(HouseholdEntity)
    .findOneOrFail({ where: { status: 'paused' }, order: { reference: 'ASC' } });
});
afterAll(() => app?.close());

const post = (role: Role, path: string, body: object) => app.as(role).post(`/v1/${path}`).send(body);
const versionOf = async (id: string): Promise<number> =>
  (await app.dataSource.getRepository(HouseholdEntity).findOneByOrFail({ id })).version;
const closing = async (id: string, more: object = {}) => ({
  ...{ reden: 'verhuisd-zelf', op: TEST_DAY, toelichting: 'Belde zelf.', versie: await versionOf(id) },
  ...more,
});

describe('a file', () => {
  it('is closed for a reason and on a day that can be, and says until when it is kept', async () => {
    const path = `clienten/${household.id}/afsluitingen`;
    const tooEarly = addDays(addMonths(TEST_DAY, -12), -1);
    for (const op of [addDays(TEST_DAY, 1), tooEarly, addDays(household.waitingSince, -1)]) {
      const { status, body } = await post('coordinator', path, await closing(household.id, { op }));
      expect([status, body.fouten.map(({ veld }: { veld: string }) => veld)]).toEqual([400, ['op']]);
    }
    const nobodys = await closing(household.id, { reden: 'niet-vastgelegd' });
    expect((await post('coordinator', path, nobodys)).status).toBe(400);
    const { status, body } = await post('coordinator', path, await closing(household.id));
    expect(status).toBe(201);
    expect(clientSchema.strict().parse(body)).toMatchObject({
      status: { code: 'afgesloten' },
      afsluiting: { op: TEST_DAY, reden: closingReasons.named('own-move'), bewaardTot: addMonths(TEST_DAY, 180) },
      statusToelichting: 'Belde zelf.',
    });
    expect((await post('coordinator', path, await closing(household.id))).body.type).toMatch(/al-afgesloten$/);
  });

  it('opens again, and then waits', async () => {
    const path = `clienten/${household.id}/heropeningen`;
    const old = { reden: 'Is terug.', versie: 1 };
    expect((await post('coordinator', path, old)).body.type).toMatch(/verouderde-versie$/);
    const { status, body } = await post('coordinator', path, { ...old, versie: await versionOf(household.id) });
    expect([status, body.status.code, body.afsluiting]).toEqual([201, 'wachtend', null]);
    const again = { ...old, versie: await versionOf(household.id) };
    expect((await post('coordinator', path, again)).body.type).toMatch(/dossier-open$/);
  });

  it('stays open while a home is held for it or somebody lives there', async () => {
    const proposals = app.dataSource.getRepository(ProposalEntity);
    const proposal = await proposals.findOneByOrFail({ runId });
    await proposals.update({ id: proposal.id }, { state: 'bevestigd' });
    const path = `clienten/${proposal.householdId}/afsluitingen`;
    const held = await post('coordinator', path, await closing(proposal.householdId));
    expect([held.status, held.body.type]).toEqual([409, expect.stringMatching(/voorstel-loopt$/)]);
    await proposals.update({ id: proposal.id }, { state: 'gehuisvest' });
    await app.dataSource.query(
      `UPDATE placement SET household_id = $1, end_date = NULL WHERE id = (SELECT id FROM placement ORDER BY id LIMIT 1)`,
      [proposal.householdId],
    );
    const lived = await post('coordinator', path, await closing(proposal.householdId));
    expect([lived.status, lived.body.type]).toEqual([409, expect.stringMatching(/plaatsing-loopt$/)]);
  });

  it('is closed by its own aanbieder and by no other', async () => {
    const { body } = await app.as('aanbieder').get('/v1/sessie');
    const own = (body as { rol: { organisatie: { id: string } } }).rol.organisatie.id;
    const files = await app.dataSource.getRepository(HouseholdEntity).findBy({ status: 'paused' });
    const mine = files.find(({ ownerOrganisationId }) => ownerOrganisationId === own)!;
    const others = files.find(({ ownerOrganisationId }) => ownerOrganisationId !== own)!;
    expect((await post('aanbieder', `clienten/${others.id}/afsluitingen`, await closing(others.id))).status).toBe(404);
    expect((await post('aanbieder', `clienten/${mine.id}/afsluitingen`, await closing(mine.id))).status).toBe(201);
  });
});

describe('retention terms', () => {
  const wish = { categorie: 'inkomen', maanden: 6, geldtVanaf: TEST_DAY, bron: 'Besluit', reden: 'Niet langer nodig' };

  it('come with the region, with their ground and how much is due', async () => {
    const { body } = await app.as('auditor').get('/v1/bewaartermijnen');
    const { items } = retentionListSchema.parse(body);
    expect(items.map(({ categorie, termijn, aanDeBeurt }) => [categorie.code, termijn?.maanden, aanDeBeurt])).toEqual([
      ['dossier', 180, 0],
      ['burgerservicenummer', 1, 0],
      ['veiligheid', 12, 0],
      ['inkomen', 12, 0],
      ['matchronde', 84, 0],
      ['aanmelding', 12, 0],
      ['logboek', 60, null],
    ]);
  });

  it('are changed from a day on, never shorter than the law says, and once a day', async () => {
    const short = await post('beheerder', 'bewaartermijnen', {
      ...{ ...wish, categorie: 'dossier', maanden: 179, geldtVanaf: addDays(TEST_DAY, -1) },
    });
    expect(short.status).toBe(400);
    expect(short.body.fouten).toMatchObject([
      { veld: 'maanden', verwacht: expect.stringContaining('Wmo 2015 art. 5.3.4') },
      { veld: 'geldtVanaf' },
    ]);
    const { status, body } = await post('beheerder', 'bewaartermijnen', wish);
    expect(status).toBe(201);
    const income = retentionListSchema.parse(body).items.find(({ categorie }) => categorie.code === 'inkomen');
    expect(income?.termijn).toEqual({ maanden: 6, geldtVanaf: TEST_DAY, bron: 'Besluit', reden: 'Niet langer nodig' });
    expect((await post('beheerder', 'bewaartermijnen', wish)).body.type).toMatch(/termijn-bestaat$/);
  });
});

describe('a legal hold', () => {
  it('is set on a client, seen with the file, told to others without the client, and lifted', async () => {
    const body = { client: household.id, reden: 'Bezwaar', sinds: TEST_DAY, tot: null };
    const wrong = { ...body, sinds: addDays(TEST_DAY, 1), tot: addDays(TEST_DAY, -1) };
    const { fouten } = (await post('coordinator', 'bewaarplichten', wrong)).body;
    expect(fouten.map(({ veld }: { veld: string }) => veld)).toEqual(['sinds', 'tot']);
    const set = await post('coordinator', 'bewaarplichten', body);
    expect([set.status, holdSchema.parse(set.body).client?.nummer]).toEqual([201, household.reference]);
    const seen = await app.request().get(`/v1/clienten/${household.id}`);
    expect(seen.body.bewaarplichten).toEqual([{ id: set.body.id, reden: 'Bezwaar', sinds: TEST_DAY, tot: null }]);
    const { body: told } = await app.as('auditor').get('/v1/bewaarplichten?status=geldt');
    expect(told.items).toMatchObject([{ id: set.body.id, client: null, reikwijdte: 'dossier' }]);
    const lift = { toelichting: 'Bezwaar is afgehandeld.' };
    const lifted = await post('coordinator', `bewaarplichten/${set.body.id}/opheffingen`, lift);
    expect([lifted.status, lifted.body.status]).toEqual([201, 'opgeheven']);
    expect((await post('coordinator', `bewaarplichten/${set.body.id}/opheffingen`, lift)).status).toBe(409);
  });
});

describe('the daily purge', () => {
  it('takes what is due and leaves a proof that can be downloaded', async () => {
    // Closed for good, long ago.
    await app.dataSource.query(
      `UPDATE household SET status = 'closed', closed_on = '2005-01-01', closing_reason = 'left' WHERE id = $1`,
      [household.id],
    );
    await app.dataSource
      .getRepository(MatchRunEntity)
      .update({ id: runId }, { finishedAt: new Date('2010-01-01T12:00:00Z') });
    now.mockReturnValue(new Date(`${addDays(TEST_DAY, 1)}T11:00:00Z`));
    await app.app.get(PurgeService).handOverDueWork();

    expect((await app.request().get(`/v1/clienten/${household.id}`)).status).toBe(404);
    const { body } = await app.as('beheerder').get('/v1/vernietigingen?sorteer=categorie');
    const categories = new Set(body.items.map((item: object) => purgeRecordSchema.parse(item).categorie.code));
    expect([...categories].sort()).toEqual(['dossier', 'matchronde']);
    const [file] = (await app.as('auditor').get('/v1/vernietigingen?categorie=dossier')).body.items;
    const statement = await app.as('auditor').get(`/v1/vernietigingen/${file.id}/verklaring`);
    expect(statement.headers['content-disposition']).toContain('verklaring-van-vernietiging.json');
    expect(purgeStatementSchema.parse(statement.body)).toMatchObject({
      termijn: { maanden: 180 },
      vernietiging: { hash: file.hash },
    });
    for (const secret of [household.id, household.reference]) expect(statement.text).not.toContain(secret);
  });

  it('leaves of a round its numbers; every route that needs its files says that they are gone', async () => {
    const { body } = await app.request().get(`/v1/matchrondes/${runId}`);
    expect(body).toMatchObject({ status: 'voltooid', vernietigdOp: expect.stringContaining('T') });
    expect(body.aantallen.voorstellen).toBeGreaterThan(0);
    const other = await app.dataSource.getRepository(HouseholdEntity).findOneByOrFail({ status: 'paused' });
    const described = (await app.request().get('/v1/openapi.json')).body.paths;
    const routes = routesOf(app.app).filter(
      ({ method, pattern }) => method === 'GET' && pattern.includes('matchrondes/:id/'),
    );
    expect(routes.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    for (const { pattern } of routes) {
      const ids = IDS_OF[`GET ${pattern}`]!.map((kind) => (kind === 'run' ? runId : other.id));
      const path = pattern.replaceAll(/:[A-Za-z]+/g, () => ids.shift()!) + (QUERIES[`GET ${pattern}`] ?? '');
      const answer = await app.request().get(path);
      const operation = described[pattern.replaceAll(/:(\w+)/g, '{$1}')].get;
      if (!operation.responses['410']) wrong.push(`${pattern}: 410 is not described`);
      if (answer.status !== 410 || !/ronde-vernietigd$/.test(answer.body.type)) wrong.push(`${path}: ${answer.text}`);
    }
    expect(wrong).toEqual([]);
    expect(
      (await post('coordinator', 'vooruitblikken', { soort: 'blokkade', client: other.id, wooneenheid: other.id }))
        .status,
    ).toBeLessThan(500);
  });
});
