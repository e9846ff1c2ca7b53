import type { CookieOptions, Request } from 'express';

/** The value of a cookie, or undefined. The last of a repeated name does not count: it may come from another path. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/**
 * A cookie's name and settings. No script can read it, no other site can send a write with it, and over https it goes over
 * https only. `__Host-` makes browsers refuse one that a neighbouring host or plain http has set.
 */
export function safeCookie(
  name: string,
  isHttps: boolean,
): { readonly name: string; readonly options: CookieOptions & { readonly path: '/' } } {
  return {
    name: isHttps ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
  };
}
