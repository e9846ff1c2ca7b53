// A wish that the client withdraws by own choice, so that the other wishes weigh more.
import type { Wish } from '../../matching/problem';
import type { ProblemIndex } from '../../matching/problem-index';
import type { Text } from '../../rules/rule';
import type { Lever } from './lever';
import { replaced } from './replaced';

export const wishLever: Lever = {
  id: 'wish',
  title: { nl: 'Een wens intrekken', en: 'Withdraw a wish' },
  owner: 'client',

  options({ index, household, homes }) {
    const hasLevel = index.problem.policy.levels.some(({ objectiveId }) => objectiveId === 'wishes');
    if (!hasLevel || !homes.some(({ judgement }) => judgement.eligible)) return [];
    return household.wishes.map((wish, place) => {
      const name = nameOf(index, wish);
      return {
        key: String(place),
        text: { nl: `De cliënt trekt deze wens in: ${name.nl}.`, en: `The client withdraws this wish: ${name.en}.` },
        apply: (problem) => ({
          ...problem,
          households: replaced(problem.households, household.id, (each) => ({
            ...each,
            wishes: each.wishes.filter((_, at) => at !== place),
          })),
        }),
      };
    });
  },
};

function nameOf(index: ProblemIndex, { kind, value }: Wish): Text {
  const same = (name: string): Text => ({ nl: name, en: name });
  switch (kind) {
    case 'gemeente':
      return same(index.gemeenten.get(value)?.name ?? value);
    case 'wijk':
      return same(index.wijken.get(value)?.name ?? value);
    case 'complex':
      return same(index.complexes.get(value)?.name ?? value);
    case 'housing-form':
      return value === 'permanent'
        ? { nl: 'een blijvende woning', en: 'a permanent home' }
        : { nl: 'een tussenvorm', en: 'an intermediate form' };
  }
}
