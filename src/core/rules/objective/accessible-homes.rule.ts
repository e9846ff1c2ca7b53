// An accessible home goes by preference to somebody who needs that; whoever lives in an ordinary home takes nothing from anybody.
import type { Accessibility } from '../../matching/problem';
import { objectiveRule } from '../rule';

const ADAPTED: ReadonlySet<Accessibility | null> = new Set(['NUL', 'ROG', 'ROA', 'ROL', 'RUI']);

export const accessibleHomesRule = objectiveRule<{ adapted: boolean; needed: boolean }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'accessible-homes',
  title: { nl: 'Toegankelijke woningen', en: 'Accessible homes' },
  sentence: {
    nl: 'Toegankelijke woningen gaan zo veel mogelijk naar wie dat nodig heeft.',
    en: 'Accessible homes go as much as possible to those who need that.',
  },
  source: 'S1 actielijn 5 (toegankelijk voor mensen met een beperking): schaarse woningen gericht toewijzen',
  parameters: [],
  unit: {
    nl: 'huishoudens die geen schaarse woning nodeloos bezetten',
    en: 'households that take no scarce home without need',
  },

  worth({ household, unit }) {
    const adapted = ADAPTED.has(unit.accessibility);
    const needed = ADAPTED.has(household.accessibilityNeeded);
    return { value: adapted && !needed ? 0 : 1, facts: { adapted, needed } };
  },

  describe({ facts: { adapted, needed } }) {
    if (!adapted) return { nl: 'Dit is geen aangepaste woning.', en: 'This is not an adapted home.' };
    return needed
      ? { nl: 'De aangepaste woning is hier nodig.', en: 'The adapted home is needed here.' }
      : { nl: 'De aangepaste woning is hier niet nodig.', en: 'The adapted home is not needed here.' };
  },
});
