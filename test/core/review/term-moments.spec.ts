import { describe, expect, it } from '@jest/globals';
import { caseTerm } from '../../../src/core/review/case-term';
import { termMoments } from '../../../src/core/review/term-moments';
import type { WorkflowStep } from '../../../src/core/review/workflow';
import { addDays } from '../../../src/core/time/calendar';
import fc from '../../support/fast-check';

const none = () => false;
const step = { term: { number: 5, unit: 'working-days' }, remindDaysBefore: [3, 1] } as const;

describe('what happened to a term', () => {
  it('is its reminders and the first day that was late, as far as the step lasted', () => {
    const on = (until: string | null, today = '2026-12-31') =>
      termMoments(step, { since: '2026-11-20', until }, [], today, none);
    const dueOn = '2026-11-27';
    expect(on('2026-11-23')).toEqual({ dueOn, remindedOn: [], passedOn: null });
    expect(on('2026-11-24')).toEqual({ dueOn, remindedOn: ['2026-11-24'], passedOn: null });
    expect(on(dueOn)).toEqual({ dueOn, remindedOn: ['2026-11-24', '2026-11-26'], passedOn: null });
    expect(on('2026-11-28').passedOn).toBe('2026-11-28');
    expect(on(null, '2026-11-25').remindedOn).toEqual(['2026-11-24']);
    expect(on(null).passedOn).toBe('2026-11-28');
  });

  it('is nothing while the term stands still', () => {
    const pause = { from: '2026-11-24', until: null };
    const moments = termMoments(step, { since: '2026-11-20', until: null }, [pause], '2026-12-31', none);
    expect(moments).toEqual({ dueOn: null, remindedOn: [], passedOn: null });
    const over = termMoments(step, { since: '2026-11-20', until: pause.from }, [pause], '2026-12-31', none);
    expect(over.dueOn).toBe('2026-11-27');
  });

  it('says that it passed on exactly those days on which the work list calls it late', () => {
    const whole: WorkflowStep = {
      ...{ state: 'goedgekeurd', waitsFor: 'corporatie', ...step, effect: 'none', escalateTo: null },
      ...{ stallDays: 7, source: 'proef', demonstration: true },
    };
    const today = fc.nat(60).map((days) => addDays('2026-11-20', days));
    fc.assert(
      fc.property(today, (day) => {
        const moments = { since: '2026-11-20', lastProgressOn: null, pauses: [] };
        const { isOverdue } = caseTerm(whole, moments, day, none);
        const { passedOn } = termMoments(whole, { since: '2026-11-20', until: null }, [], day, none);
        expect(passedOn !== null).toBe(isOverdue);
      }),
    );
  });
});
