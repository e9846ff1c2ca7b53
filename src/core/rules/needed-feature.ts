import { UNIT_FEATURES, type FunctionalNeed, type UnitFeature } from '../matching/rule-facts';
import { eligibilityRule, type Text } from './rule';

interface NeededFeature {
  readonly id: string;
  readonly title: Text;
  readonly sentence: Text;
  readonly source: string;
  readonly legalBasis?: string;
  readonly noException?: Text;
  readonly need: FunctionalNeed;
  /** Any of these is enough. */
  readonly features: readonly UnitFeature[];
  /** The need as part of a sentence: `Nodig: …`. */
  readonly needed: Text;
}

/** A rule of the shape: a household that needs this gets only a home that has it. Whoever does not need it may live there too. */
export function neededFeatureRule({ need, features, needed, ...words }: NeededFeature) {
  return eligibilityRule<{ needed: boolean; has: boolean | null; missing: readonly string[] }>({
    kind: 'eligibility',
    scoping: 'all',
    parameters: [],
    ...words,

    judge({ household, unit }) {
      if (!household.needs?.includes(need))
        return { outcome: 'holds', facts: { needed: false, has: null, missing: [] } };
      const found = features.map((feature) => unit.features?.[feature]);
      if (found.includes(true)) return { outcome: 'holds', facts: { needed: true, has: true, missing: [] } };
      const missing = features.filter((_feature, place) => found[place] === undefined);
      if (missing.length > 0) return { outcome: 'unknown', facts: { needed: true, has: null, missing } };
      return { outcome: 'fails', facts: { needed: true, has: false, missing } };
    },

    describe({ facts: { needed: isNeeded, has, missing } }) {
      if (!isNeeded) {
        return { nl: `Niet nodig: ${needed.nl}.`, en: `Not needed: ${needed.en}.` };
      }
      if (has === null) {
        const names = UNIT_FEATURES.filter((feature) => missing.includes(feature)).map((feature) => FEATURES[feature]);
        return {
          nl: `Nodig: ${needed.nl}. Van de woonplek is niet ingevuld: ${names.map(({ nl }) => nl).join(', ')}.`,
          en: `Needed: ${needed.en}. Not filled in for the home: ${names.map(({ en }) => en).join(', ')}.`,
        };
      }
      return {
        nl: `Nodig: ${needed.nl}. De woonplek heeft dat ${has ? 'wel' : 'niet'}.`,
        en: `Needed: ${needed.en}. The home ${has ? 'has' : 'does not have'} that.`,
      };
    },
  });
}

const FEATURES: Readonly<Record<UnitFeature, Text>> = {
  'ground-floor': { nl: 'begane grond', en: 'ground floor' },
  lift: { nl: 'lift', en: 'lift' },
  'low-stimulus': { nl: 'prikkelarm', en: 'low in stimuli' },
  'use-tolerant': { nl: 'gebruik is toegestaan', en: 'use is allowed' },
  'use-free': { nl: 'vrij van gebruik', en: 'free of use' },
  'shielded-address': { nl: 'afgeschermd adres', en: 'shielded address' },
  registration: { nl: 'inschrijving op het adres', en: 'registration at the address' },
};
