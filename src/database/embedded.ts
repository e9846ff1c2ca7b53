import path from 'node:path';
import { Client } from 'pg';
import { findBinaries } from './embedded/binaries';
import { damaged, ownerOfCluster, prepareCluster, readPassword, SUPERUSER } from './embedded/cluster';
import { openDataFolder } from './embedded/data-folder';
import { EmbeddedDatabaseError } from './embedded/embedded-database-error';
import { keepServing } from './embedded/keep-serving';
import { launch, type RunningServer } from './embedded/launch';
import { findPostmaster } from './embedded/postmaster';
import { chooseServerUser } from './embedded/server-user';

const DATABASE = 'woonplek';
const WRONG_PASSWORD = '28P01';
/** duplicate_database, or the same seen by its unique index. */
const ALREADY_THERE = ['42P04', '23505'];
const ATTACH_TIMEOUT_MS = 60_000;
const ATTACH_PAUSE_MS = 100;

export interface EmbeddedDatabaseSettings {
  /** Folder for everything that the database keeps. Default: WOONPLEK_DATA_DIR, else `.data` in the project. */
  readonly dataDir?: string;
  /** False: faster, and lost in a power cut. For tests. */
  readonly durable?: boolean;
  /** Receives what Postgres writes. */
  readonly log?: (line: string) => void;
}

/** A Postgres of our own that runs beside this process. */
export interface EmbeddedDatabase {
  /** As owner of the schema. Holds the password: not for the log. */
  readonly url: string;
  /** Where the data are. */
  readonly folder: string;
  /** The folder that was asked for, when the server's user could not reach it. */
  readonly insteadOf: string | null;
  /** The database was made now. */
  readonly fresh: boolean;
  /** Another process started the server; `stop` leaves it running, unless that process is gone and we took over. */
  readonly attached: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the embedded database, or joins the one that already serves this folder. What a crash left is recovered by
 * Postgres itself; nothing is ever removed. It stops with this process, however that ends, and comes back when it is lost
 * while this process runs.
 *
 * @throws EmbeddedDatabaseError with one message that says what to do
 */
export async function startEmbeddedDatabase(settings: EmbeddedDatabaseSettings = {}): Promise<EmbeddedDatabase> {
  const durable = settings.durable ?? true;
  const launcher = chooseServerUser();
  const { root, cluster, insteadOf } = openDataFolder(path.resolve(settings.dataDir ?? defaultDataDir()), launcher);
  const user = ownerOfCluster(cluster, launcher);
  const place = { folder: root, insteadOf };

  const log = settings.log ?? (() => undefined);
  const start = (port?: number): Promise<RunningServer> =>
    launch(cluster, findBinaries(user, root, process.env), user, { durable, log, port });

  for (;;) {
    const joined = await join(cluster);
    if (joined !== null) {
      const stop = keepServing(cluster, null, () => start(Number(new URL(joined).port)), log);
      return { url: joined, ...place, fresh: false, attached: true, stop };
    }
    const fresh = prepareCluster(cluster, findBinaries(user, root, process.env), user, durable);
    try {
      const server = await start();
      const url = await open(server, cluster);
      const stop = keepServing(cluster, server, () => start(server.port), log);
      return { url, ...place, fresh, attached: false, stop };
    } catch (error) {
      // Another process started it between our look and our start: join that one.
      if (!(error instanceof EmbeddedDatabaseError && error.code === 'already-held')) throw error;
    }
  }
}

async function open(server: RunningServer, cluster: string): Promise<string> {
  const password = readPassword(cluster);
  try {
    await ensureDatabase(urlOf(server.port, password, 'postgres'));
    return urlOf(server.port, password, DATABASE);
  } catch (error) {
    await server.stop();
    throw damaged(cluster, (error as Error).message);
  }
}

export function defaultDataDir(): string {
  return process.env.WOONPLEK_DATA_DIR || path.resolve(__dirname, '..', '..', '.data');
}

/** Waits for the server that holds the cluster: until it accepts us, or is gone. */
async function join(cluster: string): Promise<string | null> {
  const deadline = Date.now() + ATTACH_TIMEOUT_MS;
  for (let last: unknown; ;) {
    const postmaster = findPostmaster(cluster);
    if (postmaster === null) return null;
    if (postmaster.port !== null) {
      const password = readPassword(cluster);
      try {
        await ensureDatabase(urlOf(postmaster.port, password, 'postgres'));
        return urlOf(postmaster.port, password, DATABASE);
      } catch (error) {
        if ((error as { code?: string }).code === WRONG_PASSWORD) throw damaged(cluster, (error as Error).message);
        last = error;
      }
    }
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        'attach-failed',
        `Proces ${postmaster.pid} houdt de database in ${cluster} bezet maar laat niemand toe (${(last as Error)?.message}). ` +
          'Stop dat proces en start opnieuw.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, ATTACH_PAUSE_MS));
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${DATABASE}"`);
  } catch (error) {
    // Another process made it between our look and our try.
    if (!ALREADY_THERE.includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
