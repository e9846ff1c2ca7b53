import { describe, expect, it } from '@jest/globals';
import { incomeLimitCents, rentClassOf, type RentClass } from '../../../src/core/rules/rent-class';

const TABLE = {
  seniorAge: 67,
  incomeOnePersonCents: 2_700_000,
  incomeOnePersonSeniorCents: 2_800_000,
  incomeMorePersonsCents: 3_700_000,
  incomeMorePersonsSeniorCents: 3_800_000,
};

describe('the class of rent that goes with a household', () => {
  it.each<[string, number, number, number | null, RentClass]>([
    ['one person with a low income', 1, 30, 2_700_000, 'low-limit'],
    ['one person just above it', 1, 30, 2_700_001, 'no-limit'],
    ['one older person just above what younger people may have', 1, 67, 2_700_001, 'low-limit'],
    ['two persons', 2, 30, 3_700_000, 'low-limit'],
    ['three persons', 3, 30, 3_700_000, 'high-limit'],
    ['three persons with more', 3, 30, 3_700_001, 'no-limit'],
    ['an income that nobody knows', 4, 30, null, 'high-limit'],
  ])('%s', (_case, persons, oldest, incomeCents, expected) => {
    expect(rentClassOf(TABLE, { persons, oldest, incomeCents })).toBe(expected);
  });

  it('goes by the limit of the household, which is that of passend toewijzen', () => {
    expect(incomeLimitCents(TABLE, { persons: 2, oldest: 70 })).toBe(3_800_000);
  });
});
