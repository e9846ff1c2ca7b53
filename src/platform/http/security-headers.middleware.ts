import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isApi } from './api-manners.middleware';
import { API_VERSION } from './api-version';

const shared = {
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  xFrameOptions: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginEmbedderPolicy: false,
  xPoweredBy: true,
};

/** The API serves data only: nothing in its answers may be run, framed or embedded. */
const forApi: RequestHandler = helmet({
  ...shared,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
});

/** The console runs its own files and talks to its own server: no inline script, no outside host. */
const forConsole: RequestHandler = helmet({
  ...shared,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** Security headers on every answer, errors and refusals included; the API's answers also name its version. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  if (!isApi(request.path)) {
    forConsole(request, response, next);
    return;
  }
  response.setHeader('API-Version', API_VERSION);
  response.setHeader('Cache-Control', 'no-store');
  forApi(request, response, next);
}
