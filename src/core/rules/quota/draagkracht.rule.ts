// The draaglast of earlier and new placements in a wijk stays within the draagkracht that was agreed for it.
import type { Quota, QuotaRow, QuotaRule } from '../rule';

export const draagkrachtRule: QuotaRule = {
  kind: 'quota',
  id: 'draagkracht',
  title: { nl: 'Draagkracht van de wijk', en: 'Carrying capacity of the wijk' },
  sentence: {
    nl: 'De draaglast van nieuwe plaatsingen en eerdere plaatsingen samen blijft binnen de draagkracht van de wijk.',
    en: 'The draaglast of new and earlier placements together stays within the draagkracht of the wijk.',
  },
  source: 'S0 par. 5.3; S1 actielijn 3; S4 actielijn 4. De bronnen noemen geen getal: de waarde is instelling per regio en periode',
  parameters: [],

  compile({ problem }): Quota {
    const rows: QuotaRow[] = [];
    const rowOfWijk = new Map<string, number>();
    for (const wijk of problem.wijken) {
      if (wijk.draagkracht === null) continue;
      rowOfWijk.set(wijk.id, rows.length);
      rows.push({
        id: wijk.id,
        subject: { kind: 'wijk', id: wijk.id, name: wijk.name },
        offset: wijk.load,
        lower: null,
        upper: wijk.draagkracht,
        soft: false,
      });
    }
    return {
      rows,
      visitTerms(household, unit, visit) {
        const row = rowOfWijk.get(unit.wijkId);
        if (row !== undefined && household.draaglast > 0) visit(row, household.draaglast);
      },
    };
  },

  describe: ({ subject, offset, upper }) => ({
    nl: `Draaglast in ${subject.name}: er telt al ${offset} mee van de ${upper} punten.`,
    en: `Draaglast in ${subject.name}: ${offset} of the ${upper} points count already.`,
  }),
};
