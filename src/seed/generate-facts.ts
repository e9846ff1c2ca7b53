import type { Accessibility } from '../core/matching/problem';
import type { FunctionalNeed, HouseholdFacts } from '../core/matching/rule-facts';
import type { Chance } from './chance';
import type { SyntheticHousehold } from './synthetic-household';

const NO_STAIRS: ReadonlySet<Accessibility> = new Set(['NUL', 'ROG', 'ROA', 'ROL', 'RUI']);

/** What only some rules ask for. Everybody here leaves shelter, which is a lawful ground for a contract for a fixed time. */
export function generateFacts(
  { accessibilityNeeded }: Pick<SyntheticHousehold, 'accessibilityNeeded'>,
  chance: Chance,
): HouseholdFacts {
  const needs: FunctionalNeed[] = NO_STAIRS.has(accessibilityNeeded) ? ['no-stairs-to-the-door'] : [];
  if (chance.percent(2)) needs.push('low-stimulus');
  return {
    temporaryGround: 'opvang',
    ...(needs.length > 0 && { needs }),
    ...(chance.percent(5) && { noticeDays: chance.pick([14, 28, 30]) }),
  };
}
