import { required } from '../matching/problem-index';
import { fullRowsFor, planLoad } from '../quotas/plan-load';
import type { Text } from '../rules/rule';
import { judgePair } from './judge-pair';
import { levelLosses, type LevelLoss } from './level-loss';
import { LEVERS } from './levers/catalogue';
import type { LeverOption, LeverQuestion } from './levers/lever';
import type { OpenedRun } from './opened-run';
import { solveChanged } from './solve-changed';
import type { ChangeOwner } from './smallest-change';

/** A lever that was tried on the round: the whole round was solved again with it. */
export interface TriedLever {
  readonly leverId: string;
  readonly key: string;
  readonly title: Text;
  readonly owner: ChangeOwner;
  readonly text: Text;
  /** `open`: time ran out before it was tried to the end. */
  readonly outcome: 'helps' | 'does-not-help' | 'open';
  /** The home that the household then gets in the best plan. */
  readonly unitId: string | null;
  /** What the whole plan is worth then; empty where it does not help. A loss below 0 is a gain. */
  readonly levels: readonly LevelLoss[];
}

/** Tries every lever for a household without a home. Throws `unknown-reference`. */
export async function tryLevers(
  run: OpenedRun,
  householdId: string,
  secondsLeft: () => number,
): Promise<readonly TriedLever[]> {
  const question = questionOf(run, householdId);
  const tried: TriedLever[] = [];
  for (const lever of LEVERS) {
    for (const option of lever.options(question)) {
      const effect = await effectOf(run, option, householdId, secondsLeft);
      const { id, title, owner } = lever;
      tried.push({ leverId: id, key: option.key, title, owner, text: option.text, ...effect });
    }
  }
  return tried;
}

/** What the levers look at. */
export function questionOf({ index, plan }: OpenedRun, householdId: string): LeverQuestion {
  const household = required(index.households, householdId, 'household');
  const loads = planLoad(index, plan);
  const homes = index.problem.units.map((unit) => ({
    unit,
    judgement: judgePair(index, household, unit),
    full: fullRowsFor(loads, household, unit),
  }));
  return { index, household, homes };
}

type Effect = Pick<TriedLever, 'outcome' | 'unitId' | 'levels'>;

async function effectOf(
  run: OpenedRun,
  option: LeverOption,
  householdId: string,
  secondsLeft: () => number,
): Promise<Effect> {
  const open: Effect = { outcome: 'open', unitId: null, levels: [] };
  if (secondsLeft() <= 0) return open;
  const solved = await solveChanged(run, option.apply(run.index.problem), householdId, secondsLeft);
  if (solved === 'stopped') return open;
  if (solved === 'without') return { ...open, outcome: 'does-not-help' };
  const losses = run.plan.levels.map(({ value }, level) => value - solved.values[level]!);
  return { outcome: 'helps', unitId: solved.homes.get(householdId)!, levels: levelLosses(run, losses) };
}
