import { EmbeddedDatabaseError } from '../database/embedded/embedded-database-error';
import { ConfigError } from '../platform/config';
import { RegionDataError } from '../seed/region-data.error';

/** What a command says when it fails: one message for the person at the screen, with the trace only for what nobody foresaw. */
export function failureMessage(error: unknown): string {
  if (error instanceof ConfigError || error instanceof EmbeddedDatabaseError || error instanceof RegionDataError) {
    return error.message;
  }
  if (error instanceof AggregateError) {
    const [first] = error.errors as readonly unknown[];
    return failureMessage(first ?? error.message);
  }
  if (error instanceof Error && 'code' in error && CONNECTION_FAILURES.has(String(error.code))) {
    return `De database is niet bereikbaar. Controleer DATABASE_URL. Melding: ${error.message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Codes of Node and PostgreSQL: refused, unknown host, wrong password, unknown role, unknown database. */
const CONNECTION_FAILURES = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '28P01', '28000', '3D000']);
