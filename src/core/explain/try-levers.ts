import type { Problem } from '../matching/problem';
import { required } from '../matching/problem-index';
import { isPossible, weigh } from '../optimizer/programme';
import { fullRowsFor, planLoad } from '../quotas/plan-load';
import type { Text } from '../rules/rule';
import { judgePair } from './judge-pair';
import { levelLosses, type LevelLoss } from './level-loss';
import { LEVERS } from './levers/catalogue';
import type { LeverOption, LeverQuestion } from './levers/lever';
import { componentsOf, OpenedRun, resolverOf } from './opened-run';
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
  /** What the whole plan is worth then. A loss below 0 is a gain. */
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
  const solved = await solveAgain(run, option.apply(run.index.problem), secondsLeft);
  if (solved === null) return open;
  const unitId = solved.homes.get(householdId) ?? null;
  const levels = levelLosses(
    run,
    run.plan.levels.map(({ value }, level) => value - solved.values[level]!),
  );
  return { outcome: unitId === null ? 'does-not-help' : 'helps', unitId, levels };
}

/** The best plan of a changed problem: who gets which home, and the value of each level. Null: out of time. */
async function solveAgain(
  { plan, ports }: OpenedRun,
  problem: Problem,
  secondsLeft: () => number,
): Promise<{ readonly homes: ReadonlyMap<string, string>; readonly values: readonly number[] } | null> {
  const changed = new OpenedRun(problem, plan, ports);
  const { model } = changed;
  const values = model.levels.map(({ constant }) => constant);
  const homes = new Map<string, string>();
  for (const component of componentsOf(model)) {
    const resolver = resolverOf(model, component, ports);
    try {
      const known = Float64Array.from(component.columns, (column) => changed.columnValues[column]!);
      const start = isPossible(resolver.milp, known) ? known : undefined;
      const resolved = await resolver.solve({ level: 0, programme: resolver.milp, start }, secondsLeft);
      if (resolved.status !== 'solved') return null;
      resolver.levels.forEach(
        ({ coefficients }, level) => (values[level]! += weigh(coefficients, resolved.columnValues)),
      );
      component.columns.forEach((column, place) => {
        const pair = model.pairs[column];
        if (pair !== undefined && resolved.columnValues[place] === 1) homes.set(pair.household.id, pair.unit.id);
      });
    } finally {
      resolver.close();
    }
  }
  return { homes, values };
}
