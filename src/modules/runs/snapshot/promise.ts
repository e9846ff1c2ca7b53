import type { SupportLevel } from '../../../core/matching/problem';
import type { IsoDate } from '../../../core/time/calendar';

/**
 * A home that people promised to a household: an approved proposal that did not become a placement yet. It counts like a
 * placement for places, draagkracht (in full), spreiding, agreements, the mix of a complex and hours of guidance.
 */
export interface HomePromise {
  readonly householdId: string;
  readonly unitId: string;
  readonly complexId: string | null;
  readonly portiekId: string | null;
  readonly gemeenteId: string;
  readonly wijkId: string;
  readonly corporatieId: string | null;
  /** Who will guide there; not always the aanbieder of the household. */
  readonly aanbiederId: string;
  readonly doelgroepId: string;
  readonly supportLevel: SupportLevel;
  readonly draaglast: number;
  readonly guidanceHours: number;
  readonly startDate: IsoDate;
}

/** What is used by the region's placements and by its promises together: by id, 0 when absent. */
export type Use = ReadonlyMap<string, number>;

export function usedBy(use: Use, id: string): number {
  return use.get(id) ?? 0;
}
