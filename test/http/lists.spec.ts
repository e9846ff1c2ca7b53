import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { clientSummarySchema } from '../../src/modules/clients/client.dto';
import { doelgroepSchema, gemeenteSchema, regionSchema, wijkSchema } from '../../src/modules/inventory/area.dto';
import { complexSchema } from '../../src/modules/inventory/complex.dto';
import { aanbiederSchema, corporatieSchema, organisationSchema } from '../../src/modules/inventory/organisation.dto';
import { unitSchema } from '../../src/modules/inventory/unit.dto';
import { pageSchema } from '../../src/platform/http/page';
import { urgencyCategorySchema } from '../../src/modules/urgency/urgency-category.dto';
import { createTestApp, type TestApp } from '../support/test-app';

type Key = string | number | null;
type Item = Record<string, never> & { id: string };

interface List {
  readonly path: string;
  readonly schema: z.ZodType;
  /** What each sortable field orders on, out of an item. */
  readonly sorts: Readonly<Record<string, (item: Item) => Key>>;
  /** Each filter with a value that some item has, and what then must hold for every item. */
  readonly filters: readonly (readonly [
    query: (items: readonly Item[]) => string,
    keeps: (item: Item, query: string) => boolean,
  ])[];
}

const at =
  (...path: string[]) =>
  (item: Item): Key =>
    path.reduce<unknown>((value, key) => (value === null ? null : Reflect.get(value as object, key)), item) as Key;

/** A filter on equality: takes the value of the first item that has one. */
const equals = (name: string, value: (item: Item) => Key): List['filters'][number] => [
  (items) => `${name}=${String(items.map(value).find((each) => each !== null))}`,
  (item, query) => `${name}=${String(value(item))}` === query,
];
/** A search for a part of one of these fields, in capitals. */
const contains = (part: string, ...fields: string[]): List['filters'][number] => [
  () => `zoek=${encodeURIComponent(part.toUpperCase())}`,
  (item) => fields.some((field) => String(at(field)(item)).toLowerCase().includes(part.toLowerCase())),
];

const LISTS: readonly List[] = [
  { path: 'regios', schema: regionSchema, sorts: { naam: at('naam') }, filters: [] },
  {
    path: 'gemeenten',
    schema: gemeenteSchema,
    sorts: { naam: at('naam'), id: at('id') },
    filters: [contains('asse', 'naam')],
  },
  {
    path: 'wijken',
    schema: wijkSchema,
    sorts: { naam: at('naam'), gemeente: at('gemeente', 'naam') },
    filters: [equals('gemeente', at('gemeente', 'id')), equals('soort', at('soort')), contains('oost', 'naam')],
  },
  { path: 'doelgroepen', schema: doelgroepSchema, sorts: { naam: at('naam') }, filters: [] },
  {
    path: 'urgentiecategorieen',
    schema: urgencyCategorySchema,
    sorts: { naam: at('naam'), id: at('id') },
    filters: [],
  },
  {
    path: 'organisaties',
    schema: organisationSchema,
    sorts: { naam: at('naam'), soort: at('soort') },
    filters: [equals('soort', at('soort')), contains('asse', 'naam', 'korteNaam')],
  },
  {
    path: 'corporaties',
    schema: corporatieSchema,
    sorts: { naam: at('naam'), aantalWooneenheden: at('aantalWooneenheden') },
    filters: [contains('acti', 'naam', 'korteNaam')],
  },
  {
    path: 'aanbieders',
    schema: aanbiederSchema,
    sorts: { naam: at('naam') },
    filters: [
      [
        () => 'gemeente=GM0106',
        (item) => JSON.stringify(at('capaciteit', 'gemeenten')(item) ?? []).includes('"GM0106"'),
      ],
      contains('heil', 'naam', 'korteNaam'),
    ],
  },
  {
    path: 'complexen',
    schema: complexSchema,
    sorts: { naam: at('naam'), code: at('code'), gemeente: at('gemeente', 'naam'), plaatsen: at('plaatsen') },
    filters: [
      equals('gemeente', at('gemeente', 'id')),
      equals('wijk', at('wijk', 'id')),
      contains('reseda', 'naam', 'code'),
    ],
  },
  {
    path: 'wooneenheden',
    schema: unitSchema,
    sorts: {
      code: at('code'),
      naam: at('naam'),
      gemeente: at('gemeente', 'naam'),
      plaatsen: at('plaatsen'),
      plaatsenVrij: at('plaatsenVrij'),
      huurCent: at('huurCent'),
      beschikbaarVanaf: at('beschikbaarVanaf'),
    },
    filters: [
      equals('gemeente', at('gemeente', 'id')),
      equals('wijk', at('wijk', 'id')),
      equals('complex', at('complex', 'id')),
      equals('corporatie', at('corporatie', 'id')),
      equals('status', at('status', 'code')),
      equals('woonvorm', at('woonvorm')),
      [
        () => 'doelgroep=jongeren',
        (item) => {
          const doelgroepen = JSON.stringify(at('doelgroepen')(item));
          return doelgroepen === '[]' || doelgroepen.includes('"jongeren"');
        },
      ],
      [() => 'vrij=true', (item) => Number(at('plaatsenVrij')(item)) > 0],
      [() => 'vrij=false', (item) => at('plaatsenVrij')(item) === 0],
      contains('wouden', 'naam', 'code'),
      [() => 'zoek=%25', () => false],
      [
        () => 'woonvorm=permanent&gemeente=GM0106',
        (item) => at('woonvorm')(item) === 'permanent' && at('gemeente', 'id')(item) === 'GM0106',
      ],
    ],
  },
  {
    path: 'clienten',
    schema: clientSummarySchema,
    sorts: {
      nummer: at('nummer'),
      wachtSinds: at('wachtSinds'),
      urgentie: at('urgentie', 'klasse'),
      uitstroomgereedOp: at('uitstroomgereedOp'),
      doelgroep: at('doelgroep', 'naam'),
      herkomst: at('herkomst', 'naam'),
      aanbieder: at('aanbieder', 'naam'),
    },
    filters: [
      equals('gemeenteVanHerkomst', at('herkomst', 'id')),
      [() => 'gemeenteVanHerkomst=onbekend', (item) => at('herkomst')(item) === null],
      equals('doelgroep', at('doelgroep', 'id')),
      equals('status', at('status', 'code')),
      equals('aanbieder', at('aanbieder', 'id')),
      equals('urgentie', at('urgentie', 'klasse')),
      contains('as-001', 'nummer'),
      [
        () => 'urgentie=0&status=wachtend',
        (item) => at('urgentie', 'klasse')(item) === 0 && at('status', 'code')(item) === 'wachtend',
      ],
    ],
  },
];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

