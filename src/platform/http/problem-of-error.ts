import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorCode } from '../../core/errors';
import { type ProblemDetails, ProblemException, problemType } from './problem';

interface ProblemText {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

const DOMAIN: Readonly<Record<DomainErrorCode, Omit<ProblemText, 'code'>>> = {
  'rent-table-missing': {
    status: 409,
    title: 'Huurtabel ontbreekt',
    detail: 'Voor het jaar van de start is geen huurtabel vastgesteld.',
  },
  'unknown-rule': { status: 400, title: 'Onbekende regel', detail: 'Deze regel staat niet in de catalogus.' },
  'unknown-objective': { status: 400, title: 'Onbekend doel', detail: 'Dit doel staat niet in de catalogus.' },
  'unknown-reference': {
    status: 400,
    title: 'Onbekende verwijzing',
    detail: 'De invoer verwijst naar iets dat er niet in staat.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'Ongeldige parameter',
    detail: 'Een parameter van een regel valt buiten zijn grenzen.',
  },
  'problem-infeasible': {
    status: 409,
    title: 'Geen oplossing',
    detail: 'De harde regels spreken elkaar tegen; er is geen enkel plan mogelijk.',
  },
  'engine-failed': { status: 500, title: 'Rekenmotor mislukt', detail: 'De rekenmotor kon de ronde niet afmaken.' },
  'plan-refused': {
    status: 500,
    title: 'Plan geweigerd',
    detail: 'De onafhankelijke controle heeft het plan geweigerd; er is niets opgeslagen.',
  },
  'transition-not-allowed': {
    status: 409,
    title: 'Stap niet mogelijk',
    detail: 'Deze stap past niet bij de huidige status.',
  },
};

const STATUS: Readonly<Record<number, Omit<ProblemText, 'status'>>> = {
  400: { code: 'ongeldige-invoer', title: 'Ongeldige invoer', detail: 'De server begrijpt dit verzoek niet.' },
  401: { code: 'niet-aangemeld', title: 'Niet aangemeld', detail: 'Meld u aan om dit adres te gebruiken.' },
  403: { code: 'geen-toegang', title: 'Geen toegang', detail: 'U mag dit niet.' },
  404: { code: 'niet-gevonden', title: 'Niet gevonden', detail: 'Dit adres bestaat niet.' },
  405: {
    code: 'methode-niet-toegestaan',
    title: 'Methode niet toegestaan',
    detail: 'Dit adres kent deze methode niet; zie de header Allow.',
  },
  406: {
    code: 'niet-aanvaardbaar',
    title: 'Niet aanvaardbaar',
    detail: 'Deze API antwoordt alleen in application/json.',
  },
  408: { code: 'te-traag', title: 'Verzoek kwam te traag binnen', detail: 'Het verzoek was niet op tijd compleet.' },
  409: {
    code: 'conflict',
    title: 'Conflict',
    detail: 'De gegevens zijn intussen gewijzigd. Haal ze opnieuw op en probeer het nog eens.',
  },
  413: { code: 'te-groot', title: 'Verzoek te groot', detail: 'De inhoud is groter dan deze API aanneemt.' },
  415: {
    code: 'mediatype-niet-ondersteund',
    title: 'Mediatype niet ondersteund',
    detail: 'Stuur de inhoud als application/json in UTF-8.',
  },
  503: {
    code: 'niet-beschikbaar',
    title: 'Niet beschikbaar',
    detail: 'Een onderdeel van de server is nu niet bereikbaar.',
  },
};

const INTERNAL: ProblemText = {
  status: 500,
  code: 'interne-fout',
  title: 'Interne fout',
  detail: 'Er ging iets mis op de server. Noem het kenmerk als u hulp vraagt.',
};

/** Errors of PostgreSQL that mean "somebody was just ahead of you": unique, exclusion, serialisation, deadlock, lock. */
const RACES = new Set(['23505', '23P01', '40001', '40P01', '55P03']);

/** Errors of the network and of PostgreSQL that mean "not now": refused, cut off, shutting down, starting, full. */
const UNREACHABLE = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '08000', '08003', '08006', '53300'],
]);

/** What pg says of a connection that is gone, without a code. */
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * The answer to any error. Only what is meant for a caller gets out: texts of the database, the framework and unknown
 * errors never do.
 */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof ProblemException) return { ...own(error), ...error.extra };
  if (error instanceof DomainError) {
    return { ...written({ code: error.code, ...DOMAIN[error.code] }), gegevens: error.details };
  }
  if (error instanceof HttpException) return general(error.getStatus());
  if (isRace(error)) return general(409);
  if (isUnreachable(error)) return general(503);
  const status = parserStatus(error);
  return status === undefined ? written(INTERNAL) : general(status);
}

function own(error: ProblemException): ProblemDetails {
  return written({ status: error.getStatus(), code: error.code, title: error.title, detail: error.detail });
}

function written(text: ProblemText): ProblemDetails {
  return { type: problemType(text.code), title: text.title, status: text.status, detail: text.detail };
}

function general(status: number): ProblemDetails {
  const text = STATUS[status];
  if (text) return written({ status, ...text });
  return status >= 500 ? written({ ...INTERNAL, status }) : written({ status, ...fallback(status) });
}

function fallback(status: number): Omit<ProblemText, 'status'> {
  return { code: `status-${status}`, title: 'Verzoek geweigerd', detail: 'De server kan dit verzoek niet uitvoeren.' };
}

function isRace(error: unknown): boolean {
  const name = property(error, 'name');
  if (name === 'OptimisticLockVersionMismatchError') return true;
  const code = property(property(error, 'driverError'), 'code') ?? property(error, 'code');
  return typeof code === 'string' && RACES.has(code);
}

function isUnreachable(error: unknown): boolean {
  for (const each of [error, property(error, 'driverError'), property(error, 'cause')]) {
    const code = property(each, 'code');
    if (typeof code === 'string' && UNREACHABLE.has(code)) return true;
    const message = property(each, 'message');
    if (typeof message === 'string' && GONE.test(message)) return true;
  }
  return false;
}

/** Errors of the body parser carry `expose` and their own 4xx status. */
function parserStatus(error: unknown): number | undefined {
  const status = property(error, 'status');
  const isMeantForCaller =
    property(error, 'expose') === true && typeof status === 'number' && status >= 400 && status < 500;
  return isMeantForCaller ? status : error instanceof URIError ? 400 : undefined;
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
