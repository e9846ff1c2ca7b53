import { judgePair } from '../explain/judge-pair';
import type { Problem } from '../matching/problem';
import { indexProblem, required } from '../matching/problem-index';
import type { Sha256 } from '../rules/rule';
import { buildMilp } from './build-milp';
import { checkPinnedPairs, checkPinnedRows } from './check-pins';

/**
 * Whether the pins of a problem can hold together, looked at without anybody else: each pair keeps every rule, and together
 * they keep every hard row. Throws `problem-infeasible` with what is in the way.
 */
export function checkPinSet(problem: Problem, sha256: Sha256): void {
  const index = indexProblem(problem);
  checkPinnedPairs(index);
  const pinned = [...index.pins.values()].map((pin) => {
    const household = required(index.households, pin.householdId, 'household');
    const unit = required(index.units, pin.unitId, 'unit');
    return { index, household, unit, start: judgePair(index, household, unit).start };
  });
  checkPinnedRows(index, buildMilp(index, pinned, sha256));
}
