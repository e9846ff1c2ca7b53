import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { REQUEST_PROOF } from '../../src/platform/access/request-proof';
import { startDemoProvider } from '../../src/start/demo-provider/demo-provider';
import type { SessionDto } from '../../src/modules/accounts/session.dto';
import { chooseAtProvider, CookieBrowser } from '../support/cookie-browser';
import { createTestApp, type TestApp } from '../support/test-app';

const COOKIE = 'woonplek-sessie';
const ATTEMPT = 'woonplek-aanmelding';

describe('signing in at a real OpenID Connect provider', () => {
  let test: TestApp;
  let browser: CookieBrowser;
  const start = (query = '') => `${test.url}/aanmelden${query}`;

  beforeAll(async () => {
    test = await createTestApp({ provider: true });
  });
  afterAll(() => test?.close());
  beforeEach(() => {
    browser = new CookieBrowser();
  });

  async function signIn(person: string, { strong = true, from = '' } = {}): Promise<URL> {
    const back = await chooseAtProvider(browser, start(from), { person, strong });
    const [page] = await browser.follow(back, ({ pathname }) => !pathname.startsWith('/aanmelden'));
    return page;
  }

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(test.url + path, {
      ...init,
      headers: { Cookie: browser.header(), [REQUEST_PROOF]: '1', 'Content-Type': 'application/json', ...init.headers },
    });
  const post = (path: string, body: object) => ask(path, { method: 'POST', body: JSON.stringify(body) });
  const session = async () => (await ask('/v1/sessie')).json() as Promise<SessionDto>;
  const status = async (path = '/v1/sessie') => (await ask(path)).status;
  const row = async () => {
    const token = browser.cookies.get(COOKIE)?.value ?? '';
    const hash = createHash('sha256').update(token).digest('hex');
    const [found] = await test.dataSource.query('SELECT * FROM session WHERE token_hash = $1', [hash]);
    return found as Record<string, unknown>;
  };
  const shift = (column: string, interval: string) =>
    test.dataSource.query(`UPDATE session SET ${column} = ${column} - $1::interval`, [interval]);

  it('opens a session of that person, in their role, and returns to the page that was asked for', async () => {
    const page = await signIn('gijs', { from: '?naar=/rondes%3Fstatus%3Dvoltooid' });
    expect(page.pathname + page.search).toBe('/rondes?status=voltooid');
    expect(await session()).toMatchObject({
      persoon: { naam: 'Gijs Voorbeeld', email: 'gijs@demo.woonplek.example' },
      rol: { rol: 'auditor', organisatie: { soort: 'regio' }, regio: { id: 'assen' } },
      magClientgegevens: true,
    });
    expect(await status('/v1/matchrondes')).toBe(200);
  });

  it('asks with code, PKCE S256, state and nonce of enough chance, and the level it wants', async () => {
    const response = await browser.get(start());
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
    await signIn('anouk');
    const { value, attributes } = browser.cookies.get(COOKIE)!;
    expect(value.length).toBeGreaterThan(42);
    expect(attributes).toMatch(/HttpOnly/i);
    expect(attributes).toMatch(/SameSite=Lax/i);
    expect(attributes).not.toMatch(/Expires|Max-Age|Domain/i);
    expect(JSON.stringify(await row())).not.toContain(value);
  });

  it.each([
    '//elders.example',
    'https://elders.example/',
    '/\\elders.example',
    '/%09/elders.example',
    'rondes',
    '/aanmelden',
  ])('does not send anybody to %s afterwards', async (wish) => {
    const page = await signIn('gijs', { from: `?naar=${encodeURIComponent(wish)}` });
    expect(page.origin).toBe(test.url);
    expect(page.pathname).not.toMatch(/^\/\/|aanmelden/);
  });

  describe('refuses to finish', () => {
    const refused = async (address: URL) => {
      const [page] = await browser.follow(address, ({ pathname }) => !pathname.startsWith('/aanmelden'));
      expect(browser.cookies.has(COOKIE)).toBe(false);
      expect(await status()).toBe(401);
      return page.pathname + page.search;
    };
    const back = (person = 'anouk') => chooseAtProvider(browser, start(), { person });

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
      browser = new CookieBrowser();
      expect(await refused(address)).toBe('/niet-aangemeld?reden=verlopen');
    });

    it('twice', async () => {
      const address = await back();
      const { value } = browser.cookies.get(ATTEMPT)!;
      await browser.follow(address, ({ pathname }) => !pathname.startsWith('/aanmelden'));
      browser = new CookieBrowser();
      browser.cookies.set(ATTEMPT, { value, path: '/', attributes: '' });
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
    await signIn('bram');
    await test.dataSource.query(`UPDATE account SET email = 'b.voorbeeld@woonplek.example' WHERE email LIKE 'bram@%'`);
    browser = new CookieBrowser();
    await signIn('bram');
    expect(await session()).toMatchObject({ persoon: { naam: 'Bram Voorbeeld' }, rol: { rol: 'corporatie' } });
  });

  describe('a session', () => {
    it('ends after some time without use, and not by use', async () => {
      await signIn('anouk');
      await shift('last_seen_at', '29 minutes');
      expect(await status()).toBe(200);
      await shift('last_seen_at', '29 minutes');
      expect(await status()).toBe(200);
      await shift('last_seen_at', '31 minutes');
      expect(await status()).toBe(401);
    });

    it('ends after some hours, however busy', async () => {
      await signIn('anouk');
      await shift('expires_at', '7 hours 59 minutes');
      expect(await status()).toBe(200);
      await shift('expires_at', '2 minutes');
      expect(await status()).toBe(401);
    });

    it('ends at once when the account is closed or the role ends', async () => {
      await signIn('anouk');
      await test.dataSource.query(`UPDATE account SET active = false WHERE email LIKE 'anouk@%'`);
      expect(await status()).toBe(401);
      await test.dataSource.query(`UPDATE account SET active = true WHERE email LIKE 'anouk@%'`);
      expect(await status()).toBe(200);
      await test.dataSource.query(`UPDATE role_assignment SET valid_until = valid_from WHERE role = 'coordinator'`);
      expect(await status()).toBe(401);
      await test.dataSource.query(`UPDATE role_assignment SET valid_until = NULL WHERE role = 'coordinator'`);
    });

    it('of somebody who signs in again takes the place of the one before', async () => {
      await signIn('anouk');
      const before = browser.cookies.get(COOKIE)!;
      await signIn('gijs', { from: '?opnieuw=ja' });
      expect(await session()).toMatchObject({ rol: { rol: 'auditor' } });
      browser.cookies.set(COOKIE, before);
      expect(await status()).toBe(401);
    });

    it('is not opened by a secret that looks like one', async () => {
      browser.cookies.set(COOKIE, { value: 'x'.repeat(43), path: '/', attributes: '' });
      expect(await status()).toBe(401);
    });
  });

  describe('signing out', () => {
    it('ends the session here at once, and at the service, and does not come back', async () => {
      await signIn('anouk');
      const before = browser.cookies.get(COOKIE)!;
      const answer = await post('/v1/sessie/afmeldingen', {}).then(
        () => undefined,
        () => undefined,
      );
      expect(answer).toBeUndefined();
      const response = await ask('/v1/sessie/afmeldingen', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
      });
      const { adres } = (await response.json()) as { adres: string };
      expect(response.headers.getSetCookie().join()).toMatch(/woonplek-sessie=;.*1970/);
      browser.cookies.set(COOKIE, before);
      expect(await status()).toBe(401);
      expect(await row()).toMatchObject({ end_reason: 'signed-out', id_token: null });

      const [page, form] = await browser.follow(adres);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec((await form?.text()) ?? '')?.[1] ?? '';
      const action = new URL('/session/end/confirm', page);
      const done = await browser.post(action, { xsrf, logout: 'yes' });
      expect(done.headers.get('location')).toBe(`${test.url}/niet-aangemeld?reden=afgemeld`);
      const [asked] = await browser.follow(start());
      expect(asked.pathname).toMatch(/^\/kies\//);
    });

    it('at the service ends the session here (back-channel)', async () => {
      await signIn('anouk');
      const { id_token: idToken } = await row();
      const { origin } = new URL((await browser.get(start())).headers.get('location') ?? '');
      const [page, form] = await browser.follow(`${origin}/session/end?id_token_hint=${String(idToken)}`);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec((await form?.text()) ?? '')?.[1] ?? '';
      expect(await status()).toBe(200);
      await browser.post(new URL('/session/end/confirm', page), { xsrf, logout: 'yes' });
      expect(await status()).toBe(401);
      expect(await row()).toMatchObject({ end_reason: 'provider' });
    });

    it.each([
      ['nothing', {}],
      ['no token', { logout_token: 'geen.token.dit' }],
      ['a token that nobody signed', { logout_token: `${btoa('{"alg":"none"}')}.${btoa('{"sub":"anouk"}')}.` }],
    ])('is not done by a message with %s', async (_, form) => {
      await signIn('anouk');
      const response = await new CookieBrowser().post(
        `${test.url}/aanmelden/afmeldbericht`,
        form,
      );
      expect(response.status).toBe(400);
      expect(await status()).toBe(200);
    });

    it('is not done with an ID token in place of a sign-out message', async () => {
      await signIn('anouk');
      const form = { logout_token: String((await row()).id_token) };
      expect((await new CookieBrowser().post(`${test.url}/aanmelden/afmeldbericht`, form)).status).toBe(400);
      expect(await status()).toBe(200);
    });
  });

  describe('somebody with more roles', () => {
    it('chooses one to act in, and is recorded in it', async () => {
      await signIn('dirk');
      const { rol, rollen } = await session();
      const other = rollen.find((each) => each.rol !== rol.rol)!;
      expect(rollen.map((each) => each.rol).sort()).toEqual(['gemeente', 'veldtafel']);
      const switched = await post('/v1/sessie/rolwisselingen', { toewijzing: other.toewijzing });
      expect(await switched.json()).toMatchObject({ rol: { rol: other.rol } });
      expect(await status('/v1/voorstellen')).toBe(403);
      const [logged] = await test.dataSource.query(
        `SELECT l.role, l.organisation_id, a.display_name FROM access_log l JOIN account a ON a.id = l.actor ORDER BY l.id DESC LIMIT 1`,
      );
      expect(logged).toMatchObject({ role: other.rol, display_name: 'Dirk Voorbeeld' });
      browser = new CookieBrowser();
      await signIn('dirk');
      expect(await session()).toMatchObject({ rol: { rol: other.rol } });
    });

    it('cannot take a role of somebody else', async () => {
      await signIn('gijs');
      const [role] = await test.dataSource.query(`SELECT id FROM role_assignment WHERE role = 'beheerder'`);
      const response = await post('/v1/sessie/rolwisselingen', { toewijzing: role.id });
      expect(response.status).toBe(400);
      expect(await session()).toMatchObject({ rol: { rol: 'auditor' } });
    });
  });

  it('opens no client file for who signed in too lightly, says so, and logs that', async () => {
    await signIn('anouk', { strong: false });
    expect(await session()).toMatchObject({ rol: { rol: 'coordinator' }, magClientgegevens: false });
    expect(await status('/v1/wooneenheden')).toBe(200);
    const refused = await ask('/v1/clienten');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ type: 'urn:woonplek:probleem:aanmelding-te-licht' });
    const [logged] = await test.dataSource.query(`SELECT outcome, action FROM access_log WHERE request_id = $1`, [
      refused.headers.get('x-request-id'),
    ]);
    expect(logged).toEqual({ outcome: 'denied', action: 'client.list' });
    await signIn('anouk', { from: '?opnieuw=ja' });
    expect(await status('/v1/clienten')).toBe(200);
  });

  it('takes no write without the header that only its own pages can send', async () => {
    await signIn('anouk');
    const headers = { Cookie: browser.header(), 'Content-Type': 'application/json' };
    const before = await test.dataSource.query('SELECT count(*)::int AS runs FROM match_run');
    for (const proof of [{}, { [REQUEST_PROOF]: '0' }, { [REQUEST_PROOF]: '' }]) {
      const init = { method: 'POST', body: '{"regio":"assen"}', headers: { ...headers, ...proof } as HeadersInit };
      expect((await fetch(`${test.url}/v1/matchrondes`, init)).status).toBe(403);
    }
    expect(await test.dataSource.query('SELECT count(*)::int AS runs FROM match_run')).toEqual(before);
    expect((await post('/v1/matchrondes', { regio: 'assen' })).status).toBe(202);
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
