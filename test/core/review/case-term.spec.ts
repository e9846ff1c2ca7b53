import { describe, expect, it } from '@jest/globals';
import { caseTerm, dueDay, isWithin, type TermPause } from '../../../src/core/review/case-term';
import type { WorkflowStep } from '../../../src/core/review/workflow';
import { addDays } from '../../../src/core/time/calendar';
import { addWorkingDays, isWorkingDay } from '../../../src/core/time/working-days';
import fc from '../../support/fast-check';

const none = () => false;
const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
const unit = fc.constantFrom('working-days' as const, 'calendar-days' as const);
const number = fc.integer({ min: 1, max: 60 });
const pauses = (since: string) =>
  fc.array(
    fc.tuple(fc.nat(90), fc.nat(30)).map(([from, length]): TermPause => {
      const first = addDays(since, from);
      return { from: first, until: addDays(first, length) };
    }),
    { maxLength: 4 },
  );

describe('the last day of a term', () => {
  it('counts working days, or all days up to a working day', () => {
    expect(dueDay('2026-11-20', { number: 5, unit: 'working-days' }, [], none)).toBe('2026-11-27');
    expect(dueDay('2026-11-20', { number: 5, unit: 'calendar-days' }, [], none)).toBe('2026-11-25');
    expect(dueDay('2026-11-20', { number: 1, unit: 'calendar-days' }, [], none)).toBe('2026-11-23');
  });

  it('leaves out the days of a pause, and is not known while one goes on before it', () => {
    const term = { number: 3, unit: 'working-days' } as const;
    const pause = { from: '2026-11-24', until: '2026-11-25' };
    expect(dueDay('2026-11-23', term, [pause], none)).toBe('2026-11-30');
    expect(dueDay('2026-11-23', term, [{ from: '2026-11-24', until: null }], none)).toBeNull();
    expect(dueDay('2026-11-23', term, [{ from: '2026-11-27', until: null }], none)).toBe('2026-11-26');
  });

  it('is a working day outside every pause, and never earlier for a pause or a holiday', () => {
    fc.assert(
      fc.property(
        day.chain((since) =>
          fc.record({ since: fc.constant(since), number, unit, paused: pauses(since), holiday: day }),
        ),
        ({ since, paused, holiday, ...term }) => {
          const isHoliday = (date: string): boolean => date === holiday;
          const due = dueDay(since, term, paused, isHoliday)!;
          expect(isWorkingDay(due, isHoliday)).toBe(true);
          expect(paused.some((pause) => isWithin(pause, due))).toBe(false);
          expect(due >= dueDay(since, term, paused.slice(1), isHoliday)!).toBe(true);
          expect(due >= dueDay(since, term, paused, none)! || due > holiday).toBe(true);
          if (term.unit === 'working-days' && paused.length === 0) {
            expect(due).toBe(addWorkingDays(since, term.number, isHoliday));
          }
        },
      ),
    );
  });
});

describe('how a case stands', () => {
  const step: WorkflowStep = {
    state: 'goedgekeurd',
    waitsFor: 'corporatie',
    term: { number: 5, unit: 'working-days' },
    remindDaysBefore: [3, 1],
    effect: 'escalate',
    escalateTo: 'coordinator',
    stallDays: 10,
    source: 'Een bron.',
    demonstration: true,
  };
  const since = '2026-11-20';
  const on = (today: string, paused: readonly TermPause[] = [], lastProgressOn: string | null = null) =>
    caseTerm(step, { since, lastProgressOn, pauses: paused }, today, none);

  it.each([
    ['2026-11-23', false, false],
    ['2026-11-24', true, false],
    ['2026-11-27', true, false],
    ['2026-11-28', false, true],
  ])('on %s is reminded %s and overdue %s', (today, isReminded, isOverdue) => {
    expect(on(today)).toMatchObject({ dueOn: '2026-11-27', isReminded, isOverdue });
    expect(on(today).escalatedTo).toBe(isOverdue ? 'coordinator' : null);
  });

  it('stands still in a pause, also for reminders and for whoever waits to hear', () => {
    const paused = on('2027-03-01', [{ from: '2026-11-21', until: null }]);
    expect(paused).toMatchObject({
      dueOn: null,
      isPaused: true,
      isOverdue: false,
      isReminded: false,
      isStalled: false,
    });
  });

  it('is stalled after so many days without a word, counted from the last word or the end of a pause', () => {
    expect(on('2026-11-29').isStalled).toBe(false);
    expect(on('2026-11-30').isStalled).toBe(true);
    expect(on('2026-11-30', [], '2026-11-25').isStalled).toBe(false);
    expect(on('2026-12-05', [], '2026-11-25').isStalled).toBe(true);
    expect(on('2026-12-05', [{ from: '2026-11-23', until: '2026-11-27' }]).isStalled).toBe(false);
  });
});
