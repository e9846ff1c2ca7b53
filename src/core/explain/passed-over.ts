import { candidatePairs } from '../matching/candidate-pairs';
import type { Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import { indexProblem } from '../matching/problem-index';

/** The households that may have a home of this problem and get none in this plan, by id. The rule `passed-over` counts them later. */
export function passedOver(problem: Problem, { matches }: Pick<Plan, 'matches'>): readonly string[] {
  const able = new Set(Array.from(candidatePairs(indexProblem(problem)), ({ household }) => household.id));
  for (const { householdId } of matches) able.delete(householdId);
  return [...able].sort();
}
