// The law asks passend toewijzen of 95 % of a corporatie's allocations in a year. This rule keeps the rest within what is left
// of the other 5 %. A policy uses it instead of the rule that asks passend toewijzen of each allocation.
import { plannedStart } from '../../matching/problem-index';
import { passendToewijzenRule } from '../eligibility/passend-toewijzen.rule';
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const passendMarginRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'passend-margin',
  title: { nl: 'Ruimte boven passend', en: 'Margin above passend' },
  sentence: {
    nl: 'Een corporatie wijst in een jaar niet vaker niet-passend toe dan de ruimte die zij nog heeft.',
    en: 'In a year a corporatie makes no more allocations that are not passend than the margin it has left.',
  },
  source: '95 % van de toewijzingen is passend (volkshuisvestingnederland.nl); een telling per corporatie en jaar',
  legalBasis: 'Woningwet artikel 46',
  parameters: [],

  compile(index): Quota {
    const items = index.problem.corporaties.flatMap((corporatie) =>
      (corporatie.passendMargins ?? []).map(({ year, left }) => ({ corporatie, year, left })),
    );
    const rows = items.map(({ corporatie: { id, name }, year, left }) =>
      ceilingRow({
        id: `${id}:${year}`,
        subject: { kind: 'corporatie', id, name: `${name}, ${year}` },
        counted: 0,
        ceiling: left,
      }),
    );
    const rowsOfCorporatie = rowsByKey(items, ({ corporatie }) => corporatie.id);
    return {
      rows,
      visitTerms(household, unit, visit) {
        if (unit.corporatieId === null) return;
        const start = plannedStart(index.problem, unit);
        const ofYear = (rowsOfCorporatie.get(unit.corporatieId) ?? []).filter((row) =>
          start.startsWith(`${items[row]!.year}-`),
        );
        if (ofYear.length === 0) return;
        if (passendToewijzenRule.judge({ index, household, unit, start }, {}).outcome !== 'fails') return;
        for (const row of ofYear) visit(row, 1);
      },
    };
  },

  describe: ({ subject, agreed }) => ({
    nl: `Toewijzingen die niet passend zijn, ${subject.name}: er kunnen er nog ${agreed}.`,
    en: `Allocations that are not passend, ${subject.name}: ${agreed} are left.`,
  }),
};
