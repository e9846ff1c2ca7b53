import { describe, expect, it } from '@jest/globals';
import { lastSlot } from '../../../src/modules/runs/last-slot';

const AMSTERDAM = 'Europe/Amsterdam';

describe('lastSlot', () => {
  it.each([
    ['a few minutes ago', '0 6 * * 1', '2026-11-23T05:04:00Z', '2026-11-23T05:00:00.000Z'],
    ['this very moment', '0 6 * * 1', '2026-11-23T05:00:00Z', '2026-11-23T05:00:00.000Z'],
    ['the moment before: a week ago', '0 6 * * 1', '2026-11-23T04:59:59Z', '2026-11-16T05:00:00.000Z'],
    ['only the last of many missed slots', '0 6 * * *', '2026-11-22T12:00:00Z', '2026-11-22T05:00:00.000Z'],
    ['summer time', '0 6 * * 1', '2026-07-06T12:00:00Z', '2026-07-06T04:00:00.000Z'],
    ['the first Monday after the clock went back', '0 6 * * 1', '2026-10-26T12:00:00Z', '2026-10-26T05:00:00.000Z'],
    [
      'an hour that the clock skips: once, as soon as it can',
      '30 2 * * *',
      '2026-03-29T03:00:00Z',
      '2026-03-29T01:00:00.000Z',
    ],
    ['an hour that comes twice: only the first', '30 2 * * *', '2026-10-25T05:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['once a month', '0 6 1 * *', '2026-11-22T12:00:00Z', '2026-11-01T05:00:00.000Z'],
    ['once a year', '0 6 1 1 *', '2026-11-22T12:00:00Z', '2026-01-01T05:00:00.000Z'],
  ])('%s', (_name, cron, now, expected) => {
    expect(lastSlot(cron, AMSTERDAM, new Date(now))?.toISOString()).toBe(expected);
  });
});
