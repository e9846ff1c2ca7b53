import { ownerDataSource } from './data-source';

/** Brings the schema up to date and returns the names of the migrations that ran, oldest first. Safe to call at every start. */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const dataSource = ownerDataSource(url);
  await dataSource.initialize();
  try {
    // Two processes that start together must not both migrate; the lock ends with the session.
    const lock = dataSource.createQueryRunner();
    await lock.query(`SELECT pg_advisory_lock(hashtext('woonplek.migrations'))`);
    try {
      const ran = await dataSource.runMigrations({ transaction: 'all' });
      return ran.map(({ name }) => name);
    } finally {
      await lock.query(`SELECT pg_advisory_unlock(hashtext('woonplek.migrations'))`);
      await lock.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
