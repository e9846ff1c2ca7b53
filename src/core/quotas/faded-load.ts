import { weeksBetween, type IsoDate } from '../time/calendar';

/** An earlier placement in a wijk, as far as its weight is concerned. */
export interface WeighingPlacement {
  readonly draaglast: number;
  readonly startDate: IsoDate;
  /** The last day of the stay; null: it goes on. */
  readonly endDate: IsoDate | null;
  /** The aanbieder still guides here: the weight does not fade yet. */
  readonly guidanceRuns?: boolean;
}

/** After so many weeks a placement weighs nothing any more, unless the region says otherwise. */
export const DEFAULT_FADE_WEEKS = 104;

/**
 * Draaglast points that earlier placements still weigh on `asOf`. Each fades in a straight line from its start to nothing
 * after `fadeWeeks` weeks; while guidance runs, and before the start, it weighs in full; after the stay nothing. Rounded up
 * once, over the sum, so that rounding never makes room.
 */
export function fadedLoad(placements: readonly WeighingPlacement[], asOf: IsoDate, fadeWeeks: number): number {
  let full = 0;
  let weekPoints = 0;
  for (const { draaglast, startDate, endDate, guidanceRuns } of placements) {
    if (endDate !== null && endDate < asOf) continue;
    if (guidanceRuns) {
      full += draaglast;
      continue;
    }
    const weeksLeft = fadeWeeks - Math.max(0, weeksBetween(startDate, asOf));
    weekPoints += draaglast * Math.max(0, weeksLeft);
  }
  return fadeWeeks === 0 ? full : full + Math.ceil(weekPoints / fadeWeeks);
}
