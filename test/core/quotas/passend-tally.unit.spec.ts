import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { ledgerOf } from '../../../src/core/quotas/agreement-ledger';
import {
  passendheidOf,
  passendTally,
  PASSEND_NORM_PERCENT,
  type AllocationFacts,
  type Passendheid,
} from '../../../src/core/quotas/passend-tally';

/** The published limits of 2026. */
const LIMITS = {
  seniorAge: 67,
  incomeOnePersonCents: 29_400_00,
  incomeMorePersonsCents: 39_925_00,
  incomeOnePersonSeniorCents: 28_775_00,
  incomeMorePersonsSeniorCents: 38_650_00,
  aftoppingLowCents: 713_02,
  aftoppingHighCents: 764_14,
};
const KINDS: readonly Passendheid[] = ['passend', 'not-passend', 'not-applicable', 'unknown'];

describe('one allocation', () => {
  const alone: AllocationFacts = {
    ...{ selfContained: true, rentCents: 713_02, persons: 1, oldest: 30, incomeCents: 29_400_00 },
  };
  it.each<[string, Partial<AllocationFacts>, Passendheid]>([
    ['with income and rent at their limits', {}, 'passend'],
    ['with a rent of one cent more', { rentCents: 713_03 }, 'not-passend'],
    ['of two people, who have the low limit', { persons: 2, rentCents: 713_03 }, 'not-passend'],
    ['of three people, who have the high limit', { persons: 3, rentCents: 764_14 }, 'passend'],
    ['with an income of one cent more', { incomeCents: 29_400_01, rentCents: 900_00 }, 'not-applicable'],
    [
      'of somebody older, with a lower limit',
      { oldest: 67, incomeCents: 28_775_01, rentCents: 900_00 },
      'not-applicable',
    ],
    ['of a room', { selfContained: false, rentCents: 900_00 }, 'not-applicable'],
    ['without a known income', { incomeCents: null }, 'unknown'],
    ['without a known rent', { rentCents: null }, 'unknown'],
    ['of a household that is not in Woonplek', { persons: null, oldest: null, incomeCents: null }, 'unknown'],
  ])('%s', (_name, change, expected) => {
    expect(passendheidOf(LIMITS, { ...alone, ...change })).toBe(expected);
  });

  it('is not judged by the limits of another year', () => {
    expect(passendheidOf(undefined, alone)).toBe('unknown');
  });
});

describe('the tally of a year', () => {
  const of = (passend: number, notPassend: number): Passendheid[] => [
    ...Array.from({ length: passend }, () => 'passend' as const),
    ...Array.from({ length: notPassend }, () => 'not-passend' as const),
  ];
  it.each([
    [0, 0, null, false],
    [19, 1, 95, false],
    [18, 1, 94, true],
    [0, 1, 0, true],
    [190, 10, 95, false],
  ])('%i passend and %i not: %s per cent', (passend, notPassend, percent, breaksNorm) => {
    expect(passendTally(of(passend, notPassend))).toMatchObject({ percent, breaksNorm });
  });

  it('counts each allocation once, and only low incomes against the norm', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 60 }), (each) => {
        const { passend, notPassend, unknown, breaksNorm } = passendTally(each);
        const rest = each.filter((one) => one === 'not-applicable').length;
        expect(passend + notPassend + unknown + rest).toBe(each.length);
        const share = passend / (passend + notPassend);
        expect(breaksNorm).toBe(passend + notPassend > 0 && share * 100 < PASSEND_NORM_PERCENT);
        // Another allocation that is passend never breaks the norm, one that is not never mends it.
        expect(passendTally([...each, 'passend']).breaksNorm && !breaksNorm).toBe(false);
        expect(!passendTally([...each, 'not-passend']).breaksNorm && breaksNorm).toBe(false);
      }),
    );
  });
});

describe('the ledger of a prestatieafspraak', () => {
  it.each([
    [{ agreed: 8, realised: 2, underWay: 3 }, 3],
    [{ agreed: 8, realised: 8, underWay: 3 }, 0],
    [{ agreed: 0, realised: 0, underWay: 0 }, 0],
  ])('%j leaves %i', (input, left) => {
    expect(ledgerOf(input)).toEqual({ ...input, left });
  });
});
