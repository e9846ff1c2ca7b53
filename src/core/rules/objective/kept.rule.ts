// Matches of the last published plan that are still open stay as they are where nothing better asks otherwise.
import { pairKey } from '../../matching/problem-index';
import { objectiveRule } from '../rule';

export const keptRule = objectiveRule<{ kept: boolean }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'kept',
  title: { nl: 'Gelijk gebleven', en: 'Kept' },
  sentence: {
    nl: 'Voorstellen uit de vorige ronde blijven zo veel mogelijk gelijk.',
    en: 'Proposals of the previous round stay the same as much as possible.',
  },
  source: 'Rust voor huishoudens en corporaties: een nieuwe ronde verandert niet meer dan nodig',
  parameters: [],
  unit: { nl: 'gelijke voorstellen', en: 'proposals kept' },

  worth({ index, household, unit }) {
    const kept = index.previousPairs.has(pairKey(household.id, unit.id));
    return { value: kept ? 1 : 0, facts: { kept } };
  },

  describe: ({ facts: { kept } }) =>
    kept
      ? { nl: 'Dit was ook het vorige voorstel.', en: 'This was the previous proposal too.' }
      : { nl: 'Dit is een nieuw voorstel.', en: 'This is a new proposal.' },
});
