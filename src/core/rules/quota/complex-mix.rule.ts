// A complex houses no more households of some doelgroepen or a level of support than was agreed, with those who live there.
import type { ComplexMix, Household } from '../../matching/problem';
import { plannedStart } from '../../matching/problem-index';
import { isSupportAtLeast } from '../../matching/support-level';
import { ageOn, type IsoDate } from '../../time/calendar';
import type { Quota, QuotaRule } from '../rule';
import { ceilingRow } from './ceiling-row';
import { rowsByKey } from './rows-by-key';

/** A household without a known age counts: a ceiling may not be passed by leaving a date out. */
function isOfAge({ ageFrom, ageBelow }: ComplexMix, { members }: Household, start: IsoDate): boolean {
  const main = members[0];
  if (main === undefined || (ageFrom === undefined && ageBelow === undefined)) return true;
  const age = ageOn(main.birthDate, start);
  return (ageFrom === undefined || age >= ageFrom) && (ageBelow === undefined || age < ageBelow);
}

export const complexMixRule: QuotaRule = {
  kind: 'quota',
  scoping: 'most-specific',
  id: 'complex-mix',
  title: { nl: 'Mix in het complex', en: 'Mix in the complex' },
  sentence: {
    nl: 'In een complex wonen niet meer huishoudens van een bepaalde groep dan is afgesproken.',
    en: 'A complex houses no more households of a certain group than was agreed.',
  },
  source: 'S0 bijlage 2: GGZ-terrein 12 woningen, waarvan 9 klinisch en 3 forensisch; Magic Mix (Platform31)',
  parameters: [],

  compile({ problem }): Quota {
    const mixes = problem.complexes.flatMap((complex) => complex.mixes.map((mix) => ({ complex, mix })));
    const rows = mixes.map(({ complex, mix }) =>
      ceilingRow({
        id: `${complex.id}:${mix.id}`,
        subject: { kind: 'complex', id: complex.id, name: `${complex.name}, ${mix.name}` },
        counted: mix.occupied,
        ceiling: mix.max,
      }),
    );
    const rowsOfComplex = rowsByKey(mixes, ({ complex }) => complex.id);
    return {
      rows,
      visitTerms(household, unit, visit) {
        if (unit.complexId === null) return;
        for (const row of rowsOfComplex.get(unit.complexId) ?? []) {
          const { mix } = mixes[row]!;
          const { doelgroepIds, minSupportLevel } = mix;
          const isOfGroup = doelgroepIds.length === 0 || doelgroepIds.includes(household.doelgroepId);
          if (!isOfGroup || !isOfAge(mix, household, plannedStart(problem, unit))) continue;
          if (isSupportAtLeast(household.supportLevel, minSupportLevel)) visit(row, 1);
        }
      },
    };
  },

  describe: ({ subject, offset, agreed }) => ({
    nl: `${subject.name}: er wonen er al ${offset}, ten hoogste ${agreed}.`,
    en: `${subject.name}: ${offset} live there already, at most ${agreed}.`,
  }),
};
