import { RENT_TABLE_2026 } from '../../problem-builder';
import { describeEligibility } from '../rule-cases';

const couple = [{ birthDate: '1985-03-15' }, { birthDate: '1986-03-15' }];

describeEligibility('income-limit', {
  'exactly the limit of one person': { household: { incomeCents: 5_153_700 }, outcome: 'holds', says: '€ 51.537' },
  'a cent above it': { household: { incomeCents: 5_153_701 }, outcome: 'fails' },
  'more persons may earn more': { household: { incomeCents: 5_691_000, members: couple }, outcome: 'holds' },
  'more persons, a cent above it': { household: { incomeCents: 5_691_001, members: couple }, outcome: 'fails' },
  'the limit of the year of the start': {
    household: { incomeCents: 4_966_900 },
    start: '2025-12-31',
    outcome: 'holds',
  },
  'a cent above the limit of that year': {
    household: { incomeCents: 4_966_901 },
    start: '2025-12-31',
    outcome: 'fails',
  },
  'not of a corporatie': { household: { incomeCents: 9_000_000 }, unit: { corporatieId: null }, outcome: 'holds' },
  'not self-contained': { household: { incomeCents: 9_000_000 }, unit: { selfContained: false }, outcome: 'holds' },
  'income not known': { household: { incomeCents: null }, outcome: 'holds', says: 'niet bekend' },
  'income not known, by policy': {
    household: { incomeCents: null },
    parameters: { incomeUnknown: 'unknown' },
    outcome: 'unknown',
  },
  'limit not filled in': {
    problem: { rentTables: [{ ...RENT_TABLE_2026, incomeLimitOnePersonCents: undefined }] },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
  'nobody filled in': { household: { members: [] }, outcome: 'unknown', says: 'leden' },
});
