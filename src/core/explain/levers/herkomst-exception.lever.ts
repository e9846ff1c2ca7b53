// An exception to herkomst for the homes of one gemeente in which nothing else is in the way.
import type { Lever, LeverHome } from './lever';

const OPEN = ['fails', 'unknown'];

export const herkomstExceptionLever: Lever = {
  id: 'herkomst-exception',
  title: { nl: 'Een uitzondering op herkomst', en: 'An exception to herkomst' },
  owner: 'coordinator',

  options({ index, household, homes }) {
    const byGemeente = new Map<string, string[]>();
    for (const { unit } of homes.filter(isOnlyHerkomst)) {
      byGemeente.set(unit.gemeenteId, [...(byGemeente.get(unit.gemeenteId) ?? []), unit.id]);
    }
    return [...byGemeente].map(([gemeenteId, unitIds]) => {
      const gemeente = index.gemeenten.get(gemeenteId)?.name ?? gemeenteId;
      return {
        key: gemeenteId,
        text: {
          nl: `Een uitzondering op de regel over herkomst voor woonplekken in ${gemeente} (${unitIds.length}).`,
          en: `An exception to the rule on herkomst for homes in ${gemeente} (${unitIds.length}).`,
        },
        apply: (problem) => ({
          ...problem,
          exceptions: [
            ...problem.exceptions,
            ...unitIds.map((unitId) => ({
              householdId: household.id,
              unitId,
              ruleId: 'herkomst',
              by: 'lever',
              reason: 'lever',
              until: problem.asOf,
            })),
          ],
        }),
      };
    });
  },
};

function isOnlyHerkomst({ judgement: { ban, verdicts } }: LeverHome): boolean {
  const against = verdicts.filter(({ outcome }) => OPEN.includes(outcome));
  return ban === null && against.length === 1 && against[0]!.ruleId === 'herkomst';
}
