import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../support/fast-check';
import type { Role } from '../../src/platform/access/permissions';
import { inputFaultSchema, problemSchema } from '../../src/platform/http/problem';
import { completedRound, keepClients } from '../support/completed-round';
import { type HostileRequest, hostileRequests } from '../support/hostile-input';
import { type ApiOperation, operationsOf } from '../support/openapi-operations';
import { type RawAnswer, RawClient } from '../support/raw-request';
import { roleThatMay } from '../support/route-holder';
import { routesOf } from '../support/routes';
import { createTestApp, type TestApp } from '../support/test-app';

/** Requests for each operation that reads, and for each that writes. */
const READS = 18;
const WRITES = 60;

/** Operations after which nobody may be signed in as before. */
const CHANGES_SESSION = /^\/v1\/(sessie|roltoewijzingen)/;

/** What an outsider could learn the inside from: stacks, files, modules, and words of the database. */
const INSIDE =
  /\n\s+at |node_modules|\.[cm]?[jt]s:\d|typeorm|express|nestjs|zod|bullmq|postgres|QueryFailed|SQLSTATE|syntax error|relation "|column "|constraint|violates|duplicate key|invalid input syntax|ECONN|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) /i;

/** Words of the libraries behind the checks, where Dutch is promised. */
const ENGLISH = /\b(invalid|expected|received|required|must|unrecognized|too (big|small)|string|number|array)\b/i;

