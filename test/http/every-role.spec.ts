import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/platform/access/permissions';
import { problemSchema } from '../../src/platform/http/problem';
import { createTestApp, type TestApp } from '../support/test-app';
import { type Route, routesOf } from '../support/routes';
import { LETTERS, OPENS_FOR } from './roles.expectations';

/** Answers of a route that has let somebody in: what is asked for in these tests is not there, or the input is not right. */
const LET_IN = [200, 201, 202, 303, 400, 404, 409];

describe('every route for every role', () => {
  let test: TestApp;
  let routes: Route[];

  beforeAll(async () => {
    test = await createTestApp();
    routes = routesOf(test.app);
  });
  afterAll(() => test?.close());
  // One of the routes signs out.
  beforeEach(() => test.signInAgain());

  const keyOf = ({ method, pattern }: Route): string => `${method} ${pattern}`;
  const expectationOf = (route: Route): string => OPENS_FOR[keyOf(route)] ?? 'no expectation';
  const call = (agent: ReturnType<TestApp['anonymous']>, { method, path }: Route) =>
    agent[method.toLowerCase() as 'get'](path);

  it('has an expectation, and there is no expectation without a route', () => {
    expect(Object.keys(OPENS_FOR).sort()).toEqual(routes.map(keyOf).sort());
    expect(Object.values(LETTERS).sort()).toEqual([...ROLES].sort());
  });

  it('is 401 for who is not signed in, with a problem that says so and nothing else', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const response = await call(test.anonymous(), route);
      if (expectationOf(route) === 'public') {
        if (!LET_IN.includes(response.status)) wrong.push(`${keyOf(route)}: ${response.status}`);
        continue;
      }
      const problem = problemSchema.safeParse(JSON.parse(response.text));
      const isRight = response.status === 401 && problem.success && problem.data.type.endsWith(':niet-aangemeld');
      if (!isRight) wrong.push(`${keyOf(route)}: ${response.status} ${response.text}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(LETTERS))('opens for %s (%s) where it should, and is 403 elsewhere', async (letter, role) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const opens = expectationOf(route) === 'public' || expectationOf(route).includes(letter);
      const response = await call(test.as(role), route);
      if (route.pattern.endsWith('/afmeldingen')) await test.signInAgain();
      const isRight = opens
        ? LET_IN.includes(response.status)
        : response.status === 403 && response.headers['content-type']?.startsWith('application/problem+json');
      if (!isRight) wrong.push(`${keyOf(route)}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is 403 for a write without the header of our own pages, whatever the role', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      if (expectationOf(route) === 'public') continue;
      for (const role of ROLES) {
        const { Cookie } = test.headersOf(role);
        const { status } = await call(test.anonymous().set({ Cookie }), route);
        if (status !== 403) wrong.push(`${keyOf(route)} as ${role}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
