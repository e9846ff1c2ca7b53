import type { EntityManager } from 'typeorm';
import { SUPPORT_LEVELS } from '../../../core/matching/problem';
import type { IsoDate } from '../../../core/time/calendar';
import { AanbiederCapacityEntity } from '../../../database/entities/aanbieder-capacity.entity';
import { NEWEST_FIRST, validOn } from './region-rows';

/** Puts the aanbieders of a home in order. The first guides whoever comes with an aanbieder that does not work there. */
export type GuideOrder = (gemeenteId: string, aanbiederIds: readonly string[]) => string[];

/** Who may give the most support in the gemeente of the home comes first, then by id; who may not work there comes last. */
export async function readGuideOrder(manager: EntityManager, regionId: string, day: IsoDate): Promise<GuideOrder> {
  const capacities = await manager.find(AanbiederCapacityEntity, {
    where: { regionId, ...validOn(day) },
    order: NEWEST_FIRST,
  });
  const rank = (gemeenteId: string, id: string): number => {
    const capacity = capacities.find(({ organisationId }) => organisationId === id);
    return capacity?.gemeenteIds.includes(gemeenteId) ? SUPPORT_LEVELS.indexOf(capacity.maxSupportLevel) : -1;
  };
  return (gemeenteId, aanbiederIds) =>
    [...aanbiederIds].sort((a, b) => rank(gemeenteId, b) - rank(gemeenteId, a) || (a < b ? -1 : 1));
}
