// More points of draagkracht in a wijk.
import { fullRowsOf, roomNeeded, type Lever } from './lever';
import { replaced } from './replaced';

export const draagkrachtLever: Lever = {
  id: 'draagkracht',
  title: { nl: 'Meer draagkracht in de wijk', en: 'More draagkracht in the wijk' },
  owner: 'gemeente',

  options: (question) =>
    fullRowsOf(question, 'draagkracht').map((full) => {
      const points = roomNeeded(full);
      const { id, name } = full.row.subject;
      return {
        key: `${id}:${points}`,
        text: {
          nl: `De draagkracht van ${name} met ${points} ${points === 1 ? 'punt' : 'punten'} verhogen.`,
          en: `Raise the draagkracht of ${name} by ${points} ${points === 1 ? 'point' : 'points'}.`,
        },
        apply: (problem) => ({
          ...problem,
          wijken: replaced(problem.wijken, id, (wijk) => ({ ...wijk, draagkracht: (wijk.draagkracht ?? 0) + points })),
        }),
      };
    }),
};
