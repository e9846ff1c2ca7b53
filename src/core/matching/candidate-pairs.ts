import { judgePair } from '../explain/judge-pair';
import type { IsoDate } from '../time/calendar';
import type { Household, Unit } from './problem';
import { plannedStart, type ProblemIndex } from './problem-index';

/** A household that may live in a unit, and the first day on which it could. */
export interface CandidatePair {
  readonly household: Household;
  readonly unit: Unit;
  readonly start: IsoDate;
}

/** Every eligible pair, sorted by household id, then unit id (by code unit, not by locale). */
export function candidatePairs(index: ProblemIndex): readonly CandidatePair[] {
  const { problem } = index;
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const units = [...problem.units].sort(byId);
  return [...problem.households]
    .sort(byId)
    .flatMap((household) =>
      units
        .filter((unit) => judgePair(index, household, unit).eligible)
        .map((unit) => ({ household, unit, start: plannedStart(problem, unit) })),
    );
}
