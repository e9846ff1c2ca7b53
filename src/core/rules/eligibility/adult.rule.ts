// The main resident is of age on the planned start. Young people are registered earlier, but nothing is proposed before that day.
import { ageOn } from '../../time/calendar';
import { dateInWords } from '../../time/date-in-words';
import { integerValue } from '../parameter-values';
import { eligibilityRule, type ParameterSpec } from '../rule';

const AGE = {
  name: 'age',
  title: { nl: 'Jongste leeftijd', en: 'Lowest age' },
  type: 'integer',
  unit: { nl: 'jaar', en: 'years' },
  default: 18,
  min: 16,
  max: 30,
} as const satisfies ParameterSpec;

export const adultRule = eligibilityRule<{ age: number | null; lowest: number; start: string }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'adult',
  title: { nl: 'Meerderjarig', en: 'Of age' },
  sentence: {
    nl: 'De hoofdbewoner is op de startdatum oud genoeg om zelf te huren.',
    en: 'On the planned start the main resident is old enough to rent.',
  },
  source: 'S1 actielijn 4: aanmelden kan vanaf 16,5 jaar, wonen vanaf 18 jaar',
  legalBasis: 'Burgerlijk Wetboek boek 1, artikel 233 (meerderjarigheid)',
  noException: {
    nl: 'Zelfstandig wonen kan pas vanaf 18 jaar.',
    en: 'Living on one’s own starts at 18.',
  },
  parameters: [AGE],

  judge({ household: { members }, start }, parameters) {
    const lowest = integerValue(AGE, parameters);
    const main = members[0];
    if (main === undefined) return { outcome: 'unknown', facts: { age: null, lowest, start } };
    const age = ageOn(main.birthDate, start);
    return { outcome: age >= lowest ? 'holds' : 'fails', facts: { age, lowest, start } };
  },

  describe({ facts: { age, lowest, start } }) {
    if (age === null) {
      return {
        nl: 'De geboortedatum van de hoofdbewoner ontbreekt.',
        en: 'The birth date of the main resident is missing.',
      };
    }
    const first = dateInWords(start);
    return {
      nl: `De hoofdbewoner is op ${first.nl} ${age} jaar. Dat moet ten minste ${lowest} jaar zijn.`,
      en: `The main resident is ${age} on ${first.en}, and must be at least ${lowest}.`,
    };
  },
});
