// Which entries of a policy concern a home, once more and without a line of the code that makes candidate pairs.
import type { PolicyRule, Unit } from '../matching/problem';
import { CATALOGUE } from '../rules/catalogue';
import type { Placement } from './quota-finding';

const ALL_MUST_HOLD = new Set(CATALOGUE.filter(({ scoping }) => scoping === 'all').map(({ id }) => id));

/** 0: not concerned; then the wider the scope, the lower: region 1, programme 2, complex 3, unit 4. */
function closeness({ scope }: PolicyRule, { id, complexId, programme }: Unit): number {
  if (scope === undefined) return 1;
  const named = { programme, complex: complexId, unit: id }[scope.level];
  return named === scope.id ? { programme: 2, complex: 3, unit: 4 }[scope.level] : 0;
}

/** Every entry that a household must meet in this home. */
export function entriesForHome(entries: readonly PolicyRule[], unit: Unit): readonly PolicyRule[] {
  const closest = new Map<string, number>();
  for (const entry of entries) {
    closest.set(entry.ruleId, Math.max(closest.get(entry.ruleId) ?? 0, closeness(entry, unit)));
  }
  return entries.filter((entry) => {
    const own = closeness(entry, unit);
    return own > 0 && (ALL_MUST_HOLD.has(entry.ruleId) || own === closest.get(entry.ruleId));
  });
}

/** The placements that count in a quota: all of them, unless the policy lists it for some homes only. */
export function placementsUnder(
  entries: readonly PolicyRule[],
  ruleId: string,
  placements: readonly Placement[],
): readonly Placement[] {
  const listed = entries.filter((entry) => entry.ruleId === ruleId);
  if (listed.length === 0) return placements;
  return placements.filter(({ unit }) => listed.some((entry) => closeness(entry, unit) > 0));
}
