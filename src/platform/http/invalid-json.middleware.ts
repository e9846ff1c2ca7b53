import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './problem';

/**
 * Stands right behind the body parser and gives its complaint about broken JSON our own words: past this point Nest turns
 * it into a plain 400 that no longer says what was wrong.
 */
export function invalidJson(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  const isBroken = typeof error === 'object' && error !== null && Reflect.get(error, 'type') === 'entity.parse.failed';
  if (!isBroken) {
    next(error);
    return;
  }
  const fouten = [{ in: 'body', veld: '(geheel)', waarde: null, verwacht: 'geldige JSON (een object of een lijst)' }];
  next(new ProblemException(400, 'ongeldige-json', 'Ongeldige JSON', 'De inhoud is geen geldige JSON.', { fouten }));
}
