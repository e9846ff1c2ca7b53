// Who could have had a home in earlier rounds and got none counts more, up to a limit: nobody is passed over for ever.
import { integerValue } from '../parameter-values';
import { objectiveRule, type ParameterSpec } from '../rule';

const MOST = {
  name: 'most',
  title: { nl: 'Meer rondes dan dit tellen niet', en: 'More rounds than this do not count' },
  type: 'integer',
  unit: { nl: 'rondes', en: 'rounds' },
  default: 10,
  min: 1,
  max: 1_000,
} as const satisfies ParameterSpec;

export const passedOverRule = objectiveRule<{ rounds: number; most: number }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'passed-over',
  title: { nl: 'Eerder overgeslagen', en: 'Passed over before' },
  sentence: {
    nl: 'Wie in eerdere rondes had gekund en geen woonplek kreeg, telt zwaarder.',
    en: 'Who could have had a home in earlier rounds and got none counts more.',
  },
  source: 'Eerlijk verdelen over de tijd: niemand wordt steeds weer overgeslagen',
  parameters: [MOST],
  unit: { nl: 'overgeslagen rondes', en: 'rounds passed over' },

  worth({ household: { passedOver = 0 } }, parameters) {
    const most = integerValue(MOST, parameters);
    return { value: Math.min(passedOver, most), facts: { rounds: passedOver, most } };
  },

  describe: ({ value, facts: { rounds } }) => ({
    nl: `In ${rounds} eerdere rondes overgeslagen; daarvan tellen er ${value}.`,
    en: `Passed over in ${rounds} earlier rounds; ${value} of them count.`,
  }),
});
