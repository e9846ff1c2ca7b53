// No more adults live in a home than are allowed there, such as one adult with children in a single room.
import { ageOn } from '../../time/calendar';
import { eligibilityRule } from '../rule';

export const coResidenceRule = eligibilityRule<{ adults: number | null; maxAdults: number | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'co-residence',
  title: { nl: 'Aantal volwassenen', en: 'Number of adults' },
  sentence: {
    nl: 'Er komen op de startdatum niet meer volwassenen wonen dan op deze woonplek mag.',
    en: 'On the planned start no more adults move in than this home allows.',
  },
  source: 'S1 actielijn 5 (eenpersoonskamers, behalve ouder met kind); S0 par. 5.2 (een- en tweepersoonskamers)',
  parameters: [],

  judge({ household: { members }, unit: { maxAdults }, start }) {
    if (maxAdults === undefined) return { outcome: 'holds', facts: { adults: null, maxAdults: null } };
    if (members.length === 0) return { outcome: 'unknown', facts: { adults: null, maxAdults } };
    // The main resident counts as an adult also before turning 18.
    const adults = members.filter(({ birthDate }, place) => place === 0 || ageOn(birthDate, start) >= 18).length;
    return { outcome: adults <= maxAdults ? 'holds' : 'fails', facts: { adults, maxAdults } };
  },

  describe({ facts: { adults, maxAdults } }) {
    if (maxAdults === null) {
      return { nl: 'Deze woonplek beperkt het aantal volwassenen niet.', en: 'This home does not limit adults.' };
    }
    if (adults === null) {
      return {
        nl: 'De leden van het huishouden zijn niet ingevuld.',
        en: 'The members of the household are not filled in.',
      };
    }
    return {
      nl: `Volwassenen: ${adults}. Hier mogen er ${maxAdults} wonen.`,
      en: `Adults: ${adults}. At most ${maxAdults} may live here.`,
    };
  },
});
