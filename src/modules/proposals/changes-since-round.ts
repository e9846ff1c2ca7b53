import type { MatchExplanation } from '../../core/explain/why';
import type { PairCheck } from './pair-check.service';

/** What stands in the way today, and what a rule says today that it did not say in the round. */
export function changesSinceRound(
  { obstacles, verdicts }: Pick<PairCheck, 'obstacles' | 'verdicts'>,
  justification: MatchExplanation,
): string[] {
  const then = new Map(justification.verdicts.map((verdict) => [verdict.ruleId, verdict]));
  const inTheWay = new Set(obstacles.map(({ rule }) => rule));
  const differing = verdicts.filter(
    ({ ruleId, outcome }) => !inTheWay.has(ruleId) && then.get(ruleId)?.outcome !== outcome,
  );
  return [
    ...obstacles.map(({ title, text }) => `${title}: ${text}`),
    ...differing.map(({ title, text }) => `${title.nl}: ${text.nl}`),
  ];
}
