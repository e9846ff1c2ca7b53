// The household agrees that its data are shared with the corporatie of the home.
import { required } from '../../matching/problem-index';
import { eligibilityRule } from '../rule';

export const consentRule = eligibilityRule<{ corporatie: string | null; consent: boolean }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'consent',
  title: { nl: 'Toestemming', en: 'Consent' },
  sentence: {
    nl: 'Het huishouden vindt het goed dat gegevens worden gedeeld met de corporatie van de woonplek.',
    en: 'The household agrees that its data are shared with the corporatie of the home.',
  },
  source: 'AVG; S0 (eigen regie): zonder toestemming geen aanbod van die corporatie',
  legalBasis: 'AVG artikel 6 en 7',
  noException: {
    nl: 'Alleen het huishouden zelf kan dit veranderen.',
    en: 'Only the household itself can change this.',
  },
  parameters: [],

  judge({ index, household, unit: { corporatieId } }) {
    if (corporatieId === null) return { outcome: 'holds', facts: { corporatie: null, consent: true } };
    const corporatie = required(index.corporaties, corporatieId, 'corporatie').name;
    const consent = household.consentCorporatieIds.includes(corporatieId);
    return { outcome: consent ? 'holds' : 'fails', facts: { corporatie, consent } };
  },

  describe({ facts: { corporatie, consent } }) {
    if (corporatie === null) {
      return { nl: 'Deze woonplek is niet van een corporatie.', en: 'This home is not of a corporatie.' };
    }
    return {
      nl: `Er is ${consent ? '' : 'geen '}toestemming om gegevens te delen met ${corporatie}.`,
      en: `There is ${consent ? '' : 'no '}consent to share data with ${corporatie}.`,
    };
  },
});
