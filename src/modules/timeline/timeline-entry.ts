import type { TimelineKind } from '../../core/review/timeline-kinds';
import type { IsoDate } from '../../core/time/calendar';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { dayIn } from '../../platform/clock';

export const ZONE = 'Europe/Amsterdam';

/** Who did something, as the row says it. */
export interface Doer {
  /** Null: the system itself. */
  readonly actor: string | null;
  /** Null where the row does not keep it. */
  readonly actorRole: string | null;
  readonly actorOrganisationId: string | null;
}

/** One line of a timeline, before names are looked up. */
export interface TimelineEntry extends Doer {
  /** The same each time that the line is read. */
  readonly id: string;
  readonly at: Date;
  /** Only the day is known, and `at` is its beginning. */
  readonly isDay: boolean;
  readonly kind: TimelineKind;
  /** In plain Dutch. */
  readonly what: string;
  /** For whom somebody spoke. */
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly proposalId: string | null;
  readonly householdId: string | null;
  readonly unitId: string | null;
}

export type TimelineProposal = Pick<
  ProposalEntity,
  'id' | 'createdAt' | 'createdBy' | 'householdId' | 'unitId' | 'runId' | 'origin' | 'madeReason' | 'workflowId'
>;

/** Of what the timeline is: everything in it that the reader may see. */
export interface TimelineScope {
  readonly regionId: string;
  readonly today: IsoDate;
  readonly of: 'client' | 'home' | 'proposal';
  readonly id: string;
  readonly proposals: readonly TimelineProposal[];
}

const NOBODY: Doer = { actor: null, actorRole: null, actorOrganisationId: null };

type Told = Pick<TimelineEntry, 'id' | 'at' | 'kind' | 'what'> & Partial<TimelineEntry>;

/** A line with nothing in it but what is told. */
export function timelineEntry(told: Told): TimelineEntry {
  return {
    ...NOBODY,
    ...{ isDay: false, onBehalfOf: null, reason: null, note: null, proposalId: null, householdId: null, unitId: null },
    ...told,
  };
}

/** A line of which only the day is known. */
export function dayEntry({ day, ...told }: Omit<Told, 'at' | 'isDay'> & { readonly day: IsoDate }): TimelineEntry {
  return timelineEntry({ ...told, at: beginOf(day), isDay: true });
}

/** The client, the home and the proposal of a line. */
export function about({ id, householdId, unitId }: TimelineProposal) {
  return { proposalId: id, householdId, unitId };
}

/** The same account in a row that keeps neither role nor organisation. */
export function byAccount(actor: string | null): Doer {
  return { ...NOBODY, actor };
}

/** The first moment of a day in the Netherlands. */
function beginOf(day: IsoDate): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(midnight - 2 * 3_600_000);
  return dayIn(ZONE, summer) === day ? summer : new Date(midnight - 3_600_000);
}
