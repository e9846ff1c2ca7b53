import type { Aanbieder, Complex, Corporatie, Doelgroep, Gemeente, Unit, Wijk } from '../../core/matching/problem';
import type { Chance } from '../../seed/chance';

/** A region: who and what belongs together. */
export interface Area {
  readonly gemeenten: readonly Gemeente[];
  readonly wijken: readonly Wijk[];
  readonly corporaties: readonly Corporatie[];
  readonly aanbieders: readonly Aanbieder[];
  readonly doelgroepen: readonly Doelgroep[];
}

/** One complex in a third of the wijken, each with a ceiling on households that need much support. */
export function generateComplexes(chance: Chance, wijken: readonly Wijk[]): readonly Complex[] {
  return chance.some(wijken, 33).map(({ id, name }) => ({
    id: complexIdOf(id),
    name: `Complex ${name}`,
    mixes: [
      {
        id: 'intensief',
        name: 'intensieve begeleiding',
        doelgroepIds: [],
        minSupportLevel: 'intensive',
        max: chance.between(1, 3),
        occupied: chance.between(0, 1),
      },
    ],
  }));
}

export function generateUnits(
  chance: Chance,
  count: number,
  wijken: readonly Wijk[],
  areas: readonly Area[],
  complexes: readonly Complex[],
  asOf: string,
): Unit[] {
  const areaOf = new Map(areas.flatMap((area) => area.wijken.map(({ id }) => [id, area])));
  const complexIds = new Set(complexes.map(({ id }) => id));
  return Array.from({ length: count }, (_, at): Unit => {
    const wijk = chance.pick(wijken);
    const area = areaOf.get(wijk.id)!;
    const complexId = complexIds.has(complexIdOf(wijk.id)) && chance.percent(60) ? complexIdOf(wijk.id) : null;
    const bedrooms = chance.weighted([
      { share: 45, value: 1 },
      { share: 30, value: 2 },
      { share: 17, value: 3 },
      { share: 8, value: 4 },
    ]).value;
    const isYouth = bedrooms === 1 && chance.percent(12);
    return {
      id: `U${String(at + 1).padStart(5, '0')}`,
      name: `Woning ${at + 1} in ${wijk.name}`,
      complexId,
      gemeenteId: wijk.gemeenteId,
      wijkId: wijk.id,
      corporatieId: chance.pick(area.corporaties).id,
      aanbiederIds: complexId !== null && chance.percent(20) ? [chance.pick(area.aanbieders).id] : [],
      programme: complexId === null ? 'urgentie' : 'omklap',
      housingForm: complexId === null ? 'permanent' : 'intermediate',
      freePlaces: bedrooms === 1 && complexId !== null && chance.percent(20) ? chance.between(2, 4) : 1,
      doelgroepIds: chance.percent(25) ? chance.some(area.doelgroepen, 50).map(({ id }) => id) : [],
      ageFrom: isYouth ? 18 : null,
      ageBelow: isYouth ? 28 : null,
      bedrooms,
      maxPersons: bedrooms + 1,
      childrenAllowed: bedrooms > 1,
      petsAllowed: chance.percent(70),
      accessibility: chance.percent(12) ? 'ROL' : chance.percent(20) ? 'GNV' : 'ZON',
      rentCents: chance.between(35_000, 74_000),
      selfContained: !isYouth,
      availableFrom: asOf,
      availableUntil: null,
      maxStayMonths: complexId === null ? null : 24,
      housingFirst: chance.percent(8),
    };
  });
}

function complexIdOf(wijkId: string): string {
  return `X-${wijkId}`;
}
