// One more household of a group in a complex than was agreed.
import { fullRowsOf, roomNeeded, type Lever } from './lever';

export const complexMixLever: Lever = {
  id: 'complex-mix',
  title: { nl: 'Een ruimere mix in het complex', en: 'A wider mix in the complex' },
  owner: 'corporatie',

  options: (question) =>
    fullRowsOf(question, 'complex-mix').map((full) => {
      const more = roomNeeded(full);
      const { id: complexId, name } = full.row.subject;
      const mixId = full.row.id.slice(complexId.length + 1);
      return {
        key: `${full.row.id}:${more}`,
        text: {
          nl: `De afgesproken mix met ${more} verruimen: ${name}.`,
          en: `Widen the agreed mix by ${more}: ${name}.`,
        },
        apply: (problem) => ({
          ...problem,
          complexes: problem.complexes.map((complex) =>
            complex.id !== complexId
              ? complex
              : {
                  ...complex,
                  mixes: complex.mixes.map((mix) => (mix.id === mixId ? { ...mix, max: mix.max + more } : mix)),
                },
          ),
        }),
      };
    }),
};
