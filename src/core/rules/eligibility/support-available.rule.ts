// The aanbieder that would guide here gives guidance of this level, and does so in this gemeente.
import { guidingAanbiederId, required } from '../../matching/problem-index';
import type { SupportLevel } from '../../matching/problem';
import { isSupportAtLeast } from '../../matching/support-level';
import { eligibilityRule, type Text } from '../rule';

const LEVELS: Readonly<Record<SupportLevel, Text>> = {
  none: { nl: 'geen begeleiding', en: 'no guidance' },
  light: { nl: 'lichte begeleiding', en: 'light guidance' },
  intensive: { nl: 'intensieve begeleiding', en: 'intensive guidance' },
  'round-the-clock': { nl: 'begeleiding dag en nacht', en: 'guidance day and night' },
};

export const supportAvailableRule = eligibilityRule<{
  needed: SupportLevel;
  aanbieder: string;
  highest: SupportLevel;
  gemeente: string;
  worksInGemeente: boolean;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'support-available',
  title: { nl: 'Begeleiding', en: 'Guidance' },
  sentence: {
    nl: 'De aanbieder kan de begeleiding geven die nodig is, in de gemeente van de woonplek.',
    en: 'The aanbieder can give the guidance that is needed, in the gemeente of the home.',
  },
  source: 'S0 par. 5.2 (wonen en zorg gescheiden); S1 actielijn 3; begeleiding moet er zijn voor de sleutel',
  parameters: [],

  judge({ index, household, unit }) {
    const aanbieder = required(index.aanbieders, guidingAanbiederId(household, unit), 'aanbieder');
    const facts = {
      needed: household.supportLevel,
      aanbieder: aanbieder.name,
      highest: aanbieder.maxSupportLevel,
      gemeente: required(index.gemeenten, unit.gemeenteId, 'gemeente').name,
      worksInGemeente: aanbieder.gemeenteIds.includes(unit.gemeenteId),
    };
    const holds = facts.needed === 'none' || (facts.worksInGemeente && isSupportAtLeast(facts.highest, facts.needed));
    return { outcome: holds ? 'holds' : 'fails', facts };
  },

  describe({ facts: { needed, aanbieder, highest, gemeente, worksInGemeente } }) {
    if (needed === 'none') return { nl: 'Er is geen begeleiding nodig.', en: 'No guidance is needed.' };
    if (!worksInGemeente) {
      return {
        nl: `${aanbieder} geeft geen begeleiding in ${gemeente}.`,
        en: `${aanbieder} gives no guidance in ${gemeente}.`,
      };
    }
    return {
      nl: `Nodig: ${LEVELS[needed].nl}. ${aanbieder} kan in ${gemeente} ten hoogste geven: ${LEVELS[highest].nl}.`,
      en: `Needed: ${LEVELS[needed].en}. The most that ${aanbieder} can give in ${gemeente}: ${LEVELS[highest].en}.`,
    };
  },
});
