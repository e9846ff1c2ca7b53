import type { Policy } from '../matching/problem';
import { DEFAULT_FADE_WEEKS } from './faded-load';

/** The weeks in which the load of an earlier placement fades, by the rule `draagkracht` of a policy. */
export function fadeWeeksOf({ rules }: Pick<Policy, 'rules'>): number {
  const weeks = rules.find(({ ruleId }) => ruleId === 'draagkracht')?.parameters['fadeWeeks'];
  return typeof weeks === 'number' ? weeks : DEFAULT_FADE_WEEKS;
}
