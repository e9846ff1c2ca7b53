// Between the round and the start there is time enough for the household, for whoever lets the home, and by policy.
import { daysBetween } from '../../time/calendar';
import { integerValue } from '../parameter-values';
import { eligibilityRule, type ParameterSpec } from '../rule';

const DAYS = {
  name: 'days',
  title: { nl: 'Kortste tijd tot de start', en: 'Shortest time to the start' },
  type: 'integer',
  unit: { nl: 'dagen', en: 'days' },
  default: 0,
  min: 0,
  max: 365,
} as const satisfies ParameterSpec;

export const minimumNoticeRule = eligibilityRule<{ days: number; household: number; home: number; policy: number }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'minimum-notice',
  title: { nl: 'Tijd tot de start', en: 'Time to the start' },
  sentence: {
    nl: 'Tussen de ronde en de start zit genoeg tijd voor het huishouden, de verhuurder en de zachte landing.',
    en: 'Between the round and the start there is time enough for the household, the landlord and a soft landing.',
  },
  source: 'S0 par. 5.3 (zachte landing): begeleiding, inrichting en opzegging vragen tijd',
  parameters: [DAYS],

  judge({ index, household, unit, start }, parameters) {
    const facts = {
      days: daysBetween(index.problem.asOf, start),
      household: household.noticeDays ?? 0,
      home: unit.noticeDays ?? 0,
      policy: integerValue(DAYS, parameters),
    };
    const holds = facts.days >= Math.max(facts.household, facts.home, facts.policy);
    return { outcome: holds ? 'holds' : 'fails', facts };
  },

  describe: ({ facts: { days, household, home, policy } }) => ({
    nl: `Tot de start zijn er ${days} dagen. Nodig: huishouden ${household}, woonplek ${home}, beleid ${policy}.`,
    en: `There are ${days} days until the start. Needed: household ${household}, home ${home}, policy ${policy}.`,
  }),
});
