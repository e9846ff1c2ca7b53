import { describeEligibility } from '../rule-cases';

const in2025 = { problem: { asOf: '2025-09-01' }, start: '2025-09-21' };
const adults = (count: number) => ({ members: Array.from({ length: count }, () => ({ birthDate: '1985-01-01' })) });
const earning = (incomeCents: number | null, persons = 1) => ({ ...adults(persons), incomeCents });
const senior = { birthDate: '1950-01-01' };
const rent700 = { rentCents: 70_000 };

describeEligibility('passend-toewijzen', {
  'one person in 2025, rent 700: not passend': { ...in2025, household: adults(1), unit: rent700, outcome: 'fails' },
  'three persons in 2025, rent 700: passend': { ...in2025, household: adults(3), unit: rent700, outcome: 'holds' },
  'two persons have the low limit': { ...in2025, household: adults(2), unit: rent700, outcome: 'fails' },
  'rent on the limit of 2026': { unit: { rentCents: 71_302 }, outcome: 'holds', says: '€ 713,02' },
  'a cent above the limit of 2026': { unit: { rentCents: 71_303 }, outcome: 'fails' },
  'income on the limit': { household: earning(2_940_000), unit: { rentCents: 80_000 }, outcome: 'fails' },
  'income a cent above the limit': {
    household: earning(2_940_001),
    unit: { rentCents: 80_000 },
    outcome: 'holds',
    says: '€ 29.400',
  },
  'the limit of several persons': { household: earning(3_992_500, 2), unit: { rentCents: 80_000 }, outcome: 'fails' },
  'seniors have a lower income limit': {
    household: { members: [senior], incomeCents: 2_900_000 },
    unit: { rentCents: 80_000 },
    outcome: 'holds',
    facts: { incomeLimitCents: 2_877_500 },
  },
  'the oldest member makes a household senior': {
    household: { members: [{ birthDate: '1985-01-01' }, senior], incomeCents: 3_900_000 },
    unit: { rentCents: 80_000 },
    outcome: 'holds',
    facts: { incomeLimitCents: 3_865_000 },
  },
  'income unknown: blocks at confirmation, not at proposal': {
    household: earning(null),
    unit: { rentCents: 80_000 },
    outcome: 'holds',
    says: 'inkomen is niet bekend',
  },
  'income unknown, policy is stricter': {
    household: earning(null),
    unit: { rentCents: 80_000 },
    parameters: { incomeUnknown: 'unknown' },
    outcome: 'unknown',
    says: 'inkomen is niet bekend',
  },
  'income unknown does not matter below the limit': {
    household: earning(null),
    parameters: { incomeUnknown: 'unknown' },
    outcome: 'holds',
  },
  'rent not filled in': { unit: { rentCents: null }, outcome: 'unknown', says: 'huur is niet ingevuld' },
  'rent not filled in, income above the limit': {
    household: earning(5_000_000),
    unit: { rentCents: null },
    outcome: 'holds',
  },
  'birth dates not filled in': { household: { members: [] }, outcome: 'unknown', says: 'geboortedatum' },
  'not self-contained': { unit: { selfContained: false, rentCents: 80_000 }, outcome: 'holds' },
  'not of a corporatie': { unit: { corporatieId: null, rentCents: 80_000 }, outcome: 'holds' },
});
