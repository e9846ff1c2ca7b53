import { describe, expect, it } from '@jest/globals';
import { addDays, daysBetween } from '../../../src/core/time/calendar';
import { addCountedDays, addWorkingDays, isWorkingDay } from '../../../src/core/time/working-days';
import fc from '../../support/fast-check';

const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-01-01', days));
const some = fc.uniqueArray(day, { maxLength: 40 }).map((days) => new Set(days));
const none = () => false;

describe('a working day', () => {
  it('is from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, place) => addDays('2026-11-16', place));
    expect(week.map((each) => isWorkingDay(each, none))).toEqual([true, true, true, true, true, false, false]);
    expect(isWorkingDay('1999-12-31', none)).toBe(true);
    expect(isWorkingDay('2000-01-01', none)).toBe(false);
  });

  it('is no holiday', () => {
    expect(isWorkingDay('2026-12-25', (date) => date === '2026-12-25')).toBe(false);
  });
});

describe('adding working days', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-22', 5, '2026-11-27'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %i is %s', (from, count, expected) => {
    expect(addWorkingDays(from, count, none)).toBe(expected);
  });

  it('never goes back with a later day, another day, or more holidays', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(30), some, (from, count, later, holidays) => {
        const isHoliday = (date: string): boolean => holidays.has(date);
        const end = addWorkingDays(from, count, isHoliday);
        expect(addWorkingDays(addDays(from, later), count, isHoliday) >= end || count === 0).toBe(true);
        expect(addWorkingDays(from, count + 1, isHoliday) > end).toBe(true);
        expect(end >= addWorkingDays(from, count, none)).toBe(true);
      }),
    );
  });

  it('ends on a working day and passes exactly as many', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), some, (from, count, holidays) => {
        const isHoliday = (date: string): boolean => holidays.has(date);
        const end = addWorkingDays(from, count, isHoliday);
        const passed = Array.from({ length: daysBetween(from, end) }, (_, place) => addDays(from, place + 1));
        expect(isWorkingDay(end, isHoliday)).toBe(true);
        expect(passed.filter((each) => isWorkingDay(each, isHoliday))).toHaveLength(count);
      }),
    );
  });

  it('is adding days where every day counts', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (from, count) => addCountedDays(from, count, () => true) === addDays(from, count)),
    );
  });
});
