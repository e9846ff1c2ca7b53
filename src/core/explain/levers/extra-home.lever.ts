// One more place in a home of a kind that suits the household.
import type { Unit } from '../../matching/problem';
import type { Lever } from './lever';
import { replaced } from './replaced';

/** Homes of one gemeente, form and size are one kind here; the first of them stands for all. */
const kindOf = (unit: Unit): string => [unit.gemeenteId, unit.housingForm, unit.bedrooms].join('|');

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
