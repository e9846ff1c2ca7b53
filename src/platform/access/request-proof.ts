import type { Request } from 'express';

/**
 * The header that a page of Woonplek puts on every write. A page of another site can make a browser send the cookie, but not
 * this header: for that the browser first asks leave (CORS), which Woonplek gives nobody. See docs/adr/0006.
 */
export const REQUEST_PROOF = 'Woonplek-Verzoek';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request is a read, or a write that a page of Woonplek itself has made. */
export function isFromOwnPage(request: Request): boolean {
  return SAFE.has(request.method) || request.headers[REQUEST_PROOF.toLowerCase()] === '1';
}
