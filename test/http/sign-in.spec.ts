import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startDemoProvider } from '../../src/start/demo-provider/demo-provider';
import { chooseAtProvider } from '../support/cookie-browser';
import { PersonBrowser, SESSION_COOKIE } from '../support/person-browser';
import { createTestApp, type TestApp } from '../support/test-app';

const ATTEMPT = 'woonplek-aanmelding';

describe('signing in at a real OpenID Connect provider', () => {
  let test: TestApp;
  let person: PersonBrowser;

  beforeAll(async () => {
    test = await createTestApp({ provider: true });
  });
  afterAll(() => test?.close());
  beforeEach(() => {
    person = new PersonBrowser(test);
  });

  it('opens a session of that person, in their role, and returns to the page that was asked for', async () => {
    const page = await person.signIn('gijs', { from: '?naar=/rondes%3Fstatus%3Dvoltooid' });
    expect(page.pathname + page.search).toBe('/rondes?status=voltooid');
    expect(await person.session()).toMatchObject({
      persoon: { naam: 'Gijs Voorbeeld', email: 'gijs@demo.woonplek.example' },
      rol: { rol: 'auditor', organisatie: { soort: 'regio' }, regio: { id: 'assen' } },
      magClientgegevens: true,
    });
    expect(await person.status('/v1/matchrondes')).toBe(200);
  });

  it('asks with code, PKCE S256, state and nonce of enough chance, and the level it wants', async () => {
    const response = await person.browser.get(person.start());
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: 'http://eidas.europa.eu/LoA/substantial',
      redirect_uri: `${test.url}/aanmelden/terug`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)?.length).toBeGreaterThan(42);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('gives a cookie that no script reads and no other site sends along with a write, and keeps only its hash', async () => {
    await person.signIn('anouk');
    const { value, attributes } = person.browser.cookies.get(SESSION_COOKIE)!;
    expect(value.length).toBeGreaterThan(42);
    expect(attributes).toMatch(/HttpOnly/i);
    expect(attributes).toMatch(/SameSite=Lax/i);
    expect(attributes).not.toMatch(/Expires|Max-Age|Domain/i);
    expect(JSON.stringify(await person.row())).not.toContain(value);
  });

  it.each([
    '//elders.example',
    'https://elders.example/',
    '/\\elders.example',
    '/%09/elders.example',
    'rondes',
    '/aanmelden',
  ])('does not send anybody to %s afterwards', async (wish) => {
    const page = await person.signIn('gijs', { from: `?naar=${encodeURIComponent(wish)}` });
    expect(page.origin).toBe(test.url);
    expect(page.pathname).not.toMatch(/^\/\/|aanmelden/);
  });

  describe('refuses to finish', () => {
    const refused = async (address: URL) => {
      const page = await person.finish(address);
      expect(person.browser.cookies.has(SESSION_COOKIE)).toBe(false);
      expect(await person.status()).toBe(401);
      return page.pathname + page.search;
    };
    const back = (name = 'anouk') => chooseAtProvider(person.browser, person.start(), { person: name });

    it('with another state', async () => {
      const address = await back();
      address.searchParams.set('state', 'x'.repeat(43));
      expect(await refused(address)).toBe('/niet-aangemeld?reden=mislukt');
    });

    it('with another nonce', async () => {
      const address = await back();
      await test.dataSource.query(`UPDATE sign_in_attempt SET nonce = 'another'`);
      expect(await refused(address)).toBe('/niet-aangemeld?reden=mislukt');
    });

    it('with another verifier than the challenge was made of', async () => {
      const address = await back();
      await test.dataSource.query(`UPDATE sign_in_attempt SET code_verifier = repeat('v', 43)`);
      expect(await refused(address)).toBe('/niet-aangemeld?reden=mislukt');
    });

    it('with an answer of another issuer', async () => {
      const address = await back();
      address.searchParams.set('iss', 'https://elders.example');
      expect(await refused(address)).toBe('/niet-aangemeld?reden=mislukt');
    });

    it('in another browser than it began in', async () => {
      const address = await back();
      person = new PersonBrowser(test);
      expect(await refused(address)).toBe('/niet-aangemeld?reden=verlopen');
    });

    it('twice', async () => {
      const address = await back();
      const { value } = person.browser.cookies.get(ATTEMPT)!;
      await person.finish(address);
      person = new PersonBrowser(test);
      person.browser.cookies.set(ATTEMPT, { value, path: '/', attributes: '' });
      expect(await refused(address)).toBe('/niet-aangemeld?reden=verlopen');
    });

    it('too late', async () => {
      const address = await back();
      await test.dataSource.query(`UPDATE sign_in_attempt SET expires_at = now() - interval '1 second'`);
      expect(await refused(address)).toBe('/niet-aangemeld?reden=verlopen');
    });

    it('for somebody without an account', async () => {
      await test.dataSource.query(`UPDATE account SET email = 'elders@woonplek.example' WHERE email LIKE 'fatima@%'`);
      expect(await refused(await back('fatima'))).toBe('/niet-aangemeld?reden=onbekend');
    });

    it('for somebody whose account is closed', async () => {
      await test.dataSource.query(`UPDATE account SET active = false WHERE email LIKE 'els@%'`);
      expect(await refused(await back('els'))).toBe('/niet-aangemeld?reden=onbekend');
      await test.dataSource.query(`UPDATE account SET active = true WHERE email LIKE 'els@%'`);
    });

    it('for somebody without a role', async () => {
      await test.dataSource.query(
        `UPDATE role_assignment SET ended_at = now() WHERE account_id = (SELECT id FROM account WHERE email LIKE 'els@%')`,
      );
      expect(await refused(await back('els'))).toBe('/niet-aangemeld?reden=geen-rol');
    });
  });

  it('recognises a person by the name that the service gave them, whatever address they have later', async () => {
    await person.signIn('bram');
    await test.dataSource.query(`UPDATE account SET email = 'b.voorbeeld@woonplek.example' WHERE email LIKE 'bram@%'`);
    person = new PersonBrowser(test);
    await person.signIn('bram');
    expect(await person.session()).toMatchObject({ persoon: { naam: 'Bram Voorbeeld' }, rol: { rol: 'corporatie' } });
  });

  it('opens no client file for who signed in too lightly, says so, and logs that', async () => {
    await person.signIn('anouk', { strong: false });
    expect(await person.session()).toMatchObject({ rol: { rol: 'coordinator' }, magClientgegevens: false });
    expect(await person.status('/v1/wooneenheden')).toBe(200);
    const refused = await person.ask('/v1/clienten');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ type: 'urn:woonplek:probleem:aanmelding-te-licht' });
    const [logged] = await test.dataSource.query(`SELECT outcome, action FROM access_log WHERE request_id = $1`, [
      refused.headers.get('x-request-id'),
    ]);
    expect(logged).toEqual({ outcome: 'denied', action: 'client.list' });
    await person.signIn('anouk', { from: '?opnieuw=ja' });
    expect(await person.status('/v1/clienten')).toBe(200);
  });

  it('never starts its made-up people in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      const options = { port: 0, woonplek: [test.url], clientKey: {}, people: [] };
      await expect(startDemoProvider(options)).rejects.toThrow(/NODE_ENV=production/);
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
