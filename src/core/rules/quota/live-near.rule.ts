// Households that belong together are never placed in different areas; each may still wait for the other. Who wants one home
// together is one household.
import { areaKey, areasOf } from '../../matching/area-of';
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';

export const liveNearRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'live-near',
  title: { nl: 'Bij elkaar in de buurt', en: 'Near each other' },
  sentence: {
    nl: 'Huishoudens die bij elkaar horen, komen niet in verschillende complexen, wijken of gemeenten.',
    en: 'Households that belong together do not come to different complexes, wijken or gemeenten.',
  },
  source: 'S0 (eigen regie); wie samen één woonplek wil, is één huishouden en wordt nooit gesplitst',
  parameters: [],

  compile(index): Quota {
    const { asOf, together = [] } = index.problem;
    const valid = together.filter(({ until }) => until === null || until >= asOf);
    // One row a couple and area: the first inside it and the second outside it cannot both be.
    const items = valid.flatMap(({ id, householdIds, within }) =>
      [...new Set(householdIds)]
        .sort()
        .flatMap((first, place, all) =>
          all
            .slice(place + 1)
            .flatMap((second) => areasOf(index, within).map((area) => ({ id, first, second, within, area }))),
        ),
    );
    const rows = items.map(({ id, first, second, area }) =>
      ceilingRow({
        id: `${id}:${first.length}:${first}:${second}:${area.key}`,
        subject: { kind: 'household', id, name: area.name },
        counted: 0,
        ceiling: 1,
      }),
    );
    const rowsOfHousehold = new Map<string, number[]>();
    items.forEach(({ first, second }, row) => {
      for (const id of [first, second]) rowsOfHousehold.set(id, [...(rowsOfHousehold.get(id) ?? []), row]);
    });
    return {
      rows,
      visitTerms(household, unit, visit) {
        for (const row of rowsOfHousehold.get(household.id) ?? []) {
          const { first, within, area } = items[row]!;
          const isInside = areaKey(unit, within) === area.key;
          if (isInside === (household.id === first)) visit(row, 1);
        }
      },
    };
  },

  describe: ({ subject }) => ({
    nl: `Deze huishoudens komen samen in ${subject.name}, of geen van beide daar.`,
    en: `These households come to ${subject.name} together, or neither does.`,
  }),
};
