// As little as possible is lacking under the floors of spreiding and the prestatieafspraken.
import type { ShortageObjectiveRule } from '../rule';

export const shortagesRule: ShortageObjectiveRule = {
  kind: 'objective',
  scoping: 'region-only',
  measures: 'shortages',
  id: 'shortages',
  title: { nl: 'Tekorten', en: 'Shortages' },
  sentence: {
    nl: 'Er is zo weinig mogelijk tekort bij de spreiding en de prestatieafspraken.',
    en: 'As little as possible is lacking under spreiding and prestatieafspraken.',
  },
  source: 'S0 par. 5.3 en 6.2 opdracht 4.5',
  parameters: [],
  unit: { nl: 'plaatsingen tekort', en: 'placements lacking' },
};
