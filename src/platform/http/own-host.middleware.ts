import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { forbidden } from './problem';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where the sign-in service sends its messages: it is no page, and proves itself by a signature. */
const FROM_PROVIDER = '/aanmelden/afmeldbericht';

/**
 * The Host header must name Woonplek: its public address, or any local name of this computer where there is none (a web page
 * that rebinds its own name to 127.0.0.1 keeps its own Host). A write from a browser must come from a page of that address.
 */
export function ownHost(publicUrl: string | undefined): RequestHandler {
  const only = publicUrl === undefined ? undefined : new URL(publicUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = request.headers.host ?? '';
    const isKnown = only ? host.toLowerCase() === only.host : LOCAL_NAMES.has(nameOf(host));
    if (!isKnown) {
      const where = only?.origin ?? 'http://localhost, en alleen op deze computer';
      next(forbidden(`Woonplek is bereikbaar via ${where}.`));
      return;
    }
    if (SAFE.has(request.method) || request.path === FROM_PROVIDER) {
      next();
      return;
    }
    const { origin } = request.headers;
    const isForeign = origin !== undefined && origin !== (only?.origin ?? `http://${host}`);
    const isCrossSite = request.headers['sec-fetch-site'] === 'cross-site';
    next(isForeign || isCrossSite ? forbidden('Wijzigen kan alleen vanuit Woonplek zelf.') : undefined);
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d{1,5}$/, '').toLowerCase();
}
