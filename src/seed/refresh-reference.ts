import type { DataSource } from 'typeorm';
import { isIsoDate } from '../core/time/calendar';
import { PrestatieafspraakEntity } from '../database/entities/prestatieafspraak.entity';
import { RegionEntity } from '../database/entities/region.entity';
import { RentTableEntity } from '../database/entities/rent-table.entity';
import { SpreidingQuotaEntity } from '../database/entities/spreiding-quota.entity';
import { inTransaction } from '../database/transaction';
import { buildAgreementRows } from './build-agreement-rows';
import { buildAreaRows } from './build-area-rows';
import { checkRentYears } from './check-rent-years';
import type { LoadRegionOptions } from './load-region';
import { readRegionData } from './read-region-data';
import { RegionDataError } from './region-data.error';

export interface RefreshedReference {
  readonly name: string;
  readonly rentTables: number;
  readonly spreidingQuotas: number;
  readonly prestatieafspraken: number;
}

/**
 * Brings the reference data of a loaded region to what its seed files say: rent tables by year, and the spreiding and
 * prestatieafspraken of the periods around the reference date. Rows of other years and periods stay, as do clients, homes,
 * placements and rounds. A second time changes nothing. Throws `RegionDataError` before anything is written.
 */
export async function refreshReference(
  dataSource: DataSource,
  regionId: string,
  { referenceDate, actor }: LoadRegionOptions,
): Promise<RefreshedReference> {
  if (!isIsoDate(referenceDate)) throw new RegionDataError([`"${referenceDate}" is geen datum als 2026-11-22`]);
  const data = readRegionData(regionId);
  checkRentYears(data, referenceDate);
  const { rentTables } = buildAreaRows(data, referenceDate);
  const { spreidingQuotas, prestatieafspraken } = buildAgreementRows(data, referenceDate);
  return inTransaction(
    dataSource,
    async (manager) => {
      if (!(await manager.existsBy(RegionEntity, { id: regionId }))) {
        throw new RegionDataError([
          `${data.region.name} is nog niet geladen. Laad de regio eerst, zonder --reference.`,
        ]);
      }
      const changed = { skipUpdateIfNoValuesChanged: true };
      await manager.upsert(RentTableEntity, [...rentTables], { conflictPaths: ['year'], ...changed });
      await manager.upsert(SpreidingQuotaEntity, [...spreidingQuotas], { conflictPaths: ['id'], ...changed });
      await manager.upsert(PrestatieafspraakEntity, [...prestatieafspraken], { conflictPaths: ['id'], ...changed });
      return {
        name: data.region.name,
        rentTables: rentTables.length,
        spreidingQuotas: spreidingQuotas.length,
        prestatieafspraken: prestatieafspraken.length,
      };
    },
    { actor },
  );
}
