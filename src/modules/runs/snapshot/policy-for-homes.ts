import type { Policy, Unit } from '../../../core/matching/problem';

/**
 * The policy without entries for programmes and homes that are not in this round: they could not apply, and in a problem
 * every id must be there.
 */
export function policyForHomes(
  policy: Policy,
  units: readonly Unit[],
  complexes: readonly { readonly id: string }[],
): Policy {
  const present = {
    programme: new Set(units.map(({ programme }) => programme)),
    complex: new Set(complexes.map(({ id }) => id)),
    unit: new Set(units.map(({ id }) => id)),
  };
  const rules = policy.rules.filter(({ scope }) => scope === undefined || present[scope.level].has(scope.id));
  return rules.length === policy.rules.length ? policy : { ...policy, rules };
}
