// Pets are allowed where the household has any.
import { eligibilityRule } from '../rule';

export const petsRule = eligibilityRule<{ pets: number; petsAllowed: boolean | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'pets',
  title: { nl: 'Huisdieren', en: 'Pets' },
  sentence: {
    nl: 'Als het huishouden huisdieren heeft, zijn die toegestaan.',
    en: 'Where the household has pets, they are allowed.',
  },
  source: 'S1 actielijn 5, noot 34 (huisdieren onder voorwaarden van de aanbieder)',
  parameters: [],

  judge({ household: { pets }, unit: { petsAllowed } }) {
    const facts = { pets, petsAllowed };
    if (pets === 0) return { outcome: 'holds', facts };
    if (petsAllowed === null) return { outcome: 'unknown', facts };
    return { outcome: petsAllowed ? 'holds' : 'fails', facts };
  },

  describe({ facts: { pets, petsAllowed } }) {
    if (pets === 0) return { nl: 'Er zijn geen huisdieren.', en: 'There are no pets.' };
    if (petsAllowed === null) {
      return {
        nl: `Huisdieren: ${pets}. Of dat hier mag, is niet ingevuld.`,
        en: `Pets: ${pets}. Whether they are allowed here is not filled in.`,
      };
    }
    return {
      nl: `Huisdieren: ${pets}. Dat mag hier ${petsAllowed ? 'wel' : 'niet'}.`,
      en: `Pets: ${pets}. They are ${petsAllowed ? '' : 'not '}allowed here.`,
    };
  },
});
