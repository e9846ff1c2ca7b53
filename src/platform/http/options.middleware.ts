import type { NextFunction, Request, Response } from 'express';
import { allowedMethods } from './allowed-methods';
import { isApi } from './api-manners.middleware';

/** The one address of the API that pages of every site may read (API design rules of the Dutch government: /core/publish-openapi). */
const PUBLIC_DESCRIPTION = '/v1/openapi.json';
const DAY_IN_SECONDS = 86_400;

/** Lets pages of every site read the API description, refusals of it included; no other address is shared. */
export function shareDescription(request: Request, response: Response, next: NextFunction): void {
  if (request.path === PUBLIC_DESCRIPTION) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'API-Version');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  next();
}

/** OPTIONS on a known address of the API: 204 and what it allows. For the shared address this is the CORS preflight too. */
export function answerOptions(request: Request, response: Response, next: NextFunction): void {
  const methods = request.method === 'OPTIONS' && isApi(request.path) ? allowedMethods(request.app, request.path) : [];
  if (methods.length === 0) {
    next();
    return;
  }
  response.setHeader('Allow', methods.join(', '));
  if (request.path === PUBLIC_DESCRIPTION) {
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('Access-Control-Max-Age', String(DAY_IN_SECONDS));
  }
  response.status(204).end();
}
