// An aanbieder starts no more guidance than it has free hours.
import { guidingAanbiederId } from '../../matching/problem-index';
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

export const guidanceCapacityRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'guidance-capacity',
  title: { nl: 'Uren begeleiding', en: 'Hours of guidance' },
  sentence: {
    nl: 'Een aanbieder begint niet meer begeleiding dan er uren vrij zijn.',
    en: 'An aanbieder starts no more guidance than it has free hours.',
  },
  source: 'S1 actielijn 3; begeleiding moet er zijn voor de sleutel',
  parameters: [],

  compile({ problem }): Quota {
    const rows = problem.aanbieders.flatMap(({ id, name, freeGuidanceHours }) =>
      freeGuidanceHours === null
        ? []
        : [ceilingRow({ id, subject: { kind: 'aanbieder', id, name }, counted: 0, ceiling: freeGuidanceHours })],
    );
    const rowsOfAanbieder = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(household, unit, visit) {
        if (household.guidanceHours === 0) return;
        const guiding = guidingAanbiederId(household, unit);
        for (const row of rowsOfAanbieder.get(guiding) ?? []) visit(row, household.guidanceHours);
      },
    };
  },

  describe: ({ subject, agreed }) => ({
    nl: `Vrije uren begeleiding van ${subject.name}: ${agreed} per week.`,
    en: `Free hours of guidance of ${subject.name}: ${agreed} a week.`,
  }),
};
