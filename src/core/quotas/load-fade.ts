import { weeksBetween, type IsoDate } from '../time/calendar';

/** How the load of an earlier placement wears off. Settings of a region; the sources name no number. */
export interface FadeSettings {
  /** After this many weeks a placement weighs nothing any more. */
  readonly weeks: number;
  /** A placement whose guidance still runs keeps its full weight. */
  readonly fullWhileGuided: boolean;
}

export const DEFAULT_FADE: FadeSettings = { weeks: 104, fullWhileGuided: true };

export interface PlacedLoad {
  readonly draaglast: number;
  readonly start: IsoDate;
  readonly end: IsoDate | null;
  readonly guidanceHours: number;
}

/**
 * Draaglast points that earlier placements still ask of one wijk on a day, rounded up once over the sum: a wijk is never
 * judged lighter than it is. Who has left weighs nothing; who has a start agreed weighs in full.
 */
export function fadedLoad(placements: readonly PlacedLoad[], asOf: IsoDate, settings: FadeSettings): number {
  const parts = placements.reduce(
    (sum, placement) => sum + placement.draaglast * remaining(placement, asOf, settings),
    0,
  );
  return Math.ceil(parts / settings.weeks);
}

/** What is left of a placement's weight, in parts of `settings.weeks`. */
function remaining(placement: PlacedLoad, asOf: IsoDate, { weeks, fullWhileGuided }: FadeSettings): number {
  if (placement.end !== null && placement.end <= asOf) return 0;
  if (fullWhileGuided && placement.guidanceHours > 0) return weeks;
  const elapsed = Math.max(0, weeksBetween(placement.start, asOf));
  return Math.max(0, weeks - elapsed);
}
