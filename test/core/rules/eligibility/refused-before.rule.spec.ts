import { describeEligibility } from '../rule-cases';

const refusal = (changes: { unitId?: string; complexId?: string; until?: string }) => ({
  refusals: [{ unitId: null, complexId: null, until: null, reasonCode: 'TEK', ...changes }],
});

describeEligibility('refused-before', {
  'nothing refused': { outcome: 'holds' },
  'this home': { household: refusal({ unitId: 'U1' }), outcome: 'fails', facts: { refused: 'unit' }, says: 'TEK' },
  'another home': { household: refusal({ unitId: 'U2' }), outcome: 'holds' },
  'its complex': {
    household: refusal({ complexId: 'X1' }),
    unit: { complexId: 'X1' },
    outcome: 'fails',
    facts: { refused: 'complex' },
  },
  'a home without a complex': { household: refusal({ complexId: 'X1' }), outcome: 'holds' },
  'the reason holds on the day of the round': {
    household: refusal({ unitId: 'U1', until: '2026-09-07' }),
    outcome: 'fails',
    says: 'tot en met 7 september 2026',
  },
  'the reason ended the day before the round': {
    household: refusal({ unitId: 'U1', until: '2026-09-06' }),
    outcome: 'holds',
  },
});
