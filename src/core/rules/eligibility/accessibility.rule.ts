// The home is as accessible as the household needs. An accessible home may go to somebody who does not need it: that is a
// matter of worth, not of eligibility.
import type { Accessibility } from '../../matching/problem';
import { eligibilityRule, type Text } from '../rule';

/**
 * The needs that each label serves besides its own, after the descriptions of the VERA list: RUI ⊃ ROL ⊃ ROA ⊃ NUL ⊃
 * GNV. VERA names ROG "Rollatorwoning (geen nultredenwoning)": suitable for a rollator, but with steps at the entrance, so
 * it does not serve who needs no steps at all.
 */
const SERVES: Readonly<Record<Accessibility, readonly Accessibility[]>> = {
  ZON: ['ZON'],
  GNV: ['ZON', 'GNV'],
  NUL: ['ZON', 'GNV', 'NUL'],
  ROG: ['ZON', 'GNV', 'ROG'],
  ROA: ['ZON', 'GNV', 'NUL', 'ROG', 'ROA'],
  ROL: ['ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL'],
  RUI: ['ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI'],
};

const NAMES: Readonly<Record<Accessibility, Text>> = {
  ZON: { nl: 'zonder aanpassing', en: 'without adaptation' },
  GNV: { nl: 'gelijkvloers', en: 'on one floor' },
  NUL: { nl: 'zonder treden', en: 'without steps' },
  ROG: { nl: 'rollatorwoning, maar geen nultredenwoning', en: 'rollator home, but not without steps' },
  ROA: { nl: 'rollatorwoning', en: 'rollator home' },
  ROL: { nl: 'rolstoelwoning', en: 'wheelchair home' },
  RUI: { nl: 'extra ruime rolstoelwoning', en: 'extra spacious wheelchair home' },
};

export const accessibilityRule = eligibilityRule<{ needed: Accessibility; label: Accessibility | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'accessibility',
  title: { nl: 'Toegankelijkheid', en: 'Accessibility' },
  sentence: {
    nl: 'De woonplek is zo toegankelijk als het huishouden nodig heeft.',
    en: 'The home is as accessible as the household needs.',
  },
  source: 'VERA TOEGANKELIJKHEIDSLABEL; S1 actielijn 5 (toegankelijk voor mensen met een beperking)',
  parameters: [],

  judge({ household, unit }) {
    const facts = { needed: household.accessibilityNeeded, label: unit.accessibility };
    if (facts.needed === 'ZON') return { outcome: 'holds', facts };
    if (facts.label === null) return { outcome: 'unknown', facts };
    return { outcome: SERVES[facts.label].includes(facts.needed) ? 'holds' : 'fails', facts };
  },

  describe({ outcome, facts: { needed, label } }) {
    if (needed === 'ZON') {
      return { nl: 'Het huishouden heeft geen aanpassing nodig.', en: 'The household needs no adaptation.' };
    }
    const need = NAMES[needed];
    if (outcome === 'unknown' || label === null) {
      return {
        nl: `Nodig: ${need.nl}. De toegankelijkheid van de woonplek is niet ingevuld.`,
        en: `Needed: ${need.en}. The accessibility of the home is not filled in.`,
      };
    }
    return {
      nl: `Nodig: ${need.nl}. De woonplek: ${NAMES[label].nl}.`,
      en: `Needed: ${need.en}. The home: ${NAMES[label].en}.`,
    };
  },
});
