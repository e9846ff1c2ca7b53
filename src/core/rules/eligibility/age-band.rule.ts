// The main resident's age on the planned start lies within the unit's band: from (inclusive) to below (exclusive).
import { ageOn } from '../../time/calendar';
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const ageBandRule = eligibilityRule<{
  age: number | null;
  ageFrom: number | null;
  ageBelow: number | null;
  start: string;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'age-band',
  title: { nl: 'Leeftijd', en: 'Age' },
  sentence: {
    nl: 'De hoofdbewoner heeft op de startdatum de leeftijd waarvoor de woonplek bedoeld is.',
    en: 'On the planned start the main resident has an age for which the home is meant.',
  },
  source: 'S0 bijlage 1 en 2 (Resedastraat 18-23 jaar); bovengrens exclusief: de KDO voor volwassenen begint bij 23',
  parameters: [],

  judge({ household, unit, start }) {
    const { ageFrom, ageBelow } = unit;
    const main = household.members[0];
    const age = main === undefined ? null : ageOn(main.birthDate, start);
    const facts = { age, ageFrom, ageBelow, start };
    if (ageFrom === null && ageBelow === null) return { outcome: 'holds', facts };
    if (age === null) return { outcome: 'unknown', facts };
    const holds = (ageFrom === null || age >= ageFrom) && (ageBelow === null || age < ageBelow);
    return { outcome: holds ? 'holds' : 'fails', facts };
  },

  describe({ outcome, facts: { age, ageFrom, ageBelow, start } }) {
    const band = {
      nl: `${ageFrom === null ? '' : `vanaf ${ageFrom} jaar`}${ageFrom !== null && ageBelow !== null ? ' ' : ''}${ageBelow === null ? '' : `tot ${ageBelow} jaar`}`,
      en: `${ageFrom === null ? '' : `from ${ageFrom}`}${ageFrom !== null && ageBelow !== null ? ' ' : ''}${ageBelow === null ? '' : `below ${ageBelow}`}`,
    };
    if (ageFrom === null && ageBelow === null) {
      return { nl: 'Voor deze woonplek geldt geen leeftijd.', en: 'This home has no age limit.' };
    }
    if (outcome === 'unknown') {
      return {
        nl: 'De geboortedatum van de hoofdbewoner ontbreekt.',
        en: 'The birth date of the main resident is missing.',
      };
    }
    const first = dateInWords(start);
    return {
      nl: `De hoofdbewoner is op ${first.nl} ${age} jaar. De woonplek is ${band.nl}.`,
      en: `The main resident is ${age} on ${first.en}. The home is for ages ${band.en}.`,
    };
  },
});
