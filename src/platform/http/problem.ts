import { HttpException } from '@nestjs/common';
import { z } from 'zod';

/** One fault in what was sent: where it stands, which field, what was sent (cut short) and what the API expects there. */
export const inputFaultSchema = z
  .object({
    in: z.enum(['pad', 'query', 'body']).describe('Waar de waarde stond.'),
    veld: z.string().describe('Naam van het veld of de parameter.'),
    waarde: z.string().nullable().describe('De waarde die is gestuurd, ingekort; null als er niets stond.'),
    verwacht: z.string().describe('Wat hier wel mag staan.'),
  })
  .meta({ id: 'Invoerfout' });
export type InputFault = z.infer<typeof inputFaultSchema>;

/** The body of every answer with a 4xx or 5xx status (RFC 9457, media type application/problem+json). */
export const problemSchema = z
  .object({
    type: z.string().describe('Vaste code van het probleem als URN; verandert niet binnen een hoofdversie.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    fouten: z.array(inputFaultSchema).optional().describe('Alle fouten in de invoer, bij status 400.'),
    kenmerk: z.string().optional().describe('Kenmerk van dit verzoek in het logboek van de server.'),
  })
  .loose()
  .meta({ id: 'Probleem' });
export type ProblemDetails = z.infer<typeof problemSchema>;

/**
 * A refusal that the caller can act on. `code` is stable and becomes `type`; `title` says what kind of problem it is and
 * `detail` what happened this time, both in Dutch. `extra` adds members to the answer: never put person data in it.
 */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail, status);
  }
}

/** 404 for a thing named in the path: `notFound('wooneenheid', id)`. */
export function notFound(what: string, id: string): ProblemException {
  return new ProblemException(
    404,
    'niet-gevonden',
    'Niet gevonden',
    `Er is geen ${what} met kenmerk '${shorten(id)}'.`,
  );
}

/** 409: the request was right, but the state of the thing does not allow it (any more). */
export function conflict(
  code: string,
  title: string,
  detail: string,
  extra: Readonly<Record<string, unknown>> = {},
): ProblemException {
  return new ProblemException(409, code, title, detail, extra);
}

/** 400 with every fault in the input: for checks that need the database, after the schema has passed. */
export function invalidInput(faults: readonly InputFault[]): ProblemException {
  const detail =
    faults.length === 1 ? 'Eén waarde klopt niet; zie fouten.' : `${faults.length} waarden kloppen niet; zie fouten.`;
  return new ProblemException(400, 'ongeldige-invoer', 'Ongeldige invoer', detail, { fouten: faults });
}

/** 410: it was there, and has been removed for good. */
export function gone(code: string, title: string, detail: string): ProblemException {
  return new ProblemException(410, code, title, detail);
}

/** 403: signed in, but this account may not do or see this. */
export function forbidden(detail: string): ProblemException {
  return new ProblemException(403, 'geen-toegang', 'Geen toegang', detail);
}

/** The form of a problem's `type`. */
export function problemType(code: string): string {
  return `urn:woonplek:probleem:${code}`;
}

/** A value as it is echoed in a fault: JSON for what is not text, at most 100 characters. */
export function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Input can be nested deeper than the call stack allows. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return '…';
  }
}
