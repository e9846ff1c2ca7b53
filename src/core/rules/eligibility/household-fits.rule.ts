// The home has enough bedrooms, admits this many persons, and admits children where there are any.
import { householdAges } from '../../matching/household-ages';
import { eligibilityRule } from '../rule';

export const householdFitsRule = eligibilityRule<{
  persons: number;
  maxPersons: number;
  bedroomsNeeded: number;
  bedrooms: number;
  children: number;
  childrenAllowed: boolean;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'household-fits',
  title: { nl: 'Grootte van het huishouden', en: 'Size of the household' },
  sentence: {
    nl: 'Er zijn genoeg slaapkamers, er wonen niet te veel mensen, en kinderen mogen er wonen als ze er zijn.',
    en: 'There are enough bedrooms, no more persons than allowed, and children may live there where there are any.',
  },
  source: 'S1 actielijn 5 (eenpersoonskamers, behalve ouder met kind); praktijk van corporaties',
  parameters: [],

  judge({ household, unit, start }) {
    const { maxPersons, bedrooms, childrenAllowed } = unit;
    const { members, bedroomsNeeded } = household;
    const { children } = householdAges(household, start);
    const facts = { persons: members.length, maxPersons, bedroomsNeeded, bedrooms, children, childrenAllowed };
    const hasRoom = bedrooms >= bedroomsNeeded && members.length <= maxPersons;
    if (!hasRoom || (children > 0 && !childrenAllowed)) return { outcome: 'fails', facts };
    return { outcome: members.length === 0 ? 'unknown' : 'holds', facts };
  },

  describe({ outcome, facts: { persons, maxPersons, bedroomsNeeded, bedrooms, children, childrenAllowed } }) {
    if (outcome === 'unknown') {
      return {
        nl: 'De leden van het huishouden zijn niet ingevuld.',
        en: 'The members of the household are not filled in.',
      };
    }
    const nl = [
      `Personen: ${persons}, hier mogen er ${maxPersons} wonen.`,
      `Slaapkamers: ${bedroomsNeeded} nodig, hier zijn er ${bedrooms}.`,
    ];
    const en = [
      `Persons: ${persons}, at most ${maxPersons} may live here.`,
      `Bedrooms: ${bedroomsNeeded} needed, ${bedrooms} here.`,
    ];
    if (children > 0) {
      nl.push(`Kinderen: ${children}, kinderen mogen hier ${childrenAllowed ? 'wel' : 'niet'} wonen.`);
      en.push(`Children: ${children}, children may ${childrenAllowed ? '' : 'not '}live here.`);
    }
    return { nl: nl.join(' '), en: en.join(' ') };
  },
});
