// The home meets as much as possible of what the household wishes, as a percentage of the weight of its own wishes, so that a
// long list of wishes is worth no more than a short one.
import type { Wish } from '../../matching/problem';
import { meetsWish } from '../meets-wish';
import { objectiveRule } from '../rule';

const weightOf = (wishes: readonly Wish[]) => wishes.reduce((sum, { weight }) => sum + weight, 0);

export const wishesRule = objectiveRule<{ wishes: number; met: number; percent: number }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'wishes',
  title: { nl: 'Wensen', en: 'Wishes' },
  sentence: {
    nl: 'De woonplek past zo goed mogelijk bij de wensen van het huishouden.',
    en: 'The home fits the wishes of the household as well as possible.',
  },
  source: 'S0 (eigen regie); S1 actielijn 4 (buurt met positieve contacten)',
  parameters: [],
  unit: { nl: 'procentpunten van de wensen', en: 'percentage points of the wishes' },

  worth({ household: { wishes }, unit }) {
    const met = wishes.filter((wish) => meetsWish(wish, unit));
    const total = weightOf(wishes);
    const percent = total === 0 ? 0 : Math.floor((100 * weightOf(met)) / total);
    return { value: percent, facts: { wishes: wishes.length, met: met.length, percent } };
  },

  describe({ facts: { wishes, met, percent } }) {
    if (wishes === 0) return { nl: 'Er zijn geen wensen opgegeven.', en: 'No wishes were stated.' };
    return {
      nl: `${met} van de ${wishes} wensen, samen ${percent} % van het gewicht.`,
      en: `${met} of the ${wishes} wishes, together ${percent} % of the weight.`,
    };
  },
});
