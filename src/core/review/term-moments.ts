import { addDays, type IsoDate } from '../time/calendar';
import type { IsHoliday } from '../time/working-days';
import { dueDay, type TermPause } from './case-term';
import type { WorkflowStep } from './workflow';

/** A stretch of days in which a case waited in one step. */
export interface StepSpan {
  readonly since: IsoDate;
  /** The day on which it left the step. Null: it still waits. */
  readonly until: IsoDate | null;
}

/** What happened to the term of such a stretch, by the days on which it happened. */
export interface TermMoments {
  /** The last day that was in time. Null: the term stands still. */
  readonly dueOn: IsoDate | null;
  readonly remindedOn: readonly IsoDate[];
  /** The first day that was late. Null: the step was in time, or still is. */
  readonly passedOn: IsoDate | null;
}

/** Follows from the same rows as the term itself, so that a history never tells another story than the work list did. */
export function termMoments(
  step: Pick<WorkflowStep, 'term' | 'remindDaysBefore'>,
  { since, until }: StepSpan,
  pauses: readonly TermPause[],
  today: IsoDate,
  isHoliday: IsHoliday,
): TermMoments {
  // A pause that began when the step was over is of a later step.
  const within = pauses.filter(({ from }) => until === null || from < until);
  const dueOn = dueDay(since, step.term, within, isHoliday);
  if (dueOn === null) return { dueOn, remindedOn: [], passedOn: null };
  const last = until ?? today;
  return {
    dueOn,
    remindedOn: step.remindDaysBefore.map((days) => addDays(dueOn, -days)).filter((day) => day >= since && day <= last),
    passedOn: dueOn < last ? addDays(dueOn, 1) : null,
  };
}
