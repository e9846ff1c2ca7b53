import { isIPv6 } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isConsole } from '../http/api-manners.middleware';
import type { RateLimiter } from './rate-limiter';

/** Limits what one network address may ask of the API and of sign-in, before anything else is looked at. */
export function limitAddress(limiter: RateLimiter): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    // The files of the console are public and cheap.
    if (isConsole(request.path)) {
      next();
      return;
    }
    const kind = request.path.startsWith('/v1/') ? 'address' : 'signIn';
    limiter.take(kind, networkOf(request.ip ?? ''), response).then(() => next(), next);
  };
}

/** Of an IPv6 address the network of one subscriber (/64), in which anybody has as many addresses as they like. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...behind];
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