describe('hostile input on every route of openapi.json', () => {
  let test: TestApp;
  let client: RawClient;
  let operations: ApiOperation[];
  let known: Record<string, string>;
  let countRows: string;
  /** What every table holds since the last request that was taken; undefined: not counted since. */
  let counted: unknown;

  beforeAll(async () => {
    test = await createTestApp();
    client = new RawClient(test.url);
    await keepClients(test, 20);
    const round = await completedRound(test, 'fuzz');
    operations = operationsOf(JSON.parse((await client.send({ method: 'GET', path: '/v1/openapi.json' })).text));
    known = await knownIds(round.id);
    countRows = await rowCounter();
  });
  afterAll(async () => {
    client.close();
    await test.close();
  });

  async function firstId(table: string): Promise<string> {
    const [row] = await test.dataSource.query<{ id: string }[]>(`SELECT id FROM ${table} ORDER BY id LIMIT 1`);
    return row?.id ?? '';
  }

  /** A role that can end while everybody whom the tests act as keeps theirs. */
  async function spareRole(): Promise<string> {
    const [row] = await test.dataSource.query<{ id: string }[]>(
      `SELECT ra.id FROM role_assignment ra WHERE ra.role = 'veldtafel'
        ORDER BY (SELECT count(*) FROM role_assignment o WHERE o.account_id = ra.account_id) DESC LIMIT 1`,
    );
    return row?.id ?? '';
  }

  /** An id that exists for the parameters of each path; clients without a match for the explanations. */
  async function knownIds(roundId: string): Promise<Record<string, string>> {
    const tables: readonly (readonly [string, string])[] = [
      ['/v1/regios', 'region'],
      ['/v1/complexen', 'complex'],
      ['/v1/wooneenheden', 'unit'],
      ['/v1/clienten', 'household'],
      ['/v1/voorstellen', 'proposal'],
      ['/v1/roltoewijzingen', 'role_assignment'],
    ];
    const [unmatched] = await test.dataSource.query<{ id: string }[]>(
      `SELECT id FROM household h WHERE status = 'waiting' AND NOT EXISTS (SELECT FROM proposal p WHERE p.household_id = h.id) LIMIT 1`,
    );
    const ids: Record<string, string> = {};
    for (const { path, parameters } of operations) {
      for (const { name } of parameters.filter((each) => each.in === 'path')) {
        const table = tables.find(([start]) => path.startsWith(start))?.[1];
        ids[`${path}#${name}`] = table ? await firstId(table) : roundId;
        if (table === 'role_assignment') ids[`${path}#${name}`] = await spareRole();
        if (name === 'clientId') ids[`${path}#${name}`] = unmatched?.id ?? '';
      }
    }
    return ids;
  }

  /** A query that counts the rows of every table but the access log, which also counts refusals, and its chain. */
  async function rowCounter(): Promise<string> {
    const tables = await test.dataSource.query<{ name: string }[]>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND tablename NOT IN ('access_log', 'trace_pending', 'trace_link')
         AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    return tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`).join(' UNION ALL ');
  }

  function faultOf(request: HostileRequest, answer: RawAnswer): string | undefined {
    if (answer.status >= 500) return `status ${answer.status}`;
    if (answer.status < 400) return request.mustName.length > 0 ? `took ${request.mustName.join()}` : undefined;
    if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return 'no problem+json';
    const parsed = problemSchema.safeParse(JSON.parse(answer.text));
    if (!parsed.success) return parsed.error.message;
    const { title, detail, status, type, fouten, gegevens } = parsed.data;
    if (status !== answer.status || title === '' || detail === '') return 'status, title or detail is not right';
    const ours = JSON.stringify([type, title, detail, gegevens, (fouten ?? []).map(({ verwacht }) => verwacht)]);
    if (INSIDE.test(ours)) return 'shows the inside';
    if (answer.status !== 400) return undefined;
    if (!fouten || fouten.length === 0) return 'a 400 that names no field';
    const bare = fouten.find(
      (each) => !inputFaultSchema.safeParse(each).success || each.veld === '' || each.verwacht === '',
    );
    if (bare) return `not a whole fault: ${JSON.stringify(bare)}`;
    const misplaced = fouten.find((each) => each.in === 'body' && request.method === 'GET');
    if (misplaced) return `speaks of a body that was not sent: ${misplaced.verwacht}`;
    const english = fouten.find(({ verwacht }) => ENGLISH.test(verwacht));
    if (english) return `not Dutch: ${english.verwacht}`;
    if (!type.endsWith(':ongeldige-invoer')) return undefined;
    const named = fouten.map(({ veld }) => veld);
    const silent = request.mustName.filter(
      (name) => !named.some((each) => each === name || each.startsWith(`${name}.`)),
    );
    return silent.length > 0 ? `does not name ${silent.join()}` : undefined;
  }

  const count = () => test.dataSource.query<object[]>(countRows);

  async function check(role: Role, request: HostileRequest): Promise<void> {
    const writes = request.method !== 'GET';
    if (writes) counted ??= await count();
    const answer = await client.send({ ...request, headers: { ...test.headersOf(role), ...request.headers } });
    const fault = faultOf(request, answer);
    if (fault !== undefined) {
      throw new Error(
        `${fault}\n${request.method} ${request.path}\n${String(request.body)}\n${answer.text.slice(0, 1500)}`,
      );
    }
    if (writes && answer.status < 400) counted = undefined;
  }

  /** Counting takes longer than a request, so requests that were refused in a row are counted together. */
  async function expectNothingSaved(): Promise<void> {
    if (counted !== undefined) expect(await count()).toEqual(counted);
  }

  it('is refused with one clear answer, and nothing is saved', async () => {
    expect(operations.length).toBeGreaterThan(25);
    const failures: string[] = [];
    const roleFor = roleThatMay(test.app);
    for (const operation of operations) {
      const role = roleFor(operation.method, operation.path);
      const runs = operation.method === 'GET' ? READS : WRITES;
      await fc
        .assert(
          fc.asyncProperty(hostileRequests(operation, known), (request) => check(role, request)),
          { numRuns: runs },
        )
        .then(expectNothingSaved)
        .catch((error: Error) => failures.push(`${String(error.cause)}\n${error.message.split('\n')[1] ?? ''}`));
      counted = undefined;
      if (!CHANGES_SESSION.test(operation.path)) continue;
      await test.signInAgain();
    }
    expect(failures).toEqual([]);
  }, 240_000);

  it('leaves out no route', () => {
    const described = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const hidden = routesOf(test.app)
      .filter(({ pattern }) => pattern.startsWith('/v1/'))
      .map(({ method, pattern }) => `${method} ${pattern.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`)
      .filter((route) => !described.has(route));
    expect(hidden).toEqual(['GET /v1/openapi.json']);
  });
});
