// The home is far enough from every point that the household must stay away from. Neither the point, nor the distance, nor
// whose it is appears in facts or text: they could give away where somebody else lives.
import { isNearerThan } from '../../matching/distance';
import { eligibilityRule } from '../rule';

export const safeDistanceRule = eligibilityRule<{ asked: boolean; located: boolean; farEnough: boolean | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'safe-distance',
  title: { nl: 'Veilige afstand', en: 'Safe distance' },
  sentence: {
    nl: 'De woonplek ligt op de startdatum ver genoeg van elk punt waar het huishouden uit de buurt moet blijven.',
    en: 'On the planned start the home is far enough from every point that the household must stay away from.',
  },
  source:
    'Contactverbod of veiligheid van het huishouden of van een ander; punt, afstand en grond staan niet in de uitleg',
  legalBasis: 'AVG artikel 10 (strafrechtelijke gegevens); Wetboek van Strafrecht artikel 38v',
  noException: {
    nl: 'Dit gaat over veiligheid. Verander het gegeven zelf als het niet meer klopt.',
    en: 'This is about safety. Change the fact itself where it no longer holds.',
  },
  parameters: [],

  judge({ household: { keepAway = [] }, unit: { location }, start }) {
    const active = keepAway.filter(({ until }) => until === null || until >= start);
    const located = location !== undefined;
    if (active.length === 0) return { outcome: 'holds', facts: { asked: false, located, farEnough: null } };
    if (!located) return { outcome: 'unknown', facts: { asked: true, located, farEnough: null } };
    const farEnough = !active.some(({ point, metres }) => isNearerThan(point, location, metres));
    return { outcome: farEnough ? 'holds' : 'fails', facts: { asked: true, located, farEnough } };
  },

  describe({ facts: { asked, located, farEnough } }) {
    if (!asked) return { nl: 'Er geldt geen afstand.', en: 'No distance applies.' };
    if (!located) {
      return {
        nl: 'Er geldt een afstand. De ligging van de woonplek is niet ingevuld.',
        en: 'A distance applies. The location of the home is not filled in.',
      };
    }
    return farEnough === true
      ? { nl: 'De woonplek ligt ver genoeg.', en: 'The home is far enough.' }
      : {
          nl: 'De woonplek ligt binnen een afstand die voor dit huishouden geldt.',
          en: 'The home is within a distance that applies to this household.',
        };
  },
});
