// As many households as possible get a home.
import { objectiveRule } from '../rule';

export const housedRule = objectiveRule<Record<string, never>>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'housed',
  title: { nl: 'Gehuisvest', en: 'Housed' },
  sentence: {
    nl: 'Zo veel mogelijk huishoudens krijgen een woonplek.',
    en: 'As many households as possible get a home.',
  },
  source: 'S0 par. 5.2: niemand verblijft langer in opvang dan nodig (Verklaring van Lissabon)',
  parameters: [],
  unit: { nl: 'huishoudens', en: 'households' },
  worth: () => ({ value: 1, facts: {} }),
  describe: () => ({ nl: 'Dit huishouden krijgt een woonplek.', en: 'This household gets a home.' }),
});
