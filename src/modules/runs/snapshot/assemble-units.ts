import type { Complex, Unit } from '../../../core/matching/problem';
import type { ComplexFacts } from '../../../core/matching/rule-facts';
import { isSupportAtLeast } from '../../../core/matching/support-level';
import type { ComplexMixEntity } from '../../../database/entities/complex-mix.entity';
import type { ComplexEntity } from '../../../database/entities/complex.entity';
import type { UnitAanbiederEntity } from '../../../database/entities/unit-aanbieder.entity';
import type { UnitEntity } from '../../../database/entities/unit.entity';
import type { GuideOrder } from './guide-order';
import { usedBy, type HomePromise, type Use } from './promise';

/** Units with the places that are left after everybody who lives there or was promised a place. */
export function assembleUnits(
  rows: readonly UnitEntity[],
  aanbieders: readonly UnitAanbiederEntity[],
  occupied: Use,
  promises: readonly HomePromise[],
  inGuideOrder: GuideOrder,
): Unit[] {
  const promised = (id: string): number => promises.filter(({ unitId }) => unitId === id).length;
  return rows.map((row) => ({
    ...row.facts,
    id: row.id,
    name: row.name,
    complexId: row.complexId,
    gemeenteId: row.gemeenteId,
    wijkId: row.wijkId,
    corporatieId: row.corporatieId,
    aanbiederIds: inGuideOrder(
      row.gemeenteId,
      aanbieders.filter(({ unitId }) => unitId === row.id).map(({ organisationId }) => organisationId),
    ),
    programme: row.programme,
    housingForm: row.housingForm,
    freePlaces: Math.max(0, row.places - usedBy(occupied, row.id) - promised(row.id)),
    doelgroepIds: [...row.doelgroepIds].sort(),
    ageFrom: row.ageFrom,
    ageBelow: row.ageBelow,
    bedrooms: row.bedrooms,
    maxPersons: row.maxPersons,
    childrenAllowed: row.childrenAllowed,
    petsAllowed: row.petsAllowed,
    accessibility: row.accessibility,
    rentCents: row.rentCents,
    selfContained: row.selfContained,
    availableFrom: row.availableFrom,
    availableUntil: row.availableUntil,
    maxStayMonths: row.maxStayMonths,
    housingFirst: row.housingFirst,
  }));
}

export function assembleComplexes(
  rows: readonly ComplexEntity[],
  mixes: readonly ComplexMixEntity[],
  occupied: Use,
  promises: readonly HomePromise[],
): Complex[] {
  return rows.map((row) => ({
    ...complexFacts(row, occupied, promises),
    id: row.id,
    name: row.name,
    mixes: mixes
      .filter(({ complexId }) => complexId === row.id)
      .map((mix) => ({
        id: mix.id,
        name: mix.name,
        doelgroepIds: [...mix.doelgroepIds].sort(),
        minSupportLevel: mix.minSupportLevel,
        max: mix.max,
        occupied:
          usedBy(occupied, mix.id) +
          promises.filter(
            (promise) =>
              promise.complexId === row.id &&
              (mix.doelgroepIds.length === 0 || mix.doelgroepIds.includes(promise.doelgroepId)) &&
              isSupportAtLeast(promise.supportLevel, mix.minSupportLevel),
          ).length,
      })),
  }));
}

/** What was agreed for a complex with who counts already. Residents are counted by the id of the complex, or with the portiek. */
function complexFacts(row: ComplexEntity, occupied: Use, promises: readonly HomePromise[]): ComplexFacts {
  const { share, portieken, cooldownUntil } = row.facts;
  const promised = promises.filter(({ complexId }) => complexId === row.id);
  return {
    ...(cooldownUntil && { cooldownUntil }),
    ...(share && { share: { ...share, occupied: usedBy(occupied, row.id) + promised.length } }),
    ...(portieken && {
      portieken: portieken.map((portiek) => ({
        ...portiek,
        occupied:
          usedBy(occupied, `${row.id}:${portiek.id}`) +
          promised.filter(({ portiekId }) => portiekId === portiek.id).length,
      })),
    }),
  };
}
