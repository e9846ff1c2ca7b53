import { HttpException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './problem';

/**
 * Stands right behind the body parser and gives its complaint about a body that cannot be read our own words: past this
 * point Nest turns it into a plain 400 that no longer says what was wrong.
 */
export function invalidJson(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  if (error instanceof HttpException || propertyOf(error, 'status') !== 400) {
    next(error);
    return;
  }
  const isJson = propertyOf(error, 'type') === 'entity.parse.failed';
  const expected = isJson
    ? 'geldige JSON (een object of een lijst)'
    : 'een volledige inhoud in de codering van Content-Encoding';
  const fouten = [{ in: 'body', veld: '(geheel)', waarde: null, verwacht: expected }];
  next(
    isJson
      ? new ProblemException(400, 'ongeldige-json', 'Ongeldige JSON', 'De inhoud is geen geldige JSON.', { fouten })
      : new ProblemException(400, 'onleesbare-inhoud', 'Onleesbare inhoud', 'De inhoud is niet te lezen.', { fouten }),
  );
}

function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}
