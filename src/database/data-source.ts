import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Acting } from './acting';
import { ActingDataSource } from './acting-data-source';
import { ALL_ENTITIES } from './entities/all-entities';
import { ALL_MIGRATIONS } from './migrations/all-migrations';
import { SnakeNaming } from './snake-naming';

/** The role under which the application works: it owns nothing and cannot rewrite what is append-only. */
const APP_ROLE = 'woonplek_app';

/**
 * Lists join about ten small tables to show names. Looking for the best order of so many joins costs PostgreSQL more than
 * the query itself, so of more than four it takes the order as written.
 */
const PLANNING = '-c join_collapse_limit=4';

const DATE_OID: number = types.builtins.DATE;

/** A date stays the text `YYYY-MM-DD`, also in raw queries: a `Date` would shift it by the time zone of the process. */
const PLAIN_DATES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === DATE_OID ? (text: string) => text : types.getTypeParser(oid, format),
};

export interface DataSourceSettings {
  /** Called when an idle connection breaks, for instance because the server stopped. */
  readonly onPoolError?: (error: Error) => void;
  /** Connections at most. */
  readonly poolSize?: number;
}

export interface AppDataSourceSettings extends DataSourceSettings {
  /** For whom a query is where nobody has said so (see `actingAs`). Default: for nobody, who sees nothing. */
  readonly otherwise?: Acting;
}

/** The data source of the application. The user of the URL must be a member of `woonplek_app`; the migrations see to that. */
export function appDataSource(url: string, { otherwise, ...settings }: AppDataSourceSettings = {}): DataSource {
  return new ActingDataSource(options(url, settings, `-c role=${APP_ROLE} ${PLANNING}`), otherwise ?? null);
}

/** The data source of the owner of the schema, for migrations only. They act as the system: rows are closed to owners too. */
export function ownerDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  return new DataSource(options(url, { poolSize: 2, ...settings }, '-c woonplek.role=systeem'));
}

function options(url: string, settings: DataSourceSettings, serverOptions: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...ALL_ENTITIES],
    migrations: [...ALL_MIGRATIONS],
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    // Silent unless DEBUG=typeorm:* asks otherwise; the default logger writes migrations to the console.
    logging: false,
    logger: 'debug',
    applicationName: 'woonplek',
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: 10_000,
    // Without a handler an idle connection that breaks would end the process.
    poolErrorHandler: settings.onPoolError ?? (() => undefined),
    extra: { options: serverOptions, types: PLAIN_DATES },
  };
}
