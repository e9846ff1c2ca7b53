import { ruleById } from '../rules/catalogue';
import type { Text } from '../rules/rule';
import type { OpenedRun } from './opened-run';

/** What one level of the plan would be worth instead. */
export interface LevelLoss {
  /** 1 = highest. */
  readonly level: number;
  readonly objectiveId: string;
  readonly title: Text;
  readonly unit: Text;
  readonly before: number;
  readonly after: number;
  /** `before − after`: more than 0 is worse. */
  readonly loss: number;
}

/** The levels of the plan beside those that lose this much; one number a level. */
export function levelLosses({ plan }: OpenedRun, losses: readonly number[]): readonly LevelLoss[] {
  return plan.levels.map(({ level, objectiveId, value }, place) => {
    const rule = ruleById(objectiveId);
    const loss = losses[place]!;
    const unit = rule.kind === 'objective' ? rule.unit : { nl: '', en: '' };
    return { level, objectiveId, title: rule.title, unit, before: value, after: value - loss, loss };
  });
}

/** The first level (1 = highest) with a loss or a gain, which decides; null: nothing changes. */
export function decidingLevel(losses: readonly number[]): number | null {
  const first = losses.findIndex((loss) => loss !== 0);
  return first === -1 ? null : first + 1;
}

/** Orders loss vectors: less loss on the first level on which they differ comes first. */
export function compareLosses(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < a.length; level++) {
    const difference = a[level]! - b[level]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
