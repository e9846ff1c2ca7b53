// Every plan of a tiny problem, to compare with: no solver, no cleverness.
import type { AllocationModel } from '../../../src/core/optimizer/build-milp';
import { fillShortages } from '../../../src/core/explain/opened-run';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';

export interface AnyPlan {
  readonly columnValues: Float64Array;
  /** One a level, constants left out. */
  readonly values: readonly number[];
}

/** All plans that keep every row, pins and bans included. */
export function everyPlan({ milp, pairs, levels }: AllocationModel): readonly AnyPlan[] {
  const byHousehold = new Map<string, number[]>();
  [...pairs].forEach(({ household }, column) =>
    byHousehold.set(household.id, [...(byHousehold.get(household.id) ?? []), column]),
  );
  let chosen: number[][] = [[]];
  for (const columns of byHousehold.values()) {
    chosen = chosen.flatMap((plan) => [plan, ...columns.map((column) => [...plan, column])]);
  }
  return chosen.flatMap((columns) => {
    const columnValues = new Float64Array(milp.columns);
    for (const column of columns) columnValues[column] = 1;
    fillShortages(milp, columnValues, pairs.length);
    if (!isPossible(milp, columnValues)) return [];
    return [{ columnValues, values: levels.map(({ coefficients }) => weigh(coefficients, columnValues)) }];
  });
}

/** The best values, level by level; null: there is no plan. */
export function bestValues(plans: readonly AnyPlan[]): readonly number[] | null {
  return plans.reduce<readonly number[] | null>(
    (best, { values }) => (best === null || isBetter(values, best) ? values : best),
    null,
  );
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const level = a.findIndex((value, at) => value !== b[at]);
  return level !== -1 && a[level]! > b[level]!;
}
