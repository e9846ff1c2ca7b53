import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/platform/access/permissions';
import { completedRound, keepClients } from '../support/completed-round';
import { type Route, routesOf } from '../support/routes';
import { SAMPLE } from '../support/sample-rows';
import { secondRegion } from '../support/second-region';
import { createTestApp, type TestApp } from '../support/test-app';
import { LETTERS, OPENS_FOR } from './roles.expectations';
import { BODIES, FILTERS, IDS_OF, type Kind, OWN_ONLY, QUERIES } from './rows.expectations';

const CLIENTS = 40;
/** How every id of the region beside Assen begins, and its names. */
const ELSEWHERE = /00000000-0000-4000-8000-|"noord"|GM0001|Sample/;
const IDS_ELSEWHERE: Readonly<Record<Kind, string>> = {
  region: SAMPLE.region,
  complex: SAMPLE.complex,
  unit: SAMPLE.unit,
  household: SAMPLE.household,
  run: SAMPLE.run,
  proposal: SAMPLE.proposal,
  decision: SAMPLE.decision,
  assignment: SAMPLE.assignment,
  request: SAMPLE.request,
  restriction: SAMPLE.restriction,
  hold: SAMPLE.hold,
  purge: SAMPLE.hold,
  placement: SAMPLE.placement,
  point: 'inboedel',
  pause: SAMPLE.pause,
  notification: SAMPLE.notification,
  handover: SAMPLE.handover,
  meeting: SAMPLE.meeting,
  attendee: SAMPLE.attendee,
  panelCase: SAMPLE.panelCase,
};

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await createTestApp();
  await keepClients(test, CLIENTS);
  await completedRound(test, 'rijen');
  // As after the coordinator's approval: from then on a corporatie is told of them.
  await test.dataSource.query(`UPDATE proposal SET state = 'goedgekeurd' WHERE state = 'voorgesteld'`);
  // A home without a corporatie is of its aanbieder.
  await test.dataSource.query(
    `UPDATE unit SET corporatie_id = NULL, owner_organisation_id =
        (SELECT organisation_id FROM role_assignment WHERE role = 'aanbieder' ORDER BY id LIMIT 1)
      WHERE id = (SELECT p.unit_id FROM proposal p JOIN unit u ON u.id = p.unit_id
                   WHERE u.corporatie_id NOT IN (SELECT organisation_id FROM role_assignment) ORDER BY p.id LIMIT 1)`,
  );
  await secondRegion(test.dataSource);
  routes = routesOf(test.app);
});
afterAll(() => test?.close());

const keyOf = ({ method, pattern }: Route): string => `${method} ${pattern}`;
const filled = (pattern: string, ids: readonly string[]): string => {
  let next = 0;
  return pattern.replaceAll(/:[A-Za-z]+/g, () => ids[next++] ?? '');
};
const ask = (role: Role, method: string, path: string, body?: object) => {
  const call = test.as(role)[method.toLowerCase() as 'get'](path);
  return body === undefined ? call : call.send(body);
};
const roles = Object.entries(LETTERS);

