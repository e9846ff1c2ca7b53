import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { REQUEST_PROOF } from '../../src/platform/access/request-proof';
import { CookieBrowser } from '../support/cookie-browser';
import { PersonBrowser, SESSION_COOKIE } from '../support/person-browser';
import { createTestApp, type TestApp } from '../support/test-app';

describe('the session of somebody who signed in', () => {
  let test: TestApp;
  let person: PersonBrowser;

  beforeAll(async () => {
    test = await createTestApp({ provider: true });
  });
  afterAll(() => test?.close());
  beforeEach(() => {
    person = new PersonBrowser(test);
  });

  describe('it', () => {
    it('ends after some time without use, and not by use', async () => {
      await person.signIn('anouk');
      await person.passTime('last_seen_at', '29 minutes');
      expect(await person.status()).toBe(200);
      await person.passTime('last_seen_at', '29 minutes');
      expect(await person.status()).toBe(200);
      await person.passTime('last_seen_at', '31 minutes');
      expect(await person.status()).toBe(401);
    });

    it('ends after some hours, however busy', async () => {
      await person.signIn('anouk');
      await person.passTime('expires_at', '7 hours 59 minutes');
      expect(await person.status()).toBe(200);
      await person.passTime('expires_at', '2 minutes');
      expect(await person.status()).toBe(401);
    });

    it('ends at once when the account is closed or the role ends', async () => {
      await person.signIn('anouk');
      await test.dataSource.query(`UPDATE account SET active = false WHERE email LIKE 'anouk@%'`);
      expect(await person.status()).toBe(401);
      await test.dataSource.query(`UPDATE account SET active = true WHERE email LIKE 'anouk@%'`);
      expect(await person.status()).toBe(200);
      await test.dataSource.query(`UPDATE role_assignment SET valid_until = valid_from WHERE role = 'coordinator'`);
      expect(await person.status()).toBe(401);
      await test.dataSource.query(`UPDATE role_assignment SET valid_until = NULL WHERE role = 'coordinator'`);
    });

    it('of somebody who signs in again takes the place of the one before', async () => {
      await person.signIn('anouk');
      const before = person.browser.cookies.get(SESSION_COOKIE)!;
      await person.signIn('gijs', { from: '?opnieuw=ja' });
      expect(await person.session()).toMatchObject({ rol: { rol: 'auditor' } });
      person.browser.cookies.set(SESSION_COOKIE, before);
      expect(await person.status()).toBe(401);
    });

    it('is not opened by a secret that looks like one', async () => {
      person.browser.cookies.set(SESSION_COOKIE, { value: 'x'.repeat(43), path: '/', attributes: '' });
      expect(await person.status()).toBe(401);
    });
  });

  describe('signing out', () => {
    it('ends the session here at once, and at the service, and does not come back', async () => {
      await person.signIn('anouk');
      const before = person.browser.cookies.get(SESSION_COOKIE)!;
      const response = await person.ask('/v1/sessie/afmeldingen', { method: 'POST' });
      const { adres } = (await response.json()) as { adres: string };
      expect(response.headers.getSetCookie().join()).toMatch(/woonplek-sessie=;.*1970/);
      person.browser.cookies.set(SESSION_COOKIE, before);
      expect(await person.status()).toBe(401);
      expect(await person.row()).toMatchObject({ end_reason: 'signed-out', id_token: null });

      const [page, form] = await person.browser.follow(adres);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec((await form?.text()) ?? '')?.[1] ?? '';
      const action = new URL('/session/end/confirm', page);
      const done = await person.browser.post(action, { xsrf, logout: 'yes' });
      expect(done.headers.get('location')).toBe(`${test.url}/niet-aangemeld?reden=afgemeld`);
      const [asked] = await person.browser.follow(person.start());
      expect(asked.pathname).toMatch(/^\/kies\//);
    });

    it('at the service ends the session here (back-channel)', async () => {
      await person.signIn('anouk');
      const { id_token: idToken } = await person.row();
      const { origin } = new URL((await person.browser.get(person.start())).headers.get('location') ?? '');
      const [page, form] = await person.browser.follow(`${origin}/session/end?id_token_hint=${String(idToken)}`);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec((await form?.text()) ?? '')?.[1] ?? '';
      expect(await person.status()).toBe(200);
      await person.browser.post(new URL('/session/end/confirm', page), { xsrf, logout: 'yes' });
      expect(await person.status()).toBe(401);
      expect(await person.row()).toMatchObject({ end_reason: 'provider' });
    });

    it.each([
      ['nothing', {}],
      ['no token', { logout_token: 'geen.token.dit' }],
      ['a token that nobody signed', { logout_token: `${btoa('{"alg":"none"}')}.${btoa('{"sub":"anouk"}')}.` }],
    ])('is not done by a message with %s', async (_, form) => {
      await person.signIn('anouk');
      const response = await new CookieBrowser().post(`${test.url}/aanmelden/afmeldbericht`, form);
      expect(response.status).toBe(400);
      expect(await person.status()).toBe(200);
    });

    it('is not done with an ID token in place of a sign-out message', async () => {
      await person.signIn('anouk');
      const form = { logout_token: String((await person.row()).id_token) };
      expect((await new CookieBrowser().post(`${test.url}/aanmelden/afmeldbericht`, form)).status).toBe(400);
      expect(await person.status()).toBe(200);
    });
  });

  describe('somebody with more roles', () => {
    it('chooses one to act in, and is recorded in it', async () => {
      await person.signIn('dirk');
      const { rol, rollen } = await person.session();
      const other = rollen.find((each) => each.rol !== rol.rol)!;
      expect(rollen.map((each) => each.rol).sort()).toEqual(['gemeente', 'veldtafel']);
      const switched = await person.post('/v1/sessie/rolwisselingen', { toewijzing: other.toewijzing });
      expect(await switched.json()).toMatchObject({ rol: { rol: other.rol } });
      expect(await person.status('/v1/voorstellen')).toBe(403);
      const [logged] = await test.dataSource.query(
        `SELECT l.role, l.organisation_id, a.display_name FROM access_log l JOIN account a ON a.id = l.actor ORDER BY l.id DESC LIMIT 1`,
      );
      expect(logged).toMatchObject({ role: other.rol, display_name: 'Dirk Voorbeeld' });
      person = new PersonBrowser(test);
      await person.signIn('dirk');
      expect(await person.session()).toMatchObject({ rol: { rol: other.rol } });
    });

    it('cannot take a role of somebody else', async () => {
      await person.signIn('gijs');
      const [role] = await test.dataSource.query(`SELECT id FROM role_assignment WHERE role = 'beheerder'`);
      const response = await person.post('/v1/sessie/rolwisselingen', { toewijzing: role.id });
      expect(response.status).toBe(400);
      expect(await person.session()).toMatchObject({ rol: { rol: 'auditor' } });
    });
  });

  it('takes no write without the header that only its own pages can send', async () => {
    await person.signIn('anouk');
    const headers = { Cookie: person.browser.header(), 'Content-Type': 'application/json' };
    const before = await test.dataSource.query('SELECT count(*)::int AS runs FROM match_run');
    for (const proof of [{}, { [REQUEST_PROOF]: '0' }, { [REQUEST_PROOF]: '' }]) {
      const init = { method: 'POST', body: '{"regio":"assen"}', headers: { ...headers, ...proof } as HeadersInit };
      expect((await fetch(`${test.url}/v1/matchrondes`, init)).status).toBe(403);
    }
    expect(await test.dataSource.query('SELECT count(*)::int AS runs FROM match_run')).toEqual(before);
    expect((await person.post('/v1/matchrondes', { regio: 'assen' })).status).toBe(202);
  });
});
