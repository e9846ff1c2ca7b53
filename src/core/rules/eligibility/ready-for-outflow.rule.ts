// The household is ready to leave shelter on the planned start. Housing First asks no readiness.
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const readyForOutflowRule = eligibilityRule<{ housingFirst: boolean; readyOn: string | null; start: string }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'ready-for-outflow',
  title: { nl: 'Uitstroomgereed', en: 'Ready for outflow' },
  sentence: {
    nl: 'Het huishouden is op de startdatum uitstroomgereed. Bij Housing First hoeft dat niet.',
    en: 'The household is ready for outflow on the planned start. Housing First does not ask this.',
  },
  source: 'S1 actielijn 2 (uitstroomgereed); Housing First stelt geen voorwaarden vooraf (opvang.nl)',
  parameters: [],

  judge({ household: { readyForOutflowOn }, unit: { housingFirst }, start }) {
    const facts = { housingFirst, readyOn: readyForOutflowOn, start };
    if (housingFirst) return { outcome: 'holds', facts };
    if (readyForOutflowOn === null) return { outcome: 'unknown', facts };
    return { outcome: readyForOutflowOn <= start ? 'holds' : 'fails', facts };
  },

  describe({ facts: { housingFirst, readyOn, start } }) {
    if (housingFirst) {
      return {
        nl: 'Dit is Housing First: er zijn geen voorwaarden vooraf.',
        en: 'This is Housing First: nothing is asked beforehand.',
      };
    }
    if (readyOn === null) {
      return {
        nl: 'De datum waarop het huishouden uitstroomgereed is, is niet ingevuld.',
        en: 'The date on which the household is ready for outflow is not filled in.',
      };
    }
    const [ready, first] = [dateInWords(readyOn), dateInWords(start)];
    return {
      nl: `Uitstroomgereed op ${ready.nl}. De start is op ${first.nl}.`,
      en: `Ready for outflow on ${ready.en}. The start is on ${first.en}.`,
    };
  },
});
