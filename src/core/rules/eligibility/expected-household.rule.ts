// A change of the household that is expected soon after the start, such as a birth, fits the home too.
import { addMonths } from '../../time/calendar';
import { dateInWords } from '../../time/date-in-words';
import { integerValue } from '../parameter-values';
import { eligibilityRule, type Outcome, type ParameterSpec } from '../rule';

const MONTHS = {
  name: 'months',
  title: { nl: 'Zo ver na de start telt een verwachte verandering', en: 'How long after the start a change counts' },
  type: 'integer',
  unit: { nl: 'maanden', en: 'months' },
  default: 9,
  min: 0,
  max: 60,
} as const satisfies ParameterSpec;

export const expectedHouseholdRule = eligibilityRule<{
  from: string | null;
  counts: boolean;
  persons: number;
  maxPersons: number;
  bedroomsNeeded: number;
  bedrooms: number;
  childrenFit: boolean;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'expected-household',
  title: { nl: 'Verwacht huishouden', en: 'Expected household' },
  sentence: {
    nl: 'De woonplek past ook bij een verandering van het huishouden die kort na de start wordt verwacht.',
    en: 'The home also fits a change of the household that is expected soon after the start.',
  },
  source: 'S1 actielijn 5 (ouder met kind); praktijk: bij een verwachte geboorte telt het huishouden van dan',
  parameters: [MONTHS],

  judge({ household: { expected }, unit: { maxPersons, bedrooms, childrenAllowed }, start }, parameters) {
    const months = integerValue(MONTHS, parameters);
    const { from = null, persons = 0, bedroomsNeeded = 0, children = 0 } = expected ?? {};
    const counts = from !== null && from <= addMonths(start, months);
    const childrenFit = children === 0 || childrenAllowed;
    const fits = persons <= maxPersons && bedroomsNeeded <= bedrooms && childrenFit;
    const outcome: Outcome = !counts || fits ? 'holds' : 'fails';
    return { outcome, facts: { from, counts, persons, maxPersons, bedroomsNeeded, bedrooms, childrenFit } };
  },

  describe({ facts: { from, counts, persons, maxPersons, bedroomsNeeded, bedrooms, childrenFit } }) {
    if (from === null) {
      return { nl: 'Er wordt geen verandering verwacht.', en: 'No change is expected.' };
    }
    const day = dateInWords(from);
    if (!counts) {
      return {
        nl: `Een verandering wordt pas verwacht op ${day.nl}. Die telt nog niet mee.`,
        en: `A change is expected only on ${day.en}. It does not count yet.`,
      };
    }
    const children = childrenFit
      ? { nl: '', en: '' }
      : { nl: ' Kinderen mogen hier niet wonen.', en: ' Children may not live here.' };
    return {
      nl: `Vanaf ${day.nl}: ${persons} personen (hier ten hoogste ${maxPersons}) en ${bedroomsNeeded} slaapkamers nodig (hier ${bedrooms}).${children.nl}`,
      en: `From ${day.en}: ${persons} persons (at most ${maxPersons} here) and ${bedroomsNeeded} bedrooms needed (${bedrooms} here).${children.en}`,
    };
  },
});
