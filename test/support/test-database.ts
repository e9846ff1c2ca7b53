import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import { TEMPLATE } from './test-server';

/** A migrated, empty database of one spec file. */
export interface TestDatabase {
  /** As owner of the schema; what DATABASE_URL would hold. */
  readonly url: string;
  /** Under the role of the application, as the system, so that a test sees every row. */
  readonly dataSource: DataSource;
  drop(): Promise<void>;
}

/** Call in `beforeAll` and `drop()` in `afterAll`. `template` false: an empty database without any table. */
export async function createTestDatabase({ template = true } = {}): Promise<TestDatabase> {
  const server = process.env.WOONPLEK_TEST_SERVER_URL;
  if (!server) throw new Error('No test server: run the specs with Jest, whose global set-up starts it');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${TEMPLATE} STRATEGY file_copy` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dataSource = appDataSource(url.href, { poolSize: 5, otherwise: SYSTEM });
  if (template) await dataSource.initialize();
  return {
    url: url.href,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
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
