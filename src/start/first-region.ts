import type { DataSource } from 'typeorm';
import { RegionEntity } from '../database/entities/region.entity';
import type { Clock } from '../platform/clock';
import { loadRegion } from '../seed/load-region';

/** The region that an empty database gets. */
const FIRST_REGION = 'assen';

/** Loads a first region into a database that has none. What is there stays as it is. */
export async function loadFirstRegion(dataSource: DataSource, clock: Clock): Promise<void> {
  if (await dataSource.manager.exists(RegionEntity)) return;
  await loadRegion(dataSource, FIRST_REGION, { referenceDate: clock.today(), actor: null });
}
