import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { RETENTION_CATEGORIES, RETENTION_RULES } from '../../src/core/retention/retention-categories';
import { ownerDataSource } from '../../src/database/data-source';
import { isNotDue } from '../../src/database/retention/purge-due';
import { insertSampleRows, SAMPLE } from './sample-rows';
import { createTestDatabase } from './test-database';

/** A database with the sample rows and the standard terms since 2000, for what purges. */
export interface PurgeDatabase {
  readonly url: string;
  /** As the application, for the system. */
  readonly app: DataSource;
  readonly owner: DataSource;
  drop(): Promise<void>;
}

export async function createPurgeDatabase(): Promise<PurgeDatabase> {
  const database = await createTestDatabase();
  const app = database.dataSource;
  const owner = await ownerDataSource(database.url).initialize();
  await insertSampleRows(app);
  for (const category of RETENTION_CATEGORIES.filter((each) => each !== 'session')) {
    const { months, start } = RETENTION_RULES[category];
    await app.query(
      `INSERT INTO retention_term (id, region_id, category, months, starts_at, valid_from, source)
       VALUES ($1, $2, $3, $4, $5, '2000-01-01', 'test')`,
      [randomUUID(), SAMPLE.region, category, months, start],
    );
  }
  const drop = async (): Promise<void> => {
    await owner.destroy();
    await database.drop();
  };
  return { url: database.url, app, owner, drop };
}

/** Whether the database refused because something was not due; false where it did it, or failed otherwise. */
export async function isRefused(work: Promise<unknown>): Promise<boolean> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return isNotDue(error);
}
