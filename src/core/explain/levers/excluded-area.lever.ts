// An excluded area that the client withdraws by own choice. The ground is not in the data, so only the client can tell.
import type { ExclusionArea } from '../../matching/problem';
import type { ProblemIndex } from '../../matching/problem-index';
import type { Lever } from './lever';
import { replaced } from './replaced';

export const excludedAreaLever: Lever = {
  id: 'excluded-area',
  title: { nl: 'Een uitgesloten gebied intrekken', en: 'Withdraw an excluded area' },
  owner: 'client',

  options: ({ index, household }) =>
    household.exclusionAreas.map((area, place) => {
      const names = namesOf(index, area);
      return {
        key: String(place),
        text: {
          nl: `De cliënt trekt dit uitgesloten gebied in: ${names}. Dat kan alleen als de cliënt het zelf heeft gekozen.`,
          en: `The client withdraws this excluded area: ${names}. That is possible only where it was the client's own choice.`,
        },
        apply: (problem) => ({
          ...problem,
          households: replaced(problem.households, household.id, (each) => ({
            ...each,
            exclusionAreas: each.exclusionAreas.filter((_, at) => at !== place),
          })),
        }),
      };
    }),
};

function namesOf(index: ProblemIndex, { gemeenteIds, wijkIds }: ExclusionArea): string {
  return [
    ...gemeenteIds.map((id) => index.gemeenten.get(id)?.name ?? id),
    ...wijkIds.map((id) => index.wijken.get(id)?.name ?? id),
  ].join(', ');
}
