// A home of a special programme is only for households for whom that programme was declared to be needed. What a person is
// (sex, origin, belief) is never compared; a programme for one sex needs a ground in law and a declared need, on file elsewhere.
import { eligibilityRule } from '../rule';

export const functionalProgrammeRule = eligibilityRule<{ programme: string | null; declared: boolean | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'functional-programme',
  title: { nl: 'Bijzonder programma', en: 'Special programme' },
  sentence: {
    nl: 'Een woonplek van een bijzonder programma is voor wie vaststaat dat dit programma nodig is.',
    en: 'A home of a special programme is for those for whom this programme was established to be needed.',
  },
  source: 'S0 bijlage 2 (klinisch en forensisch); opvang na geweld; geen persoonskenmerk in de matching',
  legalBasis: 'Algemene wet gelijke behandeling artikel 2 (objectieve rechtvaardiging)',
  parameters: [],

  judge({ household: { functionalProgrammes }, unit: { functionalProgramme } }) {
    const programme = functionalProgramme ?? null;
    if (programme === null) return { outcome: 'holds', facts: { programme, declared: null } };
    if (functionalProgrammes === undefined) return { outcome: 'unknown', facts: { programme, declared: null } };
    const declared = functionalProgrammes.includes(programme);
    return { outcome: declared ? 'holds' : 'fails', facts: { programme, declared } };
  },

  describe({ facts: { programme, declared } }) {
    if (programme === null) {
      return {
        nl: 'Deze woonplek hoort niet bij een bijzonder programma.',
        en: 'This home belongs to no special programme.',
      };
    }
    if (declared === null) {
      return {
        nl: `Deze woonplek is voor het programma ${programme}. Of het huishouden dat nodig heeft, is niet ingevuld.`,
        en: `This home is for the programme ${programme}. Whether the household needs it is not filled in.`,
      };
    }
    return {
      nl: `Deze woonplek is voor het programma ${programme}. Voor dit huishouden staat ${declared ? 'vast dat het' : 'niet vast dat het'} nodig is.`,
      en: `This home is for the programme ${programme}. For this household it was ${declared ? '' : 'not '}established to be needed.`,
    };
  },
});
