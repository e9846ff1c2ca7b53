// The draaglast of earlier and new placements in a wijk stays within the draagkracht that was agreed for it.
import { DEFAULT_FADE_WEEKS } from '../../quotas/faded-load';
import type { ParameterSpec, Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

/** Read where the load of earlier placements is made up for the problem; `Wijk.load` has faded by it already. */
const FADE_WEEKS = {
  name: 'fadeWeeks',
  title: {
    nl: 'Weken waarin de draaglast van een eerdere plaatsing afloopt',
    en: 'Weeks in which the draaglast of an earlier placement fades',
  },
  type: 'integer',
  unit: { nl: 'weken', en: 'weeks' },
  default: DEFAULT_FADE_WEEKS,
  min: 0,
  max: 520,
} as const satisfies ParameterSpec;

export const draagkrachtRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'draagkracht',
  title: { nl: 'Draagkracht van de wijk', en: 'Carrying capacity of the wijk' },
  sentence: {
    nl: 'De draaglast van nieuwe plaatsingen en eerdere plaatsingen samen blijft binnen de draagkracht van de wijk.',
    en: 'The draaglast of new and earlier placements together stays within the draagkracht of the wijk.',
  },
  source:
    'S0 par. 5.3; S1 actielijn 3; S4 actielijn 4. De bronnen noemen geen getal: de waarde is instelling per regio en periode',
  parameters: [FADE_WEEKS],

  compile({ problem }): Quota {
    const rows = problem.wijken.flatMap(({ id, name, draagkracht, load }) =>
      draagkracht === null
        ? []
        : [ceilingRow({ id, subject: { kind: 'wijk', id, name }, counted: load, ceiling: draagkracht })],
    );
    const rowsOfWijk = rowsByKey(rows, ({ id }) => id);
    return {
      rows,
      visitTerms(household, unit, visit) {
        if (household.draaglast === 0) return;
        for (const row of rowsOfWijk.get(unit.wijkId) ?? []) visit(row, household.draaglast);
      },
    };
  },

  describe: ({ subject, offset, agreed }) => ({
    nl: `Draaglast in ${subject.name}: er telt al ${offset} mee van de ${agreed} punten.`,
    en: `Draaglast in ${subject.name}: ${offset} of the ${agreed} points count already.`,
  }),
};
