import { defaultDataDir, startEmbeddedDatabase } from '../database/embedded';
import { migrateDatabase } from '../database/migrate-database';
import { useFieldKeys } from '../database/sealing/key-ring';
import { openFieldKeys } from '../database/sealing/open-field-keys';
import type { Config } from '../platform/config';

export interface OpenDatabase {
  /** As the owner of the schema. Holds a password: not for the log. */
  readonly url: string;
  /** Where the embedded database keeps its data; undefined for one of your own. */
  readonly folder: string | undefined;
  close(): Promise<void>;
}

/** Starts or finds the database that the settings ask for, and brings its schema up to date. From here on sealed fields can be read. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    useFieldKeys(openFieldKeys(config.fieldKeys, config.dataFolder ?? defaultDataDir()));
    await migrateDatabase(config.databaseUrl);
    return { url: config.databaseUrl, folder: undefined, close: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataFolder });
  try {
    useFieldKeys(openFieldKeys(config.fieldKeys, embedded.folder));
    await migrateDatabase(embedded.url);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { url: embedded.url, folder: embedded.folder, close: () => embedded.stop() };
}
