import type { DataSource, EntityMetadata } from 'typeorm';
import { fieldKeys } from './key-ring';
import { Sealed } from './sealed';
import { open, seal, SEAL_VERSION } from './sealed-text';

/** A column whose values are sealed, with the columns that tell its rows apart. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly keys: readonly string[];
  readonly sealed: Sealed;
}

const BATCH = 500;

/** Every sealed column there is. */
export function sealedColumns(metadatas: readonly EntityMetadata[]): SealedColumn[] {
  return metadatas.flatMap(({ tableName, columns, primaryColumns }) =>
    columns.flatMap(({ databaseName, transformer }) =>
      transformer instanceof Sealed
        ? [
            {
              table: tableName,
              column: databaseName,
              keys: primaryColumns.map((key) => key.databaseName),
              sealed: transformer,
            },
          ]
        : [],
    ),
  );
}

/**
 * Seals again, with the newest key, what was sealed with an older one. `owner` is the owner of the schema: finished rounds may
 * not be changed by anybody else, and nobody is recorded as having changed a row. A stop half-way loses nothing; the next time
 * it goes on. Returns how many values it sealed.
 */
export async function reseal(owner: DataSource): Promise<number> {
  let count = 0;
  for (const column of sealedColumns(owner.entityMetadatas)) {
    for (;;) {
      const done = await resealSome(owner, column);
      count += done;
      if (done < BATCH) break;
    }
  }
  return count;
}

async function resealSome(owner: DataSource, { table, column, keys, sealed }: SealedColumn): Promise<number> {
  const newest = `${SEAL_VERSION}:${fieldKeys()[0].id}:`;
  return owner.transaction(async (manager) => {
    await manager.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const key = keys.map((name) => `"${name}"`).join(', ');
    const rows = await manager.query<Record<string, string>[]>(
      `SELECT ${key}, "${column}" AS "sealed_value" FROM "${table}"
        WHERE NOT starts_with("${column}", $1) ORDER BY ${key} LIMIT ${BATCH} FOR UPDATE`,
      [newest],
    );
    for (const { sealed_value: stored, ...row } of rows) {
      const again = seal(open(stored!, sealed.column, fieldKeys()), sealed.column, fieldKeys());
      const where = keys.map((name, at) => `"${name}" = $${at + 2}`).join(' AND ');
      await manager.query(`UPDATE "${table}" SET "${column}" = $1 WHERE ${where}`, [
        again,
        ...keys.map((name) => row[name]),
      ]);
    }
    await manager.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    return rows.length;
  });
}
