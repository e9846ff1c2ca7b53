// A corporatie gives in a year the homes that it promised a gemeente; what it lacks counts as a shortage.
import { plannedStart, required } from '../../matching/problem-index';
import type { Quota, QuotaRule } from '../rule';
import { floorRow } from './floor-row';
import { rowsByKey } from './rows-by-key';

const keyOf = (corporatieId: string, gemeenteId: string) => `${corporatieId.length}:${corporatieId}:${gemeenteId}`;

export const agreementRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'agreement',
  title: { nl: 'Prestatieafspraken', en: 'Prestatieafspraken' },
  sentence: {
    nl: 'Een corporatie haalt in het jaar zo mogelijk het aantal woningen uit de prestatieafspraak.',
    en: 'A corporatie reaches the number of homes in the prestatieafspraak of the year where possible.',
  },
  source: 'S0 par. 6.2 opdracht 4.5; S1 actielijn 2: passend toewijzen staat in prestatieafspraken',
  parameters: [],

  compile(index): Quota {
    const { agreements } = index.problem;
    const rows = agreements.map(({ id, corporatieId, gemeenteId, doelgroepId, year, agreed, realised }) => {
      const corporatie = required(index.corporaties, corporatieId, 'corporatie').name;
      const gemeente = required(index.gemeenten, gemeenteId, 'gemeente').name;
      const doelgroep = doelgroepId === null ? [] : [required(index.doelgroepen, doelgroepId, 'doelgroep').name];
      const name = [corporatie, gemeente, ...doelgroep, year].join(', ');
      return floorRow({
        id,
        subject: { kind: 'corporatie', id: corporatieId, name },
        counted: realised,
        floor: agreed,
      });
    });
    const rowsOfKey = rowsByKey(agreements, ({ corporatieId, gemeenteId }) => keyOf(corporatieId, gemeenteId));
    return {
      rows,
      visitTerms(household, unit, visit) {
        if (unit.corporatieId === null) return;
        const found = rowsOfKey.get(keyOf(unit.corporatieId, unit.gemeenteId));
        if (found === undefined) return;
        const startYear = Number(plannedStart(index.problem, unit).slice(0, 4));
        for (const row of found) {
          const { doelgroepId, year } = agreements[row]!;
          if (year === startYear && (doelgroepId === null || doelgroepId === household.doelgroepId)) visit(row, 1);
        }
      },
    };
  },

  describe: ({ subject, offset, agreed }) => ({
    nl: `Prestatieafspraak ${subject.name}: al ${offset} van de ${agreed}.`,
    en: `Prestatieafspraak ${subject.name}: ${offset} of ${agreed} already.`,
  }),
};
