// A home, or a group of identical places, takes no more households than it has free places.
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const placesRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'places',
  title: { nl: 'Vrije plaatsen', en: 'Free places' },
  sentence: {
    nl: 'Op een woonplek komen niet meer huishoudens dan er vrije plaatsen zijn.',
    en: 'A home takes no more households than it has free places.',
  },
  source: 'S0 bijlage 1 en 2: aantal plaatsen per locatie',
  parameters: [],

  compile({ problem }): Quota {
    const rows = problem.units.map(({ id, name, freePlaces }) =>
      ceilingRow({ id, subject: { kind: 'unit', id, name }, counted: 0, ceiling: freePlaces }),
    );
    const rowsOfUnit = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(_household, unit, visit) {
        for (const row of rowsOfUnit.get(unit.id) ?? []) visit(row, 1);
      },
    };
  },

  describe: ({ subject, agreed }) => ({
    nl: `In ${subject.name} is plaats voor ${agreed} ${agreed === 1 ? 'huishouden' : 'huishoudens'}.`,
    en: `There is room for ${agreed} ${agreed === 1 ? 'household' : 'households'} in ${subject.name}.`,
  }),
};
