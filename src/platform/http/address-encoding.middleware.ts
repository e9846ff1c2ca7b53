import type { NextFunction, Request, Response } from 'express';
import { isApi } from './api-manners.middleware';
import { type InputFault, invalidInput, shorten } from './problem';

const EXPECTED = 'geldige UTF-8 zonder het teken NUL, met %XX voor bijzondere tekens';

/**
 * Refuses an address that cannot be read as text. Express would answer a broken path without saying what is wrong, and
 * would silently replace a broken query by other characters; NUL can be stored nowhere, not even in a log of what was asked.
 */
export function addressEncoding(request: Request, _response: Response, next: NextFunction): void {
  const [path = '', ...query] = request.url.split('?');
  const faults: InputFault[] = [];
  if (isApi(path) && !isReadable(path)) faults.push(fault('pad', '(geheel)', path));
  if (isApi(path)) {
    for (const part of query.join('?').split('&')) {
      const [key = '', ...value] = part.split('=');
      if (!isReadable(key)) faults.push(fault('query', shorten(key), value.join('=')));
      else if (!isReadable(value.join('='))) faults.push(fault('query', decodeURIComponent(key), value.join('=')));
    }
  }
  next(faults.length > 0 ? invalidInput(faults) : undefined);
}

function fault(place: InputFault['in'], field: string, value: string): InputFault {
  return { in: place, veld: field || '(zonder naam)', waarde: shorten(value), verwacht: EXPECTED };
}

function isReadable(encoded: string): boolean {
  try {
    return !decodeURIComponent(encoded).includes('\0');
  } catch {
    return false;
  }
}
