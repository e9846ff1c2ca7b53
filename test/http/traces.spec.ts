import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { DATA_CATEGORIES } from '../../src/database/person-columns/data-categories';
import { BOOKKEEPING_COLUMNS, PERSON_COLUMNS } from '../../src/database/person-columns/person-columns';
import { verifyTraces } from '../../src/database/trace-chain';
import { PROCESSING_ACTIVITIES } from '../../src/docs/processing-activities';
import { inTransaction } from '../../src/database/transaction';
import { READ_WORDS } from '../../src/modules/access-log/trace-words';
import { TraceSealService } from '../../src/modules/access-log/trace-seal.service';
import {
  clientTraceSchema,
  type ClientTraceDto,
  type TraceDto,
  traceQuery,
  traceSchema,
} from '../../src/modules/access-log/trace.dto';
import { ROLES, type Role } from '../../src/platform/access/permissions';
import { routeFacts } from '../../src/platform/http/check-routes';
import { createTestApp, type TestApp } from '../support/test-app';

interface Household {
  readonly id: string;
  readonly reference: string;
  readonly owner: string;
}

describe('traces', () => {
  let test: TestApp;
  let mine: Household;
  let other: Household;

  beforeAll(async () => {
    test = await createTestApp();
    const households: Household[] = await test.dataSource.query(
      `SELECT id, reference, owner_organisation_id AS owner FROM household ORDER BY reference`,
    );
    const { body } = await test.as('aanbieder').get('/v1/sessie');
    const owner = (body as { rol: { organisatie: { id: string } } }).rol.organisatie.id;
    mine = households.find((each) => each.owner === owner)!;
    other = households.find((each) => each.owner !== owner)!;
    await test.as('coordinator').get('/v1/clienten?aantal=3');
    await test.as('coordinator').get(`/v1/clienten/${mine.id}`);
    await test.as('aanbieder').get(`/v1/clienten/${mine.id}`);
    await test.as('corporatie').get(`/v1/clienten/${mine.id}`);
    await test.as('coordinator').get('/v1/clienten/00000000-0000-4000-8000-000000000000');
    const changes = { incomeCents: 1_234_567, herkomstWaived: true, status: 'paused' } as const;
    await inTransaction(test.dataSource, (manager) => manager.update(HouseholdEntity, { id: mine.id }, changes), {
      actor: null,
    });
    await test.dataSource.query(
      `INSERT INTO access_log (region_id, action, object_type, object_ids, outcome) VALUES ('elders', 'client.read', 'household', ARRAY[$1], 'granted')`,
      [mine.id],
    );
  });
  afterAll(() => test?.close());

  async function search(query: string, role: Role = 'auditor'): Promise<{ items: TraceDto[]; totaal: number }> {
    const answer = await test.as(role).get(`/v1/inzagelogboek?${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body as { items: TraceDto[]; totaal: number };
  }

  async function ofClient(household: Household, role: Role = 'coordinator', query = 'aantal=100') {
    const answer = await test.as(role).get(`/v1/clienten/${household.id}/inzage?${query}`);
    expect(answer.status).toBe(200);
    return { text: answer.text, items: (answer.body as { items: ClientTraceDto[] }).items };
  }

  it('have words for every action that reads persons, and for every column about them', () => {
    const actions = routeFacts(test.app).flatMap(({ reads }) => reads?.action ?? []);
    expect([...new Set(actions)].sort()).toEqual(Object.keys(READ_WORDS).sort());
    const about = test.dataSource.entityMetadatas.filter(({ tableName }) => tableName in PERSON_COLUMNS);
    expect(about.length).toBe(Object.keys(PERSON_COLUMNS).length);
    for (const { tableName, columns } of about) {
      const names = columns.map(({ databaseName }) => databaseName).filter((name) => !BOOKKEEPING_COLUMNS.has(name));
      expect([tableName, Object.keys(PERSON_COLUMNS[tableName]!).sort()]).toEqual([tableName, names.sort()]);
    }
  });

  it('stand in the processing register: whoever may read about clients, and every kind of data about them', () => {
    const registered = new Set<string>(PROCESSING_ACTIVITIES.flatMap(({ permissions }) => permissions));
    const reading = routeFacts(test.app).flatMap(({ reads, required }) => (reads ? [String(required)] : []));
    expect(reading.filter((permission) => !registered.has(permission))).toEqual([]);
    const kinds = new Set(PROCESSING_ACTIVITIES.flatMap(({ categories }) => categories));
    expect([...kinds].sort()).toEqual(Object.keys(DATA_CATEGORIES).sort());
  });

  describe('searched by an auditor', () => {
    it('are what their schema says, newest first, of the own region only', async () => {
      const { items, totaal } = await search('aantal=100');
      for (const item of items) expect(traceSchema.parse(item)).toEqual(item);
      const moments = items.map(({ wanneer }) => wanneer);
      expect(moments).toEqual([...moments].sort().reverse());
      const [{ rows }] = await test.dataSource.query(
        `SELECT ((SELECT count(*) FROM access_log WHERE region_id = 'assen')
               + (SELECT count(*) FROM change_log WHERE region_id = 'assen'))::int AS rows`,
      );
      // The search itself came after.
      expect(totaal).toBe(rows - 1);
    });

    it('say who read a file, in which role, for whom, why, from where and with what result', async () => {
      const { items } = await search(`client=${mine.reference}&handeling=client.read&sorteer=wanneer`);
      expect(items.map(({ rol, resultaat }) => [rol?.code, resultaat])).toEqual([
        ['coordinator', 'toegestaan'],
        ['aanbieder', 'toegestaan'],
        ['corporatie', 'geweigerd'],
      ]);
      expect(items[0]).toMatchObject({
        soort: 'inzage',
        handeling: { naam: 'dossier bekeken' },
        persoon: { naam: 'Anouk Voorbeeld' },
        organisatie: expect.stringContaining('Regio Assen'),
        client: { id: mine.id, nummer: mine.reference },
        onderwerp: 'client',
        aantal: 1,
        herkomst: expect.stringContaining('127.0.0.1'),
        doel: 'Toewijzen van woonruimte',
        verzoek: expect.any(String),
      });
    });

    it('say of a change what it was and became, without what may not be read', async () => {
      const { items } = await search(`client=${mine.id}&handeling=household&aantal=1`);
      expect(items).toMatchObject([{ soort: 'wijziging', handeling: { naam: 'dossier gewijzigd' }, aantal: 1 }]);
      expect(items[0]!.wijzigingen).toEqual([
        { veld: 'of terugkeer veilig is', voor: '***', na: '***' },
        { veld: 'inkomen', voor: expect.stringMatching(/^\*{3}$/), na: '***' },
        { veld: 'status', voor: 'waiting', na: 'paused' },
      ]);
    });

    it.each<[string, (item: TraceDto) => boolean]>([
      ['soort=inzage', ({ soort }) => soort === 'inzage'],
      ['soort=wijziging', ({ soort }) => soort === 'wijziging'],
      ['persoon=anouk', ({ persoon }) => persoon?.naam === 'Anouk Voorbeeld'],
      ['rol=aanbieder', ({ rol }) => rol?.code === 'aanbieder'],
      ['resultaat=geweigerd', ({ resultaat }) => resultaat === 'geweigerd'],
      ['resultaat=mislukt', ({ resultaat }) => resultaat === 'mislukt'],
      ['handeling=client.list', ({ handeling, aantal }) => handeling.code === 'client.list' && aantal === 3],
      ['handeling=role-assignment', ({ soort, doel }) => soort === 'wijziging' && doel === 'Beheer van toegang'],
      ['vanaf=2020-01-01', () => true],
    ])('are filtered by %s', async (filter, fits) => {
      const all = await search('aantal=1');
      const { items, totaal } = await search(`${filter}&aantal=100`);
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter((item) => !fits(item))).toEqual([]);
      if (!filter.startsWith('vanaf')) expect(totaal).toBeLessThan(all.totaal);
    });

    it.each(['tot=2020-01-01', 'client=XX-9999', 'persoon=niemand', 'resultaat=mislukt&soort=wijziging'])(
      'are none with %s',
      async (filter) => expect((await search(filter)).totaal).toBe(0),
    );

    it.each(traceQuery.shape.sorteer.unwrap().options)(
      'are ordered by %s, without overlap between pages',
      async (order) => {
        const pages = [1, 2, 3].map((pagina) => search(`sorteer=${order}&aantal=20&pagina=${pagina}&soort=wijziging`));
        const ids = (await Promise.all(pages)).flatMap(({ items }) => items.map(({ id }) => id));
        expect(new Set(ids).size).toBe(60);
      },
    );

    it('leave a trace of being searched', async () => {
      const found = await search('aantal=5');
      const { items } = await search('handeling=access-log.list&aantal=1');
      expect(items[0]).toMatchObject({ persoon: { naam: 'Gijs Voorbeeld' }, aantal: 5, doel: expect.any(String) });
      expect(items[0]!.kenmerken).toEqual(found.items.map(({ id }) => id));
    });
  });

  describe('of one client', () => {
    it('say who saw and changed the file, by role and organisation, without names or values', async () => {
      const { items, text } = await ofClient(mine);
      for (const item of items) expect(clientTraceSchema.parse(item)).toEqual(item);
      expect(items).toContainEqual(
        expect.objectContaining({
          handeling: 'dossier bekeken',
          rol: { code: 'coordinator', naam: 'Wooncoördinator' },
        }),
      );
      expect(items).toContainEqual(
        expect.objectContaining({
          handeling: 'dossier gewijzigd',
          velden: ['of terugkeer veilig is', 'inkomen', 'status'],
          doel: 'Toewijzen van woonruimte',
        }),
      );
      expect(items).toContainEqual(expect.objectContaining({ handeling: 'dossier toegevoegd', rol: null, velden: [] }));
      expect(text).not.toMatch(/Voorbeeld|1234567/);
      const earlier = items.filter(({ handeling }) => handeling === 'overzicht van inzage bekeken').length;
      const after = await ofClient(mine);
      expect(after.items.filter(({ handeling }) => handeling === 'overzicht van inzage bekeken').length).toBe(
        earlier + 1,
      );
    });

    it('open for the aanbieder of the client and for no other', async () => {
      expect((await ofClient(mine, 'aanbieder', 'soort=wijziging')).items.length).toBeGreaterThan(0);
      const answer = await test.as('aanbieder').get(`/v1/clienten/${other.id}/inzage`);
      expect(answer.status).toBe(404);
      for (const role of ROLES.filter((each) => !['coordinator', 'aanbieder'].includes(each))) {
        expect((await test.as(role).get(`/v1/clienten/${mine.id}/inzage`)).status).toBe(403);
      }
    });
  });

  it('get their link in the chain', async () => {
    await test.app.get(TraceSealService).handOverDueWork();
    const [{ waiting }] = await test.dataSource.query(`SELECT count(*)::int AS waiting FROM trace_pending`);
    expect(waiting).toBe(0);
    expect((await verifyTraces(test.dataSource)).fault).toBeNull();
  });
});
