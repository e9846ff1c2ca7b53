// More hours of guidance of an aanbieder.
import { fullRowsOf, roomNeeded, type Lever } from './lever';
import { replaced } from './replaced';

export const guidanceHoursLever: Lever = {
  id: 'guidance-hours',
  title: { nl: 'Meer uren begeleiding', en: 'More hours of guidance' },
  owner: 'aanbieder',

  options: (question) =>
    fullRowsOf(question, 'guidance-capacity').map((full) => {
      const hours = roomNeeded(full);
      const { id, name } = full.row.subject;
      return {
        key: `${id}:${hours}`,
        text: {
          nl: `${name} maakt ${hours} uur begeleiding per week meer vrij.`,
          en: `${name} frees ${hours} more hours of guidance a week.`,
        },
        apply: (problem) => ({
          ...problem,
          aanbieders: replaced(problem.aanbieders, id, (aanbieder) => ({
            ...aanbieder,
            freeGuidanceHours: (aanbieder.freeGuidanceHours ?? 0) + hours,
          })),
        }),
      };
    }),
};
