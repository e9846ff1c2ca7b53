import type { NextFunction, Request, Response } from 'express';
import { forbidden } from './problem';

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Until there is sign-in, whoever reaches the server is the coordinator. So only this computer may reach it: the Host
 * header must name this computer (a web page elsewhere that rebinds its own name to 127.0.0.1 does not), and a write that
 * comes from a browser must come from a page of this same server.
 */
export function localOnly(request: Request, _response: Response, next: NextFunction): void {
  const host = request.headers.host ?? '';
  if (!LOCAL_NAMES.has(nameOf(host))) {
    next(forbidden('Woonplek is nu alleen bereikbaar op deze computer, via http://localhost.'));
    return;
  }
  const origin = request.headers.origin;
  const isForeignWrite = origin !== undefined && origin !== `http://${host}` && !SAFE.has(request.method);
  const isCrossSite = request.headers['sec-fetch-site'] === 'cross-site' && !SAFE.has(request.method);
  next(isForeignWrite || isCrossSite ? forbidden('Wijzigen kan alleen vanuit Woonplek zelf.') : undefined);
}

function nameOf(host: string): string {
  return host.replace(/:\d{1,5}$/, '').toLowerCase();
}