/** Every item of a list, page by page. */
async function all(path: string, query = '', perPage = 100): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await app.request().get(`/v1/${path}?pagina=${page}&aantal=${perPage}${query && `&${query}`}`);
    expect(answer.status).toBe(200);
    const { items: more, totaal } = answer.body as { items: Item[]; totaal: number };
    items.push(...more);
    if (page * perPage >= totaal) {
      expect(items).toHaveLength(totaal);
      return items;
    }
  }
}

const ids = (items: readonly Item[]): string[] => items.map((item) => item.id).sort();

/** Whether two keys may follow each other; what is not known comes last both ways. */
function follows(before: Key, after: Key, direction: 1 | -1): boolean {
  if (before === null || after === null) return after === null;
  return before === after || (direction === 1 ? before < after : before > after);
}

describe.each(LISTS)('GET /v1/$path', ({ path, schema, sorts, filters }) => {
  it('answers exactly what its schema says', async () => {
    const answer = await app.request().get(`/v1/${path}?aantal=100`);
    expect(answer.status).toBe(200);
    expect(answer.body.items.length).toBeGreaterThan(0);
    expect(pageSchema(schema).parse(answer.body)).toEqual(answer.body);
    expect(answer.headers['link']).toContain('rel="first"');
  });

  it('gives every item once over its pages, whatever the order', async () => {
    const whole = ids(await all(path));
    expect(new Set(whole).size).toBe(whole.length);
    for (const field of Object.keys(sorts)) {
      expect(ids(await all(path, `sorteer=-${field}`, 7))).toEqual(whole);
    }
  });

  it.each(Object.entries(sorts))('sorts on %s, up and down', async (field, key) => {
    for (const [prefix, direction] of [
      ['', 1],
      ['-', -1],
    ] as const) {
      const keys = (await all(path, `sorteer=${prefix}${field}`)).map(key);
      for (let at = 1; at < keys.length; at += 1) {
        expect([field, keys[at - 1], keys[at], follows(keys[at - 1]!, keys[at]!, direction)]).toContain(true);
      }
    }
  });

  it('filters: everything that fits and nothing else', async () => {
    const whole = await all(path);
    for (const [queryOf, keeps] of filters) {
      const query = queryOf(whole);
      const expected = ids(whole.filter((item) => keeps(item, query)));
      expect([query, ids(await all(path, query))]).toEqual([query, expected]);
    }
  });

  it('answers an empty page beyond the last', async () => {
    const answer = await app.request().get(`/v1/${path}?pagina=1000`);
    expect(answer.status).toBe(200);
    expect(answer.body.items).toEqual([]);
    expect(answer.body.totaal).toBeGreaterThan(0);
  });

  it('names every fault of a wrong query at once', async () => {
    const answer = await app.request().get(`/v1/${path}?pagina=0&aantal=101&sorteer=kleur&kleur=rood`);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const fields = (answer.body.fouten as { veld: string }[]).map(({ veld }) => veld);
    expect(fields.sort()).toEqual(['aantal', 'kleur', 'pagina', 'sorteer']);
  });
});

it.each([
  ['wijken', 'gemeente=assen&soort=stad', ['gemeente', 'soort']],
  ['aanbieders', 'gemeente=0106', ['gemeente']],
  ['complexen', 'gemeente=x', ['gemeente']],
  [
    'wooneenheden',
    'gemeente=x&complex=1&corporatie=2&status=available&woonvorm=huis&vrij=ja',
    ['complex', 'corporatie', 'gemeente', 'status', 'vrij', 'woonvorm'],
  ],
  [
    'clienten',
    'gemeenteVanHerkomst=Assen&status=waiting&aanbieder=cosis&urgentie=4&contactpersoon=Anouk&zoek=%25',
    ['aanbieder', 'contactpersoon', 'gemeenteVanHerkomst', 'status', 'urgentie', 'zoek'],
  ],
])('GET /v1/%s?%s names every wrong filter', async (path, query, fields) => {
  const answer = await app.request().get(`/v1/${path}?${query}`);
  expect(answer.status).toBe(400);
  expect((answer.body.fouten as { veld: string }[]).map(({ veld }) => veld).sort()).toEqual(fields);
});

it('finds nothing for a filter value that nobody has', async () => {
  const answer = await app.request().get('/v1/wooneenheden?wijk=bestaat-niet');
  expect(answer.body).toEqual({ items: [], totaal: 0, pagina: 1, aantal: 25 });
});
