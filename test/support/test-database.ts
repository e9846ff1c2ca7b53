import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import { REGION_TEMPLATE, TEMPLATE } from './test-server';

/** A migrated, empty database of one spec file. */
export interface TestDatabase {
  /** As owner of the schema; what DATABASE_URL would hold. */
  readonly url: string;
  /** Under the role of the application, as the system, so that a test sees every row. */
  readonly dataSource: DataSource;
  drop(): Promise<void>;
  /** Instead of dropping it: gives it a name that others can be made from. */
  keepAs(name: string): Promise<void>;
}

export interface TestDatabaseOptions {
  /** False: without any table. */
  readonly template?: boolean;
  /** With the region of Assen and its people. */
  readonly region?: boolean;
  /** A copy of a database that was kept under this name. */
  readonly copyOf?: string;
}

/** Call in `beforeAll` and `drop()` in `afterAll`. */
export async function createTestDatabase({
  template = true,
  region = false,
  copyOf = region ? REGION_TEMPLATE : TEMPLATE,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = testServerUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${copyOf} STRATEGY file_copy` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dataSource = appDataSource(url.href, { poolSize: 5, otherwise: SYSTEM });
  if (template) await dataSource.initialize();
  const leave = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return {
    url: url.href,
    dataSource,
    drop: async () => {
      await leave();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
    keepAs: async (kept) => {
      await leave();
      await onServer(server, `ALTER DATABASE ${name} RENAME TO ${kept}`);
    },
  };
}

/** The first spec that asks for a database of this name makes it; others wait, and find it. */
export async function madeOnce(name: string, make: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [name]);
    const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = $1`, [name]);
    if (rowCount === 0) await make();
  } finally {
    await client.end();
  }
}

function testServerUrl(): string {
  const server = process.env.WOONPLEK_TEST_SERVER_URL;
  if (!server) throw new Error('No test server: run the specs with Jest, whose global set-up starts it');
  return server;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
