// A household gets at most one home.
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const oneHomePerHouseholdRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'one-home-per-household',
  title: { nl: 'Eén woonplek per huishouden', en: 'One home per household' },
  sentence: { nl: 'Een huishouden krijgt ten hoogste één woonplek.', en: 'A household gets at most one home.' },
  source: 'Geen dubbel aanbod: hooguit één lopend aanbod per huishouden',
  parameters: [],

  compile({ problem }): Quota {
    const rows = problem.households.map(({ id }) =>
      ceilingRow({ id, subject: { kind: 'household', id, name: id }, counted: 0, ceiling: 1 }),
    );
    const rowsOfHousehold = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(household, _unit, visit) {
        for (const row of rowsOfHousehold.get(household.id) ?? []) visit(row, 1);
      },
    };
  },

  describe: ({ subject }) => ({
    nl: `Huishouden ${subject.name} krijgt ten hoogste één woonplek.`,
    en: `Household ${subject.name} gets at most one home.`,
  }),
};
