import type { DataSource } from 'typeorm';
import { RegionEntity } from '../database/entities/region.entity';

/** Whether no region was loaded yet. The schema must be up to date. */
export async function isDatabaseEmpty(dataSource: DataSource): Promise<boolean> {
  return !(await dataSource.getRepository(RegionEntity).exists());
}
