import type { DataSource } from 'typeorm';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { SAMPLE, SAMPLE_ROWS } from './sample-rows';

/** A whole region beside Assen, with a row in every table. */
export async function secondRegion(dataSource: DataSource): Promise<void> {
  const known = await dataSource.query<object[]>(`SELECT 1 FROM region WHERE id = $1`, [SAMPLE.region]);
  if (known.length > 0) return;
  await dataSource.transaction(async (manager) => {
    for (const { entity, row } of SAMPLE_ROWS) {
      // Reference data of all regions together may be there already.
      const key = manager.connection.getMetadata(entity).primaryColumns.filter(({ isGenerated }) => !isGenerated);
      const known = Object.fromEntries(key.map(({ propertyName }) => [propertyName, row[propertyName]]));
      if (key.length > 0 && (await manager.existsBy(entity, known))) continue;
      const policy = { document: { rules: [], levels: [], leadTimeDays: 14 } };
      await manager.insert(entity, { ...row, ...(entity === PolicyEntity ? policy : {}) });
    }
  });
}
