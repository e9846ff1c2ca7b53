import { SCOPE_LEVELS, type PolicyScope, type Unit } from '../matching/problem';

/** Whether an entry of a policy concerns a home; null: it concerns every home. */
export function isInScope(unit: Unit, scope: PolicyScope | null): boolean {
  if (scope === null) return true;
  switch (scope.level) {
    case 'programme':
      return unit.programme === scope.id;
    case 'complex':
      return unit.complexId === scope.id;
    case 'unit':
      return unit.id === scope.id;
  }
}

/** Higher is narrower: region 0, programme 1, complex 2, unit 3. */
export function narrowness(scope: PolicyScope | null): number {
  return scope === null ? 0 : SCOPE_LEVELS.indexOf(scope.level) + 1;
}
