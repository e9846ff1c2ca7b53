import type { Problem } from './problem';

/** The same problem under a policy of which no level gives up anything; null: the policy is like that already. */
export function withoutTolerances(problem: Problem): Problem | null {
  const { policy } = problem;
  if (policy.levels.every(({ epsilon }) => epsilon === 0)) return null;
  return { ...problem, policy: { ...policy, levels: policy.levels.map((level) => ({ ...level, epsilon: 0 })) } };
}
