import type { NextFunction, Request, Response } from 'express';
import { HttpException } from '@nestjs/common';

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * What holds for every address under /v1 before any route is looked at: no trailing slash, JSON in and JSON out.
 */
export function apiManners(request: Request, _response: Response, next: NextFunction): void {
  if (!isApi(request.path)) {
    next();
    return;
  }
  const refusal = refusedStatus(request);
  next(refusal === undefined ? undefined : new HttpException('refused', refusal));
}

/** Whether a path belongs to the API. */
export function isApi(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/');
}

/** Whether a path may be a screen or a file of the console: neither the API nor the way to the sign-in service. */
export function isConsole(path: string): boolean {
  return !isApi(path) && path !== '/aanmelden' && !path.startsWith('/aanmelden/');
}

function refusedStatus(request: Request): number | undefined {
  if (request.path.endsWith('/')) return 404;
  if (!request.accepts(['application/json', 'application/problem+json'])) return 406;
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (WITH_BODY.has(request.method) && hasBody && !request.is('application/json')) return 415;
  return undefined;
}
