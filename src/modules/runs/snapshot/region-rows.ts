import { Between, IsNull, LessThanOrEqual, MoreThanOrEqual, Or, type EntityManager } from 'typeorm';
import type { IsoDate } from '../../../core/time/calendar';
import { AanbiederCapacityEntity } from '../../../database/entities/aanbieder-capacity.entity';
import { ComplexMixEntity } from '../../../database/entities/complex-mix.entity';
import { ComplexEntity } from '../../../database/entities/complex.entity';
import { DoelgroepEntity } from '../../../database/entities/doelgroep.entity';
import { GemeenteEntity } from '../../../database/entities/gemeente.entity';
import { PrestatieafspraakEntity } from '../../../database/entities/prestatieafspraak.entity';
import { RentTableEntity } from '../../../database/entities/rent-table.entity';
import { SpreidingQuotaEntity } from '../../../database/entities/spreiding-quota.entity';
import { WijkDraagkrachtEntity } from '../../../database/entities/wijk-draagkracht.entity';
import { WijkEntity } from '../../../database/entities/wijk.entity';

/** Where two rows hold on the same day, the newest comes first and counts. */
export const NEWEST_FIRST = { validFrom: 'DESC', id: 'ASC' } as const;

/** A validity period that holds on a day; both ends inclusive, an open end goes on. */
export function validOn(day: IsoDate) {
  return { validFrom: LessThanOrEqual(day), validTo: Or(IsNull(), MoreThanOrEqual(day)) };
}

/**
 * What a region has and agreed, on the first day on which somebody could move in; spreiding and prestatieafspraken of every
 * period until `lastStart`, the last day on which a home of this round opens.
 */
export async function readRegionRows(manager: EntityManager, regionId: string, day: IsoDate, lastStart: IsoDate) {
  const order = { id: 'ASC' } as const;
  const valid = { regionId, ...validOn(day) };
  return {
    doelgroepen: await manager.find(DoelgroepEntity, { order }),
    // Only those of the region: rules tell by this list that a herkomst lies outside it.
    gemeenten: await manager.find(GemeenteEntity, { where: { regionId }, order }),
    wijken: await manager.find(WijkEntity, { where: { regionId }, order }),
    draagkracht: await manager.find(WijkDraagkrachtEntity, { where: valid, order: NEWEST_FIRST }),
    capacities: await manager.find(AanbiederCapacityEntity, { where: valid, order: NEWEST_FIRST }),
    complexes: await manager.find(ComplexEntity, { where: { regionId }, order }),
    mixes: await manager.find(ComplexMixEntity, { where: { regionId }, order }),
    spreiding: await manager.find(SpreidingQuotaEntity, {
      where: { regionId, periodFrom: LessThanOrEqual(lastStart), periodTo: MoreThanOrEqual(day) },
      order,
    }),
    agreements: await manager.find(PrestatieafspraakEntity, {
      where: { regionId, year: Between(Number(day.slice(0, 4)), Number(lastStart.slice(0, 4))) },
      order,
    }),
    rentTables: await manager.find(RentTableEntity, { order: { year: 'ASC' } }),
  };
}
export type RegionRows = Awaited<ReturnType<typeof readRegionRows>>;
