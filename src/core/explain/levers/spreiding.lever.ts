// One more placement in a gemeente than was agreed.
import { fullRowsOf, roomNeeded, type Lever } from './lever';
import { replaced } from './replaced';

export const spreidingLever: Lever = {
  id: 'spreiding',
  title: { nl: 'Meer plaatsingen in de gemeente', en: 'More placements in the gemeente' },
  owner: 'gemeente',

  options: (question) =>
    fullRowsOf(question, 'spreiding-ceiling').map((full) => {
      const more = roomNeeded(full);
      const { id } = full.row;
      const { name } = full.row.subject;
      return {
        key: `${id}:${more}`,
        text: {
          nl: `De spreidingsafspraak voor ${name} met ${more} verruimen.`,
          en: `Widen the agreement on spreiding for ${name} by ${more}.`,
        },
        apply: (problem) => ({
          ...problem,
          spreidingQuotas: replaced(problem.spreidingQuotas, id, (quota) => ({
            ...quota,
            ceiling: (quota.ceiling ?? 0) + more,
          })),
        }),
      };
    }),
};
