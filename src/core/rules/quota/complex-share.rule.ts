// No more than a share of the homes of a building goes to these households; one home is always allowed.
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const complexShareRule: QuotaRule = {
  kind: 'quota',
  scoping: 'most-specific',
  id: 'complex-share',
  title: { nl: 'Aandeel in het complex', en: 'Share of the complex' },
  sentence: {
    nl: 'Van de woningen van een complex gaat niet meer dan een afgesproken deel naar deze huishoudens, en één mag altijd.',
    en: 'No more than a share of the homes of a complex goes to these households, and one is always allowed.',
  },
  source:
    'Magic Mix (Platform31): sturen op de samenstelling van een complex; het percentage is instelling per complex',
  parameters: [],

  compile({ problem }): Quota {
    const rows = problem.complexes.flatMap(({ id, name, share }) =>
      share === undefined
        ? []
        : [
            ceilingRow({
              id,
              subject: { kind: 'complex', id, name },
              counted: share.occupied,
              ceiling: Math.max(1, Math.floor((share.homes * share.maxPercent) / 100)),
            }),
          ],
    );
    const rowsOfComplex = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(_household, unit, visit) {
        if (unit.complexId === null) return;
        for (const row of rowsOfComplex.get(unit.complexId) ?? []) visit(row, 1);
      },
    };
  },

  describe: ({ subject, offset, agreed }) => ({
    nl: `Woningen voor deze huishoudens in ${subject.name}: al ${offset}, ten hoogste ${agreed}.`,
    en: `Homes for these households in ${subject.name}: ${offset} already, at most ${agreed}.`,
  }),
};
