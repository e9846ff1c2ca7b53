interface Cookie {
  readonly value: string;
  readonly path: string;
  /** Everything after the value, as the server sent it. */
  readonly attributes: string;
}

/** As much of a browser as signing in needs: it keeps cookies and does not follow a redirect by itself. */
export class CookieBrowser {
  /** By name; ports of one computer share their cookies, as in a real browser. */
  readonly cookies = new Map<string, Cookie>();

  get(address: string | URL): Promise<Response> {
    return this.send(address, {});
  }

  post(address: string | URL, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.send(address, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Goes on until an answer is no redirect, or leads to an address that `until` recognises. */
  async follow(
    start: string | URL,
    until: (address: URL) => boolean = () => false,
  ): Promise<[URL, Response | undefined]> {
    let address = new URL(start);
    for (let step = 0; step < 10; step += 1) {
      if (until(address)) return [address, undefined];
      const response = await this.get(address);
      const next = response.headers.get('location');
      if (next === null) return [address, response];
      address = new URL(next, address);
    }
    throw new Error(`There is no end to the redirects of ${String(start)}`);
  }

  header(path = '/'): string {
    return [...this.cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private async send(address: string | URL, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(address);
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { Cookie: this.header(pathname) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(';');
      const attributes = rest.join(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const path = /path=([^;]+)/i.exec(attributes)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(attributes)) this.cookies.delete(name);
      else this.cookies.set(name, { value: pair.slice(at + 1), path, attributes });
    }
    return response;
  }
}

export interface Choice {
  readonly person: string;
  /** Whether this person also has a second factor. Default: yes. */
  readonly strong?: boolean;
}

/** Goes to the sign-in service and chooses a person; returns the address with which the service sends the browser back. */
export async function chooseAtProvider(
  browser: CookieBrowser,
  start: string,
  { person, strong = true }: Choice,
): Promise<URL> {
  const [page, shown] = await browser.follow(start);
  if (!page.pathname.startsWith('/kies/')) throw new Error(`${page.pathname} shows ${await shown?.text()}`);
  const chosen = await browser.post(page, { persoon: person, ...(strong ? { sterk: 'ja' } : {}) });
  const [back] = await browser.follow(
    new URL(chosen.headers.get('location') ?? '', page),
    ({ pathname }) => pathname === '/aanmelden/terug',
  );
  return back;
}
