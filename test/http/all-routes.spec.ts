import { describe, expect, it, beforeAll, afterAll, beforeEach } from '@jest/globals';
import type { Response } from 'supertest';
import { routeFacts } from '../../src/platform/http/check-routes';
import { API_VERSION } from '../../src/platform/http/api-version';
import { problemSchema } from '../../src/platform/http/problem';
import { createTestApp, type TestApp } from '../support/test-app';
import { roleThatMay } from '../support/route-holder';
import { type Route, routesOf } from '../support/routes';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Where browsers and the sign-in service come, outside the API. */
const SIGN_IN = ['GET /aanmelden', 'GET /aanmelden/terug', 'POST /aanmelden/afmeldbericht'];
const SPEAK_OF_PERSONS = /^(client|proposal)\./;

const allowedOn = (known: readonly string[]): string =>
  [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ');

describe('what holds for every route', () => {
  let test: TestApp;
  let all: Route[];
  let roleFor: ReturnType<typeof roleThatMay>;
  let routes: Route[];

  beforeAll(async () => {
    test = await createTestApp();
    all = routesOf(test.app);
    roleFor = roleThatMay(test.app);
    routes = all.filter(({ pattern }) => pattern.startsWith('/v1/'));
  });
  // One of the routes signs out.
  beforeEach(() => test.signInAgain());
  afterAll(() => test.close());

  /** Runs one check on every route and names those that fail it. */
  async function failing(
    of: readonly Route[],
    check: (route: Route) => Promise<string | undefined>,
  ): Promise<string[]> {
    const failures: string[] = [];
    for (const route of of) {
      const failure = await check(route);
      if (failure !== undefined) failures.push(`${route.method} ${route.pattern}: ${failure}`);
    }
    return failures;
  }

  /** As somebody who may do what the route asks; an address that no route has, as the coordinator. */
  function send(method: string, path: string) {
    const route = routes.find((each) => each.method === method && each.path === path.split('?')[0]);
    const role = route ? roleFor(method, route.pattern) : 'coordinator';
    return test.as(role)[method.toLowerCase() as 'get'](path);
  }

  function problemFault(response: Response, status: number, code?: string): string | undefined {
    if (response.status !== status) return `status ${response.status} ${response.text}`;
    if (!response.headers['content-type']?.startsWith('application/problem+json')) return 'no problem+json';
    const parsed = problemSchema.safeParse(JSON.parse(response.text));
    if (!parsed.success) return parsed.error.message;
    if (parsed.data.status !== status) return `says status ${parsed.data.status}`;
    return code === undefined || parsed.data.type.endsWith(`:${code}`) ? undefined : `type ${parsed.data.type}`;
  }

  it('there are routes to check, all under /v1 but those of the sign-in, in kebab-case and plural-safe words', () => {
    expect(routes.length).toBeGreaterThan(10);
    const others = all.filter((route) => !routes.includes(route)).map(({ method, pattern }) => `${method} ${pattern}`);
    expect(others.sort()).toEqual([...SIGN_IN].sort());
    const strange = routes.filter(
      ({ pattern }) => !/^\/v1(\/([a-z][a-z-]*|:[a-z][A-Za-z]*|openapi\.json))+$/.test(pattern),
    );
    expect(strange).toEqual([]);
  });

  it('names a permission, and checks all of its input', () => {
    const facts = routeFacts(test.app);
    expect(facts.length).toBe(all.length);
    expect(facts.filter(({ required }) => required === undefined)).toEqual([]);
  });

  it('is marked as reading persons when its permission is about persons', () => {
    const unmarked = routeFacts(test.app).filter(
      ({ required, reads }) => required !== undefined && SPEAK_OF_PERSONS.test(required) && !reads,
    );
    expect(unmarked.map(({ name }) => name)).toEqual([]);
  });

  it('has a summary and a described answer', () => {
    const document = test.request().get('/v1/openapi.json');
    return document.then(({ body }) => {
      const bare = Object.entries(body.paths as Record<string, Record<string, { summary?: string; responses: object }>>)
        .flatMap(([path, operations]) =>
          Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
        )
        .filter(
          ({ operation }) =>
            !operation.summary || !Object.keys(operation.responses).some((status) => status.startsWith('2')),
        );
      expect(bare.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
    });
  });

  it('is not found with a slash behind it', async () => {
    const failures = await failing(routes, async ({ method, path }) =>
      problemFault(await send(method, `${path}/`), 404, 'niet-gevonden'),
    );
    expect(failures).toEqual([]);
  });

  it('has one spelling: not found with a capital letter in it', async () => {
    const failures = await failing(routes, async ({ method, path }) =>
      problemFault(
        await send(
          method,
          path.replace(/^\/v1\/./, (start) => start.replace(/.$/, start.slice(-1).toUpperCase())),
        ),
        404,
      ),
    );
    expect(failures).toEqual([]);
  });

  it('refuses an unknown query parameter and names it', async () => {
    const failures = await failing(routes, async ({ method, path }) => {
      const response = await send(method, `${path}?bestaatNiet=1`);
      const fault = problemFault(response, 400, 'ongeldige-invoer');
      if (fault) return fault;
      const fields = (response.body.fouten as { veld: string }[]).map(({ veld }) => veld);
      return fields.includes('bestaatNiet') ? undefined : `names ${fields.join()}`;
    });
    expect(failures).toEqual([]);
  });

  it('refuses a field that it does not know in the body', async () => {
    const writes = routes.filter(({ method }) => method !== 'GET');
    const failures = await failing(writes, async ({ method, path }) => {
      const response = await send(method, path).send({ bestaatNiet: 1 });
      return problemFault(response, 400, 'ongeldige-invoer');
    });
    expect(failures).toEqual([]);
  });

  it('answers another method with 405 and says which there are', async () => {
    const failures = await failing(routes, async ({ pattern, path }) => {
      const known = routes.filter((route) => route.pattern === pattern).map(({ method }) => method);
      const allowed = allowedOn(known);
      for (const method of METHODS.filter((each) => !known.includes(each))) {
        const response = await send(method, path);
        const fault = problemFault(response, 405);
        if (fault) return `${method}: ${fault}`;
        if (response.headers['allow'] !== allowed) return `${method}: Allow is ${response.headers['allow']}`;
      }
      return undefined;
    });
    expect(failures).toEqual([]);
  });

  it('answers OPTIONS with what it allows, and shares nothing with other sites', async () => {
    const failures = await failing(routes, async ({ pattern, path }) => {
      const known = routes.filter((route) => route.pattern === pattern).map(({ method }) => method);
      const { status, headers, text } = await test.request().options(path).set('Origin', 'https://ergens.example');
      if (status !== 204 || text !== '') return `answers ${status}`;
      if (headers['allow'] !== allowedOn(known)) return `Allow is ${headers['allow']}`;
      const isShared = headers['access-control-allow-origin'] !== undefined;
      return isShared === (pattern === '/v1/openapi.json') ? undefined : `shared: ${isShared}`;
    });
    expect(failures).toEqual([]);
    expect(problemFault(await test.request().options('/v1/bestaat-niet'), 404)).toBeUndefined();
  });

  it('answers broken JSON with 400', async () => {
    const writes = routes.filter(({ method }) => method !== 'GET');
    const failures = await failing(writes, async ({ method, path }) => {
      const response = await send(method, path).set('Content-Type', 'application/json').send('{"besluit": ');
      return problemFault(response, 400, 'ongeldige-json');
    });
    expect(failures).toEqual([]);
  });

  it('answers a body that is not JSON with 415', async () => {
    const writes = routes.filter(({ method }) => method !== 'GET');
    const failures = await failing(writes, async ({ method, path }) =>
      problemFault(await send(method, path).set('Content-Type', 'application/xml').send('<a/>'), 415),
    );
    expect(failures).toEqual([]);
  });

  it('answers a body that is too large with 413', async () => {
    const writes = routes.filter(({ method }) => method !== 'GET');
    const body = { toelichting: 'x'.repeat(300_000) };
    const failures = await failing(writes, async ({ method, path }) =>
      problemFault(await send(method, path).send(body), 413),
    );
    expect(failures).toEqual([]);
  });

  it('answers a wish for another media type with 406', async () => {
    const failures = await failing(routes, async ({ method, path }) =>
      problemFault(await send(method, path).set('Accept', 'text/csv'), 406),
    );
    expect(failures).toEqual([]);
  });

  it('carries the version and the security headers, whatever the answer', async () => {
    const expected: Record<string, string> = {
      'api-version': API_VERSION,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    };
    const failures = await failing(routes, async ({ method, path }) => {
      const answers = [path, `${path}/`, `${path}?bestaatNiet=1`].map(async (address) => send(method, address));
      for (const answer of [...answers, send(method, path).set('Host', 'elders.example')]) {
        const { headers } = await answer;
        const wrong = Object.keys(expected).filter((name) => headers[name] !== expected[name]);
        if (wrong.length > 0) return `${wrong.map((name) => `${name}=${headers[name]}`).join('; ')}`;
        if (headers['x-powered-by'] !== undefined) return 'names the framework';
      }
      return undefined;
    });
    expect(failures).toEqual([]);
  });

  it('answers this computer only', async () => {
    const failures = await failing(routes, async ({ method, path }) =>
      problemFault(await send(method, path).set('Host', 'elders.example'), 403),
    );
    expect(failures).toEqual([]);
  });

  it('takes no write from a page of another site', async () => {
    const writes = routes.filter(({ method }) => method !== 'GET');
    const failures = await failing(writes, async ({ method, path }) =>
      problemFault(await send(method, path).set('Origin', 'http://elders.example').send({}), 403),
    );
    expect(failures).toEqual([]);
  });

  it('writes a row in the access log for every read of a person, also when it fails', async () => {
    const marked = routeFacts(test.app).filter(({ reads, method }) => reads && method === 'GET');
    const failures: string[] = [];
    for (const { reads, path } of marked) {
      const address = `/${path.replaceAll(/:[A-Za-z]+/g, '00000000-0000-4000-8000-000000000000')}`;
      const response = await test.as(roleFor('GET', `/${path}`)).get(address);
      const [row] = await test.dataSource.query(
        'SELECT action, object_type, outcome, actor, region_id FROM access_log WHERE request_id = $1',
        [response.headers['x-request-id']],
      );
      const outcome = response.status === 200 ? 'granted' : 'failed';
      if (row?.action !== reads?.action || row?.outcome !== outcome || !row?.actor || row?.region_id !== 'assen') {
        failures.push(`GET ${address} (${response.status}): ${JSON.stringify(row)}`);
      }
    }
    expect(failures).toEqual([]);
  });
});
