// One more place in a home of a kind that suits the household.
import type { Unit } from '../../matching/problem';
import type { Lever } from './lever';
import { replaced } from './replaced';

/** Homes that differ in none of these are one kind: one more of any is the same lever. */
const kindOf = (unit: Unit): string =>
  [
    unit.wijkId,
    unit.complexId,
    unit.corporatieId,
    unit.programme,
    unit.housingForm,
    unit.bedrooms,
    unit.maxPersons,
    unit.accessibility,
    unit.doelgroepIds.join('+'),
  ].join('|');

export const extraHomeLever: Lever = {
  id: 'extra-home',
  title: { nl: 'Eén woonplek meer', en: 'One more home' },
  owner: 'corporatie',

  options({ index, homes }) {
    const kinds = new Map<string, Unit>();
    for (const { unit, judgement } of homes) {
      if (judgement.eligible && !kinds.has(kindOf(unit))) kinds.set(kindOf(unit), unit);
    }
    return [...kinds.values()].map((unit) => {
      const gemeente = index.gemeenten.get(unit.gemeenteId)?.name ?? unit.gemeenteId;
      return {
        key: unit.id,
        text: {
          nl: `Eén plaats meer van het soort ${unit.name} (${gemeente}).`,
          en: `One more place of the kind of ${unit.name} (${gemeente}).`,
        },
        apply: (problem) => ({
          ...problem,
          units: replaced(problem.units, unit.id, (each) => ({ ...each, freePlaces: each.freePlaces + 1 })),
        }),
      };
    });
  },
};
