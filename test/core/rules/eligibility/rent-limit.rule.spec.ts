import { describe, expect, it } from '@jest/globals';
import { aPairing } from '../../problem-builder';
import { describeEligibility, eligibilityRuleOf } from '../rule-cases';

const in2025 = { problem: { asOf: '2025-09-01' }, start: '2025-09-21' };
const aged = (birthDate: string, ...others: string[]) => ({
  members: [{ birthDate }, ...others.map((each) => ({ birthDate: each }))],
});
const is22On2025 = aged('2003-01-01');
const is22On2026 = aged('2004-01-01');
const rent600 = { rentCents: 60_000 };

describeEligibility('rent-limit', {
  'the highest social rent of 2026 itself': { unit: { rentCents: 93_293 }, outcome: 'holds', says: '€ 932,93' },
  'a cent above it': { unit: { rentCents: 93_294 }, outcome: 'fails' },
  'age 22 in 2025 and rent 600: the youth limit applies': {
    ...in2025,
    household: is22On2025,
    unit: rent600,
    outcome: 'fails',
    facts: { limit: 'youth', limitCents: 47_720, year: 2025 },
    says: '€ 477,20',
  },
  'age 22 in 2026 and rent 600: it does not': {
    household: is22On2026,
    unit: rent600,
    outcome: 'holds',
    facts: { limit: 'maximum', limitCents: 93_293, year: 2026 },
  },
  'age 20 in 2026, rent on the youth limit': {
    household: aged('2006-01-01'),
    unit: { rentCents: 49_820 },
    outcome: 'holds',
  },
  'age 20 in 2026, a cent above it': { household: aged('2006-01-01'), unit: { rentCents: 49_821 }, outcome: 'fails' },
  'the age of the oldest resident counts': {
    household: aged('2006-01-01', '2005-01-01'),
    unit: rent600,
    outcome: 'holds',
  },
  'turns 21 on the planned start': { household: aged('2005-09-21'), unit: rent600, outcome: 'holds' },
  'young with a child: no youth limit': {
    household: aged('2006-01-01', '2025-01-01'),
    unit: rent600,
    outcome: 'holds',
  },
  'youth limit switched off by policy': {
    household: aged('2006-01-01'),
    unit: rent600,
    parameters: { youthLimit: false },
    outcome: 'holds',
  },
  'a home that starts in 2025 is judged by 2025, whatever the day of the round': {
    problem: { asOf: '2024-12-20' },
    unit: { availableFrom: '2025-01-01', rentCents: 90_008 },
    outcome: 'fails',
    facts: { year: 2025 },
  },
  'not self-contained': { unit: { selfContained: false, rentCents: 99_999 }, outcome: 'holds' },
  'rent not filled in': { unit: { rentCents: null }, outcome: 'unknown', says: 'huur is niet ingevuld' },
  'birth dates not filled in': { household: { members: [] }, unit: rent600, outcome: 'unknown', says: 'geboortedatum' },
  'birth dates not filled in, rent below every limit': {
    household: { members: [] },
    unit: { rentCents: 40_000 },
    outcome: 'holds',
  },
});

describe('a year without limits', () => {
  it.each(['rent-limit', 'passend-toewijzen'])('%s is an error and never falls back on another year', (id) => {
    const pairing = aPairing({ unit: { availableFrom: '2027-01-01' } });
    expect(() => eligibilityRuleOf(id).judge(pairing, {})).toThrow(
      expect.objectContaining({ code: 'rent-table-missing', details: expect.objectContaining({ year: 2027 }) }),
    );
  });
});
