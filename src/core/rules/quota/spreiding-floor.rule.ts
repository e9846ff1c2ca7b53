// A gemeente gets as many placements in the period as was agreed; what it lacks counts as a shortage. Soft, because hard
// floors can make every fair outcome impossible.
import type { QuotaRule } from '../rule';
import { floorRow } from './floor-row';
import { SPREIDING_PARAMETERS, spreidingRows } from './spreiding-rows';

export const spreidingFloorRule: QuotaRule = {
  kind: 'quota',
  scoping: 'region-only',
  id: 'spreiding-floor',
  title: { nl: 'Spreiding: ten minste', en: 'Spreiding: at least' },
  sentence: {
    nl: 'In een gemeente komen in de periode zo mogelijk ten minste de afgesproken plaatsingen.',
    en: 'A gemeente gets at least the agreed placements in the period where possible.',
  },
  source: 'S0 par. 5.3 en 6.2 opdracht 4.5; ondergrenzen zijn zacht (Ehlers e.a. 2014)',
  parameters: SPREIDING_PARAMETERS,

  compile: (index, parameters) =>
    spreidingRows(index, parameters, ({ id, floor, realised }, subject) =>
      floor === null ? null : floorRow({ id, subject, counted: realised, floor }),
    ),

  describe: ({ subject, offset, agreed }) => ({
    nl: `Plaatsingen in ${subject.name}: al ${offset}, afgesproken ten minste ${agreed}.`,
    en: `Placements in ${subject.name}: ${offset} already, at least ${agreed} agreed.`,
  }),
};
