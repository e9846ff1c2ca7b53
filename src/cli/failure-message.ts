import { EmbeddedDatabaseError } from '../database/embedded/embedded-database-error';
import { FieldKeysError } from '../database/sealing/open-field-keys';
import { SealError } from '../database/sealing/sealed-text';
import { ConfigError } from '../platform/config';
import { RegionDataError } from '../seed/region-data.error';

/** Failures whose message says what to do. */
const EXPLAINED = [ConfigError, EmbeddedDatabaseError, FieldKeysError, SealError, RegionDataError];

/** Codes of Node and PostgreSQL: refused, unknown host, no answer, wrong password, not let in, unknown database. */
const CONNECTION_FAILURES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28P01', '28000', '3D000']);

/** What a command says when it fails: one message for the person at the screen, and a trace only for what nobody foresaw. */
export function failureMessage(error: unknown): string {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (typeof error !== 'object' || error === null) return String(error);
  const { code, errors, message, stack } = error as Partial<AggregateError & { code: unknown }>;
  if (CONNECTION_FAILURES.has(String(code))) {
    const reason = message || (Array.isArray(errors) ? errors.map(String).join('; ') : String(code));
    return `De database is niet bereikbaar. Controleer DATABASE_URL. Melding: ${reason}`;
  }
  return stack ?? message ?? JSON.stringify(error);
}
