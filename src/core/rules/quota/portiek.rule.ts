// A portiek takes no more of these households than was agreed, so that they do not all share one stairwell.
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

const keyOf = (complexId: string, portiekId: string) => `${complexId.length}:${complexId}:${portiekId}`;

export const portiekRule: QuotaRule = {
  kind: 'quota',
  scoping: 'most-specific',
  id: 'portiek',
  title: { nl: 'Spreiding per portiek', en: 'Spread per portiek' },
  sentence: {
    nl: 'In een portiek komen niet meer van deze huishoudens dan is afgesproken.',
    en: 'A portiek takes no more of these households than was agreed.',
  },
  source: 'S4 actielijn 4 (draagkracht van de directe omgeving); Magic Mix (Platform31)',
  parameters: [],

  compile({ problem }): Quota {
    const items = problem.complexes.flatMap((complex) =>
      (complex.portieken ?? []).map((portiek) => ({ complex, portiek })),
    );
    const rows = items.map(({ complex, portiek }) =>
      ceilingRow({
        id: keyOf(complex.id, portiek.id),
        subject: { kind: 'complex', id: complex.id, name: `${complex.name}, ${portiek.name}` },
        counted: portiek.occupied,
        ceiling: portiek.max,
      }),
    );
    const rowsOfPortiek = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(_household, { complexId, portiekId }, visit) {
        if (complexId === null || portiekId === undefined) return;
        for (const row of rowsOfPortiek.get(keyOf(complexId, portiekId)) ?? []) visit(row, 1);
      },
    };
  },

  describe: ({ subject, offset, agreed }) => ({
    nl: `${subject.name}: al ${offset}, ten hoogste ${agreed}.`,
    en: `${subject.name}: ${offset} already, at most ${agreed}.`,
  }),
};
