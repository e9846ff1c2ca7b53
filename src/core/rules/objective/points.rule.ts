// Urgency and waiting time together: `alpha · urgency band + whole weeks waiting`. Nobody is overtaken by somebody who
// came more than `alpha · 3` weeks later.
import { isUrgencyValid } from '../../matching/urgency-on';
import { weeksWaited } from '../../matching/weeks-waited';
import { integerValue } from '../parameter-values';
import { objectiveRule, type ParameterSpec } from '../rule';

const ALPHA = {
  name: 'alpha',
  title: {
    nl: 'Weken wachttijd die één trede urgentie waard is',
    en: 'Weeks of waiting that one band of urgency is worth',
  },
  type: 'integer',
  unit: { nl: 'weken', en: 'weeks' },
  default: 26,
  min: 0,
  max: 520,
} as const satisfies ParameterSpec;

export const pointsRule = objectiveRule<{ band: number; alpha: number; weeks: number }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'points',
  title: { nl: 'Urgentie en wachttijd', en: 'Urgency and waiting time' },
  sentence: {
    nl: 'Wie urgenter is of langer wacht, gaat voor. Elke week wachten telt als één punt.',
    en: 'Who is more urgent or waits longer goes first. Each week of waiting counts as one point.',
  },
  source: 'S1 actielijn 2 (woonplek binnen 3 maanden); voorstel voor de weging in het beleid',
  parameters: [ALPHA],
  unit: { nl: 'punten', en: 'points' },

  worth({ index, household }, parameters) {
    const alpha = integerValue(ALPHA, parameters);
    const { asOf } = index.problem;
    const band = isUrgencyValid(household.urgency, asOf) ? household.urgency.band : 0;
    const weeks = weeksWaited(household, asOf);
    return { value: alpha * band + weeks, facts: { band, alpha, weeks } };
  },

  describe: ({ value, facts: { band, alpha, weeks } }) => ({
    nl: `${value} punten: ${band} × ${alpha} voor urgentie en ${weeks} voor weken wachten.`,
    en: `${value} points: ${band} × ${alpha} for urgency and ${weeks} for weeks of waiting.`,
  }),
});
