import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/database/embedded';
import { isAlive } from '../../src/database/embedded/postmaster';
import { migrateDatabase } from '../../src/database/migrate-database';
import { loadDemoPeople } from '../../src/seed/load-demo-people';
import { loadRegion } from '../../src/seed/load-region';

/** A migrated database without a row. */
export const TEMPLATE = 'woonplek_template';
/** The region of Assen with its made-up people, as on `TEST_DAY`. */
export const REGION_TEMPLATE = 'woonplek_assen';

/** The day from which seeded dates, ages and waiting times count in tests. */
export const TEST_DAY = '2026-11-22';
/** Since when the made-up people hold their roles: the database goes by its own clock. */
export const LONG_AGO = '2020-01-01';

const ROOT = path.resolve(__dirname, '..', '..');
const DAY_MS = 86_400_000;
const RUN_FOLDER = 'woonplek-test-';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A Postgres for one run of the tests, with two template databases: a migrated one, and one with a region. The cluster is made
 * once per state of the migrations and copied for each run. Losing power loses the tests, so nothing is flushed to disk.
 */
export async function startTestServer(): Promise<TestServer> {
  removeOldRuns();
  const dataDir = mkdtempSync(path.join(tmpdir(), `${RUN_FOLDER}${process.pid}-`));
  cpSync(await cachedCluster(), dataDir, { recursive: true });
  const server = await startEmbeddedDatabase({ dataDir, durable: false });
  await makeRegionTemplate(server);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Loaded for each run, because it depends on the seeds and on the code that loads them; sixty specs then need not. */
async function makeRegionTemplate(server: EmbeddedDatabase): Promise<void> {
  const dataSource = appDataSource(await makeDatabase(server, REGION_TEMPLATE, TEMPLATE), { otherwise: SYSTEM });
  await dataSource.initialize();
  try {
    await loadRegion(dataSource, 'assen', { referenceDate: TEST_DAY, actor: null });
    await loadDemoPeople(dataSource, LONG_AGO);
  } finally {
    await dataSource.destroy();
  }
}

async function cachedCluster(): Promise<string> {
  const cache = path.join(cacheFolder(), `postgres-${cacheKey()}`);
  if (existsSync(cache)) return cache;
  removeOldCaches();
  const unfinished = `${cache}.unfinished-${process.pid}`;
  const server = await startEmbeddedDatabase({ dataDir: unfinished, durable: false });
  try {
    await migrateDatabase(await makeDatabase(server, TEMPLATE));
  } finally {
    await server.stop();
  }
  try {
    renameSync(unfinished, cache);
  } catch (error) {
    if (!existsSync(cache)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return cache;
}

async function makeDatabase(server: EmbeddedDatabase, name: string, template?: string): Promise<string> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

function cacheFolder(): string {
  const beside = path.join(ROOT, 'node_modules', '.cache');
  try {
    mkdirSync(beside, { recursive: true });
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    const own = path.join(tmpdir(), `woonplek-cache-${process.getuid?.() ?? 0}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
}

function cacheKey(): string {
  const hash = createHash('sha256');
  const migrations = path.join(ROOT, 'src', 'database', 'migrations');
  const files = readdirSync(migrations)
    .sort()
    .map((name) => path.join(migrations, name));
  for (const file of [...files, path.join(ROOT, 'src', 'database', 'embedded', 'cluster.ts')]) {
    hash.update(readFileSync(file));
  }
  // Another user cannot read the cluster of this one; other programs cannot start it.
  hash.update(`${process.getuid?.()} ${process.env.PG_BIN ?? ''} ${process.platform}-${process.arch}`);
  hash.update(readFileSync(path.join(ROOT, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

/** Clusters of earlier migrations; not those of today, which another branch can be using. */
function removeOldCaches(): void {
  for (const name of readdirSync(cacheFolder()).filter((each) => each.startsWith('postgres-'))) {
    const folder = path.join(cacheFolder(), name);
    if (Date.now() - statSync(folder).mtimeMs > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that was killed leaves its folder behind. */
function removeOldRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(RUN_FOLDER) ? parseInt(name.slice(RUN_FOLDER.length), 10) : 0;
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
