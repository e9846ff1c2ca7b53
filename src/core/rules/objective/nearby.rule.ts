// Near what a household wishes to live near, as a percentage of the weight of its own wishes. Straight lines on the map.
import { isFartherThan } from '../../matching/distance';
import type { ProblemIndex } from '../../matching/problem-index';
import type { NearbyWish, Point } from '../../matching/rule-facts';
import { objectiveRule } from '../rule';

function isMet({ landmark, point, metres }: NearbyWish, home: Point, index: ProblemIndex): boolean {
  const points = (index.problem.landmarks ?? []).flatMap((each) => (each.kind === landmark ? each.points : []));
  // Exactly as far as wished is near enough.
  return [...points, ...(point === null ? [] : [point])].some((each) => !isFartherThan(each, home, metres));
}

const weightOf = (wishes: readonly NearbyWish[]) => wishes.reduce((sum, { weight }) => sum + weight, 0);

export const nearbyRule = objectiveRule<{ wishes: number; met: number; percent: number; located: boolean }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'nearby',
  title: { nl: 'Dichtbij', en: 'Nearby' },
  sentence: {
    nl: 'De woonplek ligt zo veel mogelijk dicht bij wat het huishouden wenst, zoals een school of familie.',
    en: 'The home is as near as possible to what the household wishes, such as a school or relatives.',
  },
  source: 'S0 (eigen regie); school van kinderen en netwerk als wens',
  parameters: [],
  unit: { nl: 'procentpunten van de wensen', en: 'percentage points of the wishes' },

  worth({ index, household: { nearby = [] }, unit: { location } }) {
    const wishes = nearby.length;
    const located = location !== undefined;
    if (wishes === 0) return { value: 100, facts: { wishes, met: 0, percent: 100, located } };
    const met = location === undefined ? [] : nearby.filter((wish) => isMet(wish, location, index));
    const percent = Math.floor((100 * weightOf(met)) / weightOf(nearby));
    return { value: percent, facts: { wishes, met: met.length, percent, located } };
  },

  describe({ facts: { wishes, met, percent, located } }) {
    if (wishes === 0)
      return { nl: 'Er is geen wens om dichtbij iets te wonen.', en: 'There is no wish to live near anything.' };
    if (!located)
      return { nl: 'De ligging van de woonplek is niet ingevuld.', en: 'The location of the home is not filled in.' };
    return {
      nl: `${met} van de ${wishes} wensen, samen ${percent} % van het gewicht.`,
      en: `${met} of the ${wishes} wishes, together ${percent} % of the weight.`,
    };
  },
});
