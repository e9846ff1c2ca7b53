import { describe, expect, it } from '@jest/globals';
import {
  consequenceOf,
  isExempt,
  REFUSAL_CODES,
  REFUSAL_CONSEQUENCES,
  refusalConsequences,
  type RefusalJudgement,
  type RefusalPolicy,
  refusalPolicyFaults,
} from '../../../src/core/review/refusal-policy';
import { PAUSE_REASONS, waitsOn } from '../../../src/core/review/waits-on';
import { pauseReasons } from '../../../src/core/vocabulary/code-lists';
import { readRegionData } from '../../../src/seed/read-region-data';

const TODAY = '2026-11-22';
const POLICY: RefusalPolicy = {
  freeRefusals: 1,
  reassessFrom: 3,
  exemptProgrammes: ['housing-first'],
  reasons: REFUSAL_CODES.map((reason) => {
    if (reason === 'WBN') return { reason, consequence: 'parked', days: 60 };
    return reason === 'GEE'
      ? { reason, consequence: 'until-reassessed', days: null }
      : { reason, consequence: 'none', days: null };
  }),
};
const second: RefusalJudgement = {
  ...{ reason: 'WBN', suitable: true, earlierSuitable: 1, programme: 'urgentie', housingFirst: false },
};
const none = { consequence: 'none', until: null };
const endless = { consequence: 'until-reassessed', until: null };

describe('what follows a refusal', () => {
  it.each([
    ['the first one is free', { earlierSuitable: 0 }, none],
    ['the second one parks for the days of its reason', {}, { consequence: 'parked', until: '2027-01-21' }],
    ['a reason without consequence costs nothing', { reason: 'HUU' }, none],
    ['no interest waits for a person', { reason: 'GEE' }, endless],
    ['the third one waits for a person whatever the reason', { reason: 'HUU', earlierSuitable: 2 }, endless],
    ['a home that was not passend does not count', { suitable: false, earlierSuitable: 5 }, none],
    ['Housing First offers again', { housingFirst: true, earlierSuitable: 5 }, none],
    ['so does a programme that the region names', { programme: 'housing-first', earlierSuitable: 5 }, none],
    ['an unknown reason costs nothing', { reason: 'XXX' }, none],
  ])('%s', (_name, change, outcome) => {
    expect(consequenceOf(POLICY, { ...second, ...change }, TODAY)).toEqual(outcome);
  });

  it('is nothing where the region agreed nothing, and does not count where it does not count', () => {
    expect(consequenceOf(null, { ...second, earlierSuitable: 9 }, TODAY)).toEqual(none);
    const uncounted = { ...POLICY, reassessFrom: null };
    expect(consequenceOf(uncounted, { ...second, reason: 'HUU', earlierSuitable: 9 }, TODAY)).toEqual(none);
    expect(isExempt(null, { programme: 'urgentie', housingFirst: true })).toBe(true);
    expect(isExempt(null, { programme: 'urgentie', housingFirst: false })).toBe(false);
  });
});

describe('the table of a region', () => {
  const first = POLICY.reasons[0]!;
  it.each([
    ['first refusal costs something', { freeRefusals: 0 }, 'the first refusal is free'],
    ['free refusal is counted', { freeRefusals: 3 }, 'a free refusal has no consequence'],
    ['reason is missing', { reasons: POLICY.reasons.slice(1) }, `reason "${first.reason}" is listed 0 times`],
    ['reason comes twice', { reasons: [...POLICY.reasons, first] }, `reason "${first.reason}" is listed 2 times`],
    [
      'reason is not of a client',
      { reasons: [...POLICY.reasons, { ...first, reason: 'COO' }] },
      '"COO" is no reason of a client',
    ],
    [
      'days are missing',
      { reasons: [{ ...first, days: null }, ...POLICY.reasons.slice(1)] },
      'parks for 1 to 366 days',
    ],
    [
      'days are too many',
      { reasons: [{ ...first, days: 400 }, ...POLICY.reasons.slice(1)] },
      'parks for 1 to 366 days',
    ],
    [
      'days are for nothing',
      { reasons: [{ ...first, consequence: 'none' as const }, ...POLICY.reasons.slice(1)] },
      'parks nobody and has days',
    ],
  ])('is refused when a %s', (_name, change, fault) => {
    expect(refusalPolicyFaults({ ...POLICY, ...change }).join()).toContain(fault);
  });

  it('is sound here and in every version of Assen', () => {
    expect(refusalPolicyFaults(POLICY)).toEqual([]);
    for (const table of readRegionData('assen').refusalConsequences) expect(refusalPolicyFaults(table)).toEqual([]);
  });
});

describe('a pause', () => {
  it.each([
    ['waiting', null, true],
    ['paused', null, false],
    ['paused', '2026-11-22', false],
    ['paused', '2026-11-21', true],
    ['housed', null, false],
    ['closed', null, false],
  ] as const)('of who is %s until %s', (status, pausedUntil, waits) => {
    expect(waitsOn({ status, pausedUntil }, TODAY)).toBe(waits);
  });

  it('and a consequence have a name', () => {
    expect(pauseReasons.entries.map(({ internal }) => internal)).toEqual([...PAUSE_REASONS]);
    expect(refusalConsequences.entries.map(({ internal }) => internal)).toEqual([...REFUSAL_CONSEQUENCES]);
  });
});
