import { createHash } from 'node:crypto';
import type { SessionDto } from '../../src/modules/accounts/session.dto';
import { REQUEST_PROOF } from '../../src/platform/access/request-proof';
import { chooseAtProvider, CookieBrowser } from './cookie-browser';
import type { TestApp } from './test-app';

export const SESSION_COOKIE = 'woonplek-sessie';

/** A browser in which somebody signs in at the sign-in service of a test, and then uses the API as a page of Woonplek does. */
export class PersonBrowser {
  readonly browser = new CookieBrowser();

  constructor(private readonly test: TestApp) {}

  start(query = ''): string {
    return `${this.test.url}/aanmelden${query}`;
  }

  /** Signs in; returns the page of the console where that ends. */
  async signIn(person: string, { strong = true, from = '' } = {}): Promise<URL> {
    const back = await chooseAtProvider(this.browser, this.start(from), { person, strong });
    return this.finish(back);
  }

  /** Goes where the service sent the browser; returns the page of the console where that ends. */
  async finish(back: URL): Promise<URL> {
    const [page] = await this.browser.follow(back, ({ pathname }) => !pathname.startsWith('/aanmelden'));
    return page;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      Cookie: this.browser.header(),
      [REQUEST_PROOF]: '1',
      ...(init.headers as Record<string, string>),
    };
    return fetch(this.test.url + path, { ...init, headers });
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return this.ask(path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  async status(path = '/v1/sessie'): Promise<number> {
    return (await this.ask(path)).status;
  }

  async session(): Promise<SessionDto> {
    return (await this.ask('/v1/sessie')).json() as Promise<SessionDto>;
  }

  /** What the database holds of this session. */
  async row(): Promise<Readonly<Record<string, unknown>>> {
    const token = this.browser.cookies.get(SESSION_COOKIE)?.value ?? '';
    const hash = createHash('sha256').update(token).digest('hex');
    const [found] = await this.test.dataSource.query('SELECT * FROM session WHERE token_hash = $1', [hash]);
    return found as Readonly<Record<string, unknown>>;
  }

  /** Lets time pass for every session: moves a moment back. */
  async passTime(column: 'last_seen_at' | 'expires_at', interval: string): Promise<void> {
    await this.test.dataSource.query(`UPDATE session SET ${column} = ${column} - $1::interval`, [interval]);
  }
}
