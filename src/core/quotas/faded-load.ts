import { weeksBetween, type IsoDate } from '../time/calendar';

/** An earlier placement in a wijk, as far as its weight is concerned. */
export interface WeighingPlacement {
  readonly draaglast: number;
  readonly startDate: IsoDate;
  /** The day on which the household left; null: it lives there still. */
  readonly endDate: IsoDate | null;
}

/** After so many weeks a placement weighs nothing any more, unless the policy says otherwise. */
export const DEFAULT_FADE_WEEKS = 104;

/**
 * Draaglast points that earlier placements still weigh on `asOf`. Each fades in a straight line from its start to nothing
 * after `fadeWeeks` weeks; a placement that has ended or has yet to start in the future weighs nothing and in full,
 * respectively. Rounded up once, over the sum, so that rounding never makes room.
 */
export function fadedLoad(placements: readonly WeighingPlacement[], asOf: IsoDate, fadeWeeks: number): number {
  let weekPoints = 0;
  for (const { draaglast, startDate, endDate } of placements) {
    if (endDate !== null && endDate <= asOf) continue;
    const weeksLeft = fadeWeeks - Math.max(0, weeksBetween(startDate, asOf));
    weekPoints += draaglast * Math.max(0, weeksLeft);
  }
  return fadeWeeks === 0 ? 0 : Math.ceil(weekPoints / fadeWeeks);
}
