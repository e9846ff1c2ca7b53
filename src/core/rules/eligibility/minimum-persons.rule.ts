// A home for larger households goes to a household of at least that size.
import { eligibilityRule } from '../rule';

export const minimumPersonsRule = eligibilityRule<{ persons: number; minPersons: number | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'minimum-persons',
  title: { nl: 'Kleinste huishouden', en: 'Smallest household' },
  sentence: {
    nl: 'Een woonplek voor grotere huishoudens gaat naar een huishouden dat groot genoeg is.',
    en: 'A home for larger households goes to a household that is large enough.',
  },
  source: 'Huisvestingswet 2014 artikel 11 (passendheid: grootte van woning en huishouden)',
  legalBasis: 'Huisvestingswet 2014 artikel 11',
  parameters: [],

  judge({ household: { members }, unit: { minPersons } }) {
    const facts = { persons: members.length, minPersons: minPersons ?? null };
    if (minPersons === undefined) return { outcome: 'holds', facts };
    if (members.length === 0) return { outcome: 'unknown', facts };
    return { outcome: members.length >= minPersons ? 'holds' : 'fails', facts };
  },

  describe({ outcome, facts: { persons, minPersons } }) {
    if (minPersons === null) {
      return { nl: 'Deze woonplek vraagt geen aantal personen.', en: 'This home asks no number of persons.' };
    }
    if (outcome === 'unknown') {
      return {
        nl: 'De leden van het huishouden zijn niet ingevuld.',
        en: 'The members of the household are not filled in.',
      };
    }
    return {
      nl: `Personen: ${persons}. Deze woonplek is voor ten minste ${minPersons}.`,
      en: `Persons: ${persons}. This home is for at least ${minPersons}.`,
    };
  },
});
