import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Where somebody who found a weakness can go with it. */
export interface SecurityContact {
  /** As mailto: or https: address. */
  readonly contact: string;
  /** The last day on which this holds, YYYY-MM-DD. */
  readonly expires: string;
}

const ADDRESS = '/.well-known/security.txt';

/** Serves security.txt (RFC 9116) until it expires: after that nobody knows whether it still holds, and it is not there. */
export function securityText(
  given: SecurityContact | undefined,
  publicUrl: string | undefined,
  now: () => Date,
): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isAsked = request.path === ADDRESS && (request.method === 'GET' || request.method === 'HEAD');
    if (!isAsked || given === undefined || now() >= new Date(momentOf(given))) {
      next();
      return;
    }
    const lines = [
      `Contact: ${given.contact}`,
      `Expires: ${momentOf(given)}`,
      'Preferred-Languages: nl, en',
      ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}${ADDRESS}`]),
    ];
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  };
}

function momentOf({ expires }: SecurityContact): string {
  return `${expires}T23:59:59Z`;
}
