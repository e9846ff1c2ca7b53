// Households that must live apart never come to the same area. Names of the others are in no row: a text may not give them away.
import { areaKey, areasOf } from '../../matching/area-of';
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';

export const liveApartRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'live-apart',
  title: { nl: 'Uit elkaars buurt', en: 'Apart' },
  sentence: {
    nl: 'Huishoudens die uit elkaars buurt moeten blijven, komen niet in hetzelfde complex, dezelfde wijk of gemeente.',
    en: 'Households that must stay away from each other do not come to the same complex, wijk or gemeente.',
  },
  source: 'Contactverbod of veiligheid; de grond staat niet in de gegevens (AVG artikel 10)',
  parameters: [],

  compile(index): Quota {
    const { asOf, apart = [] } = index.problem;
    const items = apart
      .filter(({ until }) => until === null || until >= asOf)
      .flatMap((group) => areasOf(index, group.within).map((area) => ({ group, area })));
    const rows = items.map(({ group, area }) =>
      ceilingRow({
        id: `${group.id}:${area.key}`,
        subject: { kind: 'household', id: group.id, name: area.name },
        counted: 0,
        ceiling: 1,
      }),
    );
    const rowsOfHousehold = new Map<string, number[]>();
    items.forEach(({ group }, row) => {
      for (const id of new Set(group.householdIds)) rowsOfHousehold.set(id, [...(rowsOfHousehold.get(id) ?? []), row]);
    });
    return {
      rows,
      visitTerms(household, unit, visit) {
        for (const row of rowsOfHousehold.get(household.id) ?? []) {
          const { group, area } = items[row]!;
          if (areaKey(unit, group.within) === area.key) visit(row, 1);
        }
      },
    };
  },

  describe: ({ subject }) => ({
    nl: `In ${subject.name} komt van deze huishoudens ten hoogste één.`,
    en: `At most one of these households comes to ${subject.name}.`,
  }),
};
