// What a household does not want at all is not proposed to it. It costs the household nothing but choice.
import { meetsWish } from '../meets-wish';
import { eligibilityRule } from '../rule';

export const ownVetoRule = eligibilityRule<{ vetoes: number; vetoed: boolean }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'own-veto',
  title: { nl: 'Eigen grens', en: 'Own limit' },
  sentence: {
    nl: 'De woonplek is niet van een soort of in een gebied dat het huishouden zelf heeft uitgesloten.',
    en: 'The home is not of a kind or in an area that the household itself ruled out.',
  },
  source: 'S0 (eigen regie van de cliënt)',
  noException: {
    nl: 'Alleen het huishouden zelf kan dit veranderen.',
    en: 'Only the household itself can change this.',
  },
  parameters: [],

  judge({ household: { vetoes = [] }, unit }) {
    const vetoed = vetoes.some((veto) => meetsWish(veto, unit));
    return { outcome: vetoed ? 'fails' : 'holds', facts: { vetoes: vetoes.length, vetoed } };
  },

  describe({ facts: { vetoes, vetoed } }) {
    if (vetoes === 0) return { nl: 'Het huishouden sluit niets uit.', en: 'The household rules nothing out.' };
    return vetoed
      ? { nl: 'Het huishouden heeft dit zelf uitgesloten.', en: 'The household itself ruled this out.' }
      : {
          nl: 'De woonplek valt buiten wat het huishouden uitsluit.',
          en: 'The home is outside what the household rules out.',
        };
  },
});
