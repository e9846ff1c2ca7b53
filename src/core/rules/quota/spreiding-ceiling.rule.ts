// A gemeente gets no more placements in the period than was agreed.
import type { QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { SPREIDING_PARAMETERS, spreidingRows } from './spreiding-rows';

export const spreidingCeilingRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'spreiding-ceiling',
  title: { nl: 'Spreiding: ten hoogste', en: 'Spreiding: at most' },
  sentence: {
    nl: 'In een gemeente komen in de periode niet meer plaatsingen dan is afgesproken.',
    en: 'A gemeente gets no more placements in the period than was agreed.',
  },
  source: 'S0 par. 5.3 en 6.2 opdracht 4.5: gemeenten spreken de spreiding onderling af',
  parameters: SPREIDING_PARAMETERS,

  compile: (index, parameters) =>
    spreidingRows(index, parameters, ({ id, ceiling, realised }, subject) =>
      ceiling === null ? null : ceilingRow({ id, subject, counted: realised, ceiling }),
    ),

  describe: ({ subject, offset, agreed }) => ({
    nl: `Plaatsingen in ${subject.name}: al ${offset}, ten hoogste ${agreed}.`,
    en: `Placements in ${subject.name}: ${offset} already, at most ${agreed}.`,
  }),
};
