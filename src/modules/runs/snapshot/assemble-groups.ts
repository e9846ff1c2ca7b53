import type { ExclusionArea, Household } from '../../../core/matching/problem';
import type { HouseholdGroup, ProblemFacts } from '../../../core/matching/rule-facts';
import type { IsoDate } from '../../../core/time/calendar';
import type { HomePromise } from './promise';

/** The agreements about households that are together in this round, and the map; without keys for what there is not. */
export function assembleGroups(
  { landmarks, together, apart }: ProblemFacts,
  households: readonly Household[],
): ProblemFacts {
  const present = new Set(households.map(({ id }) => id));
  const inRound = (groups: readonly HouseholdGroup[] = []) =>
    groups
      .map((group) => ({ ...group, householdIds: group.householdIds.filter((id) => present.has(id)) }))
      .filter(({ householdIds }) => householdIds.length > 1);
  const [near, far] = [inRound(together), inRound(apart)];
  return {
    ...(landmarks && { landmarks }),
    ...(near.length > 0 && { together: near }),
    ...(far.length > 0 && { apart: far }),
  };
}

/**
 * Who must live apart from a household that was promised a home already stays out of that area. An agreement about one
 * complex then holds for the whole wijk: an area is never smaller.
 */
export function apartFromPromised(
  { apart = [] }: ProblemFacts,
  households: readonly Household[],
  promises: readonly HomePromise[],
  asOf: IsoDate,
): readonly Household[] {
  const valid = apart.filter(({ until }) => until === null || until >= asOf);
  if (valid.length === 0) return households;
  return households.map((household) => {
    const areas = valid
      .filter(({ householdIds }) => householdIds.includes(household.id))
      .flatMap((group) =>
        promises
          .filter(({ householdId }) => householdId !== household.id && group.householdIds.includes(householdId))
          .map(({ gemeenteId, wijkId }): ExclusionArea => ({
            gemeenteIds: group.within === 'gemeente' ? [gemeenteId] : [],
            wijkIds: group.within === 'gemeente' ? [] : [wijkId],
            until: group.until,
          })),
      );
    return areas.length === 0 ? household : { ...household, exclusionAreas: [...household.exclusionAreas, ...areas] };
  });
}
