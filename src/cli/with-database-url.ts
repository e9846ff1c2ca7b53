import { readConfig, withoutPassword } from '../platform/config';
import { defaultDataDir, startEmbeddedDatabase } from '../database/embedded';
import { useFieldKeys } from '../database/sealing/key-ring';
import { openFieldKeys } from '../database/sealing/open-field-keys';

/** A database as a command sees it: its URL, as owner of the schema, and a name that may be shown to people. */
export interface CommandDatabase {
  readonly url: string;
  readonly shownAs: string;
}

/**
 * Runs `work` on the database of the environment: that of `DATABASE_URL`, else the one in the data folder, which is started
 * and stopped again unless another process runs it already. Throws `ConfigError` or `EmbeddedDatabaseError`.
 */
export async function withDatabaseUrl<T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: (database: CommandDatabase) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataFolder, fieldKeys } = readConfig(environment);
  if (databaseUrl !== undefined) {
    useFieldKeys(openFieldKeys(fieldKeys, dataFolder ?? defaultDataDir()));
    return work({ url: databaseUrl, shownAs: withoutPassword(databaseUrl) });
  }

  const embedded = await startEmbeddedDatabase({ dataDir: dataFolder });
  try {
    useFieldKeys(openFieldKeys(fieldKeys, embedded.folder));
    return await work({ url: embedded.url, shownAs: `de eigen database in ${embedded.folder}` });
  } finally {
    await embedded.stop();
  }
}
