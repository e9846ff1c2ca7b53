import { addDays, daysBetween, laterOf, type IsoDate } from '../time/calendar';
import { addCountedDays, addWorkingDays, isWorkingDay, type IsHoliday } from '../time/working-days';
import type { StepRole, TermUnit, WorkflowStep } from './workflow';

/** Days that do not count, the first and the last included. `until` null: it still goes on. */
export interface TermPause {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** How a case stands on a day in the step where it waits. */
export interface CaseTerm {
  readonly since: IsoDate;
  /** The last day on which the step is in time. Null: not known, because the term stands still. */
  readonly dueOn: IsoDate | null;
  readonly isPaused: boolean;
  readonly isOverdue: boolean;
  /** Within one of the reminders before the last day. */
  readonly isReminded: boolean;
  readonly isStalled: boolean;
  readonly waitsFor: StepRole;
  /** To whom it went because the term has passed. */
  readonly escalatedTo: StepRole | null;
}

/**
 * The last day of a term: days of a pause do not count. A term does not end on a weekend or a holiday, but on the next working
 * day (Algemene termijnenwet art. 1), whatever its unit. Null while a pause goes on before that day.
 */
export function dueDay(
  since: IsoDate,
  term: { readonly number: number; readonly unit: TermUnit },
  pauses: readonly TermPause[],
  isHoliday: IsHoliday,
): IsoDate | null {
  const ended = pauses.filter(({ until }) => until !== null);
  const stands = (day: IsoDate): boolean => ended.some((pause) => isWithin(pause, day));
  const isClosed = (day: IsoDate): boolean => isHoliday(day) || stands(day);
  let due: IsoDate;
  if (term.unit === 'working-days') due = addWorkingDays(since, term.number, isClosed);
  else {
    due = addCountedDays(since, term.number, (day) => !stands(day));
    if (!isWorkingDay(due, isClosed)) due = addWorkingDays(due, 1, isClosed);
  }
  return pauses.some(({ from, until }) => until === null && from <= due) ? null : due;
}

export interface CaseMoments {
  /** The day on which the case came into this state. */
  readonly since: IsoDate;
  /** The last day on which somebody said how it goes. */
  readonly lastProgressOn: IsoDate | null;
  readonly pauses: readonly TermPause[];
}

export function caseTerm(step: WorkflowStep, moments: CaseMoments, today: IsoDate, isHoliday: IsHoliday): CaseTerm {
  const { since, lastProgressOn, pauses } = moments;
  const dueOn = dueDay(since, step.term, pauses, isHoliday);
  const isPaused = pauses.some((pause) => isWithin(pause, today));
  const isOverdue = !isPaused && dueOn !== null && dueOn < today;
  const firstReminder = step.remindDaysBefore.at(0);
  const lastSign = pauses.reduce(
    (last, { until }) => (until !== null && until <= today ? laterOf(last, until) : last),
    lastProgressOn === null ? since : laterOf(since, lastProgressOn),
  );
  return {
    since,
    dueOn,
    isPaused,
    isOverdue,
    isReminded:
      !isPaused &&
      !isOverdue &&
      dueOn !== null &&
      firstReminder !== undefined &&
      addDays(dueOn, -firstReminder) <= today,
    isStalled: !isPaused && daysBetween(lastSign, today) >= step.stallDays,
    waitsFor: step.waitsFor,
    escalatedTo: isOverdue && step.effect === 'escalate' ? step.escalateTo : null,
  };
}

export function isWithin({ from, until }: TermPause, day: IsoDate): boolean {
  return from <= day && (until === null || day <= until);
}
