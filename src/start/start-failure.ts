import { EmbeddedDatabaseError } from '../database/embedded/embedded-database-error';
import { FieldKeysError } from '../database/sealing/open-field-keys';
import { SealError } from '../database/sealing/sealed-text';
import { type Config, ConfigError, withoutPassword } from '../platform/config';

/** Something people can put right before starting again; the message is all they get to see. */
export class StartFailure extends Error {}

/** Failures whose message says what to do. */
const EXPLAINED = [ConfigError, StartFailure, EmbeddedDatabaseError, FieldKeysError, SealError];

/** Codes with which PostgreSQL or the network refuses a connection, as a reason in Dutch. */
const CONNECTION: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'op dat adres luistert niets',
  ENOTFOUND: 'die server bestaat niet of is niet te vinden',
  EAI_AGAIN: 'die server is niet te vinden',
  ETIMEDOUT: 'de server antwoordt niet',
  ECONNRESET: 'de server verbrak de verbinding',
  '28P01': 'gebruiker of wachtwoord klopt niet',
  '28000': 'deze gebruiker mag niet inloggen',
  '3D000': 'die database bestaat niet',
  '42501': 'deze gebruiker heeft te weinig rechten (nodig: tabellen, schema’s en rollen maken)',
  '53300': 'de server heeft geen verbindingen meer vrij',
};

/** Why a server could not be reached, as the end of a Dutch sentence; undefined when it is another kind of error. */
export function connectionReason(error: unknown): string | undefined {
  return CONNECTION[codeOf(error)];
}

/**
 * What to tell people when starting failed, or undefined when it is not theirs to solve (a fault in the program, to be
 * shown with its stack).
 */
export function startMessage(error: unknown, config: Config | undefined): string | undefined {
  if (EXPLAINED.some((kind) => error instanceof kind)) {
    return (error as Error).message;
  }
  const code = codeOf(error);
  if (code === 'EADDRINUSE' && config) {
    return `Poort ${config.port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=${config.port + 1} npm start`;
  }
  if (code === 'EACCES' && config) {
    return `Poort ${config.port} mag deze gebruiker niet openen. Kies een poort boven 1023: PORT=3000 npm start`;
  }
  const reason = connectionReason(error);
  if (reason && config?.databaseUrl) {
    return `Geen verbinding met de database in DATABASE_URL (${withoutPassword(config.databaseUrl)}): ${reason}.`;
  }
  return undefined;
}

function codeOf(error: unknown): string {
  for (let at: unknown = error; typeof at === 'object' && at !== null; at = Reflect.get(at, 'cause')) {
    const code: unknown = Reflect.get(at, 'code');
    if (typeof code === 'string') return code;
    // A host name with several addresses gives one error that holds the others.
    const errors: unknown = Reflect.get(at, 'errors');
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
    if (first !== undefined) return codeOf(first);
  }
  // pg tells of a server that never answers in words only.
  return error instanceof Error && /timeout/i.test(error.message) ? 'ETIMEDOUT' : '';
}
