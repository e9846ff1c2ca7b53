// An exception to one rule for the homes of one gemeente in which nothing else is in the way.
import { ruleById } from '../../rules/catalogue';
import type { Lever, LeverHome } from './lever';

const OPEN = ['fails', 'unknown'];

export const ruleExceptionLever: Lever = {
  id: 'rule-exception',
  title: { nl: 'Een uitzondering op een regel', en: 'An exception to a rule' },
  owner: 'coordinator',

  options({ index, household, homes }) {
    const byRule = new Map<string, Map<string, string[]>>();
    for (const home of homes) {
      const ruleId = onlyRuleAgainst(home);
      if (ruleId === null) continue;
      const { id, gemeenteId } = home.unit;
      const byGemeente = byRule.get(ruleId) ?? new Map<string, string[]>();
      byRule.set(ruleId, byGemeente.set(gemeenteId, [...(byGemeente.get(gemeenteId) ?? []), id]));
    }
    return [...byRule].flatMap(([ruleId, byGemeente]) =>
      [...byGemeente].map(([gemeenteId, unitIds]) => {
        const { title } = ruleById(ruleId);
        const gemeente = index.gemeenten.get(gemeenteId)?.name ?? gemeenteId;
        return {
          key: `${ruleId} ${gemeenteId}`,
          text: {
            nl: `Een uitzondering op de regel “${title.nl}” voor woonplekken in ${gemeente} (${unitIds.length}).`,
            en: `An exception to the rule “${title.en}” for homes in ${gemeente} (${unitIds.length}).`,
          },
          apply: (problem) => ({
            ...problem,
            exceptions: [
              ...problem.exceptions,
              ...unitIds.map((unitId) => ({
                householdId: household.id,
                unitId,
                ruleId,
                by: 'lever',
                reason: 'lever',
                until: problem.asOf,
              })),
            ],
          }),
        };
      }),
    );
  },
};

/** The one rule that is in the way of a home, where it allows an exception. */
function onlyRuleAgainst({ judgement: { ban, verdicts } }: LeverHome): string | null {
  const [against, ...more] = verdicts.filter(({ outcome }) => OPEN.includes(outcome));
  if (ban !== null || against === undefined || more.length > 0) return null;
  return ruleById(against.ruleId).noException === undefined ? against.ruleId : null;
}
