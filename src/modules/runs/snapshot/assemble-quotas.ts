import type { Aanbieder, Agreement, SpreidingQuota, Wijk } from '../../../core/matching/problem';
import type { AanbiederCapacityEntity } from '../../../database/entities/aanbieder-capacity.entity';
import type { OrganisationEntity } from '../../../database/entities/organisation.entity';
import type { PrestatieafspraakEntity } from '../../../database/entities/prestatieafspraak.entity';
import type { SpreidingQuotaEntity } from '../../../database/entities/spreiding-quota.entity';
import type { WijkDraagkrachtEntity } from '../../../database/entities/wijk-draagkracht.entity';
import type { WijkEntity } from '../../../database/entities/wijk.entity';
import { usedBy, type HomePromise, type Use } from './promise';

/** Wijken with what they can carry and what they carry already. A ceiling per round counts what was approved since. */
export function assembleWijken(
  rows: readonly WijkEntity[],
  draagkracht: readonly WijkDraagkrachtEntity[],
  load: Use,
  promises: readonly HomePromise[],
): Wijk[] {
  return rows.map((row) => {
    const agreed = draagkracht.find(({ wijkId }) => wijkId === row.id);
    const promised = promises.filter(({ wijkId }) => wijkId === row.id);
    const maxPlacements = agreed?.maxPlacements ?? null;
    return {
      ...row.facts,
      id: row.id,
      name: row.name,
      gemeenteId: row.gemeenteId,
      draagkracht: agreed?.points ?? null,
      load: usedBy(load, row.id) + sum(promised.map(({ draaglast }) => draaglast)),
      maxPlacements: maxPlacements === null ? null : Math.max(0, maxPlacements - promised.length),
    };
  });
}

/** Aanbieders with the hours that are left. Without a capacity on this day an aanbieder can guide nobody new. */
export function assembleAanbieders(
  rows: readonly OrganisationEntity[],
  capacities: readonly AanbiederCapacityEntity[],
  usedHours: Use,
  promises: readonly HomePromise[],
): Aanbieder[] {
  return rows.map((row) => {
    const capacity = capacities.find(({ organisationId }) => organisationId === row.id);
    const promised = promises.filter(({ aanbiederId }) => aanbiederId === row.id);
    const hours = usedBy(usedHours, row.id) + sum(promised.map(({ guidanceHours }) => guidanceHours));
    const total = capacity === undefined ? 0 : capacity.guidanceHours;
    return {
      id: row.id,
      name: row.name,
      freeGuidanceHours: total === null ? null : Math.max(0, total - hours),
      gemeenteIds: [...(capacity?.gemeenteIds ?? [])].sort(),
      maxSupportLevel: capacity?.maxSupportLevel ?? 'none',
    };
  });
}

export function assembleSpreiding(
  rows: readonly SpreidingQuotaEntity[],
  realised: Use,
  promises: readonly HomePromise[],
): SpreidingQuota[] {
  return rows.map((row) => ({
    id: row.id,
    gemeenteId: row.gemeenteId,
    doelgroepId: row.doelgroepId,
    from: row.periodFrom,
    to: row.periodTo,
    floor: row.floor,
    ceiling: row.ceiling,
    realised:
      usedBy(realised, row.id) +
      promises.filter(
        (each) =>
          each.gemeenteId === row.gemeenteId &&
          (row.doelgroepId === null || each.doelgroepId === row.doelgroepId) &&
          each.startDate >= row.periodFrom &&
          each.startDate <= row.periodTo,
      ).length,
  }));
}

export function assembleAgreements(
  rows: readonly PrestatieafspraakEntity[],
  realised: Use,
  promises: readonly HomePromise[],
): Agreement[] {
  return rows.map((row) => ({
    id: row.id,
    corporatieId: row.ownerOrganisationId,
    gemeenteId: row.gemeenteId,
    doelgroepId: row.doelgroepId,
    year: row.year,
    agreed: row.agreed,
    realised:
      usedBy(realised, row.id) +
      promises.filter(
        (each) =>
          each.corporatieId === row.ownerOrganisationId &&
          each.gemeenteId === row.gemeenteId &&
          (row.doelgroepId === null || each.doelgroepId === row.doelgroepId) &&
          each.startDate.startsWith(`${row.year}-`),
      ).length,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