describe('a row of another region', () => {
  it('is asked for by every route that has an id in its address', () => {
    const asking = routes.filter(({ pattern }) => pattern.startsWith('/v1/') && pattern.includes(':'));
    expect(Object.keys(IDS_OF).sort()).toEqual(asking.map(keyOf).sort());
  });

  it.each(roles)('is not there for %s (%s), whatever the route', async (letter, role) => {
    const wrong: string[] = [];
    for (const [key, kinds] of Object.entries(IDS_OF)) {
      const [method, pattern] = key.split(' ') as [string, string];
      const path =
        filled(
          pattern,
          kinds.map((kind) => IDS_ELSEWHERE[kind]),
        ) + (QUERIES[key] ?? '');
      const { status, text } = await ask(role, method, path, BODIES[key]);
      const expected = OPENS_FOR[key]?.includes(letter) ? 404 : 403;
      if (status !== expected) wrong.push(`${key}: ${status} ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('is in no list for %s (%s), also when one filters by it', async (letter, role) => {
    const lists = routes.filter(({ method, pattern }) => method === 'GET' && /^\/v1\/[a-z]+$/.test(pattern));
    const wrong: string[] = [];
    for (const path of [...lists.map(({ pattern }) => `${pattern}`), ...FILTERS]) {
      const opens = OPENS_FOR[`GET ${path.replace(/\?.*/, '')}`];
      const { status, text } = await ask(role, 'GET', path);
      const expected = opens === 'public' || opens?.includes(letter) ? 200 : 403;
      if (status !== expected) wrong.push(`${path}: ${status} ${text}`);
      // The path itself is in the links to pages; the shared lists of the country have no ids.
      if (expected === 200 && path.includes('?') && (JSON.parse(text) as { items: object[] }).items.length > 0) {
        wrong.push(`${path}: rows`);
      }
      if (!path.includes('?') && path !== '/v1/doelgroepen' && ELSEWHERE.test(text)) wrong.push(`${path}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is changed by none of this', async () => {
    const [row] = await test.dataSource.query<object[]>(
      `SELECT u.status, u.version AS home, p.state, p.version AS proposal, d.lifted_at, a.ended_at
         FROM unit u JOIN proposal p ON p.unit_id = u.id JOIN pair_decision d ON d.unit_id = u.id, role_assignment a
        WHERE u.id = $1 AND a.id = $2`,
      [SAMPLE.unit, SAMPLE.assignment],
    );
    expect(row).toMatchObject({ home: 1, state: 'goedgekeurd', proposal: 1, lifted_at: null, ended_at: null });
  });

  it('is a region that may not be asked for', async () => {
    for (const path of ['/v1/voorstellen', '/v1/spreiding', '/v1/matchrondes']) {
      expect((await test.request().get(`${path}?regio=${SAMPLE.region}`)).status).toBe(403);
    }
  });
});

describe('a row of another organisation in the region', () => {
  const organisationOf = async (role: Role): Promise<string> => {
    const { body } = await test.as(role).get('/v1/sessie');
    return (body as { rol: { organisatie: { id: string } } }).rol.organisatie.id;
  };
  /** A row of an organisation, and one of another. */
  const rowsOf = async (
    kind: Kind,
    organisation: string,
    { ofHome }: { ofHome: boolean },
  ): Promise<{ own: string; other: string }> => {
    const owner = ofHome ? 'u.owner_organisation_id' : 'h.owner_organisation_id';
    const of = kind === 'household' ? 'h.id' : kind === 'unit' ? 'u.id' : 'p.id';
    const [rows] = await test.dataSource.query<[{ own: string | null; other: string | null }]>(
      `SELECT (array_agg(${of}) FILTER (WHERE ${owner} = $1))[1] AS own, (array_agg(${of}) FILTER (WHERE ${owner} <> $1))[1] AS other
         FROM proposal p JOIN household h ON h.id = p.household_id JOIN unit u ON u.id = p.unit_id
        WHERE p.region_id = 'assen'`,
      [organisation],
    );
    if (!rows.own || !rows.other) throw new Error(`No ${kind} of ${organisation} and of another in this round`);
    return { own: rows.own, other: rows.other };
  };

  it.each(Object.entries(OWN_ONLY))('%s is there for who it belongs to (%s)', async (key, letters) => {
    const addressOf = (id: string): string => filled(key.replace('GET ', ''), [id]) + (QUERIES[key] ?? '');
    for (const letter of letters) {
      const role = LETTERS[letter]!;
      const { own, other } = await rowsOf(IDS_OF[key]![0]!, await organisationOf(role), {
        ofHome: key.includes('toewijzing') || key.includes('wooneenheden'),
      });
      expect((await ask(role, 'GET', addressOf(own))).status).toBe(200);
      expect((await ask(role, 'GET', addressOf(other))).status).toBe(404);
      for (const [each, regional] of roles.filter(
        ([each]) => OPENS_FOR[key]!.includes(each) && !letters.includes(each),
      )) {
        for (const id of [own, other]) {
          expect([each, (await ask(regional, 'GET', addressOf(id))).status]).toEqual([each, 200]);
        }
      }
    }
  });

  it('is in no list of an aanbieder', async () => {
    const own = await organisationOf('aanbieder');
    const [rows] = await test.dataSource.query<[{ clients: string[]; proposals: string[] }]>(
      `SELECT array_agg(DISTINCT h.id) AS clients, array_agg(DISTINCT p.id) FILTER (WHERE p.id IS NOT NULL) AS proposals
         FROM household h LEFT JOIN proposal p ON p.household_id = h.id WHERE h.owner_organisation_id = $1`,
      [own],
    );
    const listed = async (path: string): Promise<string[]> => {
      const { body } = await test.as('aanbieder').get(`${path}?aantal=100`);
      return (body as { items: { id: string }[] }).items.map(({ id }) => id).sort();
    };
    expect(await listed('/v1/clienten')).toEqual(rows.clients.sort());
    expect(await listed('/v1/voorstellen')).toEqual(rows.proposals.sort());
  });

  it('is not in what a corporatie is told, which says nothing of who they are or were', async () => {
    const own = await organisationOf('corporatie');
    const rows = await test.dataSource.query<{ id: string; reference: string; household_id: string }[]>(
      `SELECT p.id, h.reference, p.household_id FROM proposal p JOIN unit u ON u.id = p.unit_id
         JOIN household h ON h.id = p.household_id WHERE u.owner_organisation_id = $1`,
      [own],
    );
    const { body, text } = await test.as('corporatie').get('/v1/toewijzingsprofielen?aantal=100');
    const { items } = body as { items: { id: string }[] };
    expect(items.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    for (const { reference, household_id: id } of rows) {
      expect(text).not.toContain(reference);
      expect(text).not.toContain(id);
    }
    expect(Object.keys(items[0]!).sort()).toEqual(
      [
        ...['afspraken', 'begeleidingGeregeld', 'gemeente', 'geplandeStart', 'gewijzigdOp', 'huurklasse', 'id'],
        ...[
          'contactpersoonVerhuurder',
          'passendToewijzen',
          'personen',
          'status',
          'toegankelijkheid',
          'toegestaneActies',
          'versie',
          'wooneenheid',
        ],
      ].sort(),
    );
  });

  it('is not told before the coordinator has approved it, nor after it has ended', async () => {
    const own = await organisationOf('corporatie');
    const { own: id } = await rowsOf('proposal', own, { ofHome: true });
    const statusIn = async (state: string): Promise<number> => {
      await test.dataSource.query(`UPDATE proposal SET state = $2 WHERE id = $1`, [id, state]);
      return (await test.as('corporatie').get(`/v1/toewijzingsprofielen/${id}`)).status;
    };
    for (const state of ['voorgesteld', 'afgewezen', 'ingetrokken', 'geweigerd', 'vervallen']) {
      expect([state, await statusIn(state)]).toEqual([state, 404]);
    }
    for (const state of ['gehuisvest', 'goedgekeurd']) expect([state, await statusIn(state)]).toEqual([state, 200]);
  });
});

describe('numbers that a gemeente is not told', () => {
  it('are the small ones, while a coordinator sees them', async () => {
    interface Item {
      id: string;
      gerealiseerd: number | null;
      voorgesteld: number | null;
      verwacht: number | null;
      afgeschermd: boolean;
    }
    for (const path of ['/v1/spreiding', '/v1/prestatieafspraken']) {
      const all = ((await test.request().get(path)).body as { items: Item[] }).items;
      for (const role of ['gemeente', 'wijkregisseur'] as const) {
        const told = ((await test.as(role).get(path)).body as { items: Item[] }).items;
        expect(told.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
        for (const [place, item] of told.entries()) {
          for (const name of ['gerealiseerd', 'voorgesteld'] as const) {
            if (all[place]![name]! < 5) expect(item[name]).toBeNull();
            else expect([null, all[place]![name]]).toContain(item[name]);
          }
          if (item.gerealiseerd === null || item.voorgesteld === null) {
            expect(item).toMatchObject({ verwacht: null, tekort: null, afgeschermd: true });
          }
        }
      }
      expect(all.every(({ afgeschermd }) => !afgeschermd)).toBe(true);
    }
  });
});
