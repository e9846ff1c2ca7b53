// No more new placements in a wijk than were agreed for this round.
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const wijkPaceRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'wijk-pace',
  title: { nl: 'Tempo in de wijk', en: 'Pace in the wijk' },
  sentence: {
    nl: 'In een wijk komen niet meer nieuwe plaatsingen tegelijk dan is afgesproken.',
    en: 'A wijk gets no more new placements at once than was agreed.',
  },
  source: 'S1 actielijn 3 (draaglast van buurten, wijken en dorpen); S4 actielijn 4',
  parameters: [],

  compile({ problem }): Quota {
    const rows = problem.wijken.flatMap(({ id, name, maxPlacements }) =>
      maxPlacements === null
        ? []
        : [ceilingRow({ id, subject: { kind: 'wijk', id, name }, counted: 0, ceiling: maxPlacements })],
    );
    const rowsOfWijk = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(_household, unit, visit) {
        for (const row of rowsOfWijk.get(unit.wijkId) ?? []) visit(row, 1);
      },
    };
  },

  describe: ({ subject, agreed }) => ({
    nl: `Nieuwe plaatsingen in ${subject.name}: ten hoogste ${agreed} in deze ronde.`,
    en: `New placements in ${subject.name}: at most ${agreed} in this round.`,
  }),
};
