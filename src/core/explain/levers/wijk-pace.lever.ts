// One more placement in a wijk in this round.
import { fullRowsOf, roomNeeded, type Lever } from './lever';
import { replaced } from './replaced';

export const wijkPaceLever: Lever = {
  id: 'wijk-pace',
  title: { nl: 'Meer plaatsingen tegelijk in de wijk', en: 'More placements at once in the wijk' },
  owner: 'gemeente',

  options: (question) =>
    fullRowsOf(question, 'wijk-pace').map((full) => {
      const more = roomNeeded(full);
      const { id, name } = full.row.subject;
      return {
        key: `${id}:${more}`,
        text: {
          nl: `In ${name} in deze ronde ${more} ${more === 1 ? 'plaatsing' : 'plaatsingen'} meer toestaan.`,
          en: `Allow ${more} more ${more === 1 ? 'placement' : 'placements'} in ${name} in this round.`,
        },
        apply: (problem) => ({
          ...problem,
          wijken: replaced(problem.wijken, id, (wijk) => ({
            ...wijk,
            maxPlacements: (wijk.maxPlacements ?? 0) + more,
          })),
        }),
      };
    }),
};
