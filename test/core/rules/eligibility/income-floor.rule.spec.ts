import { describeEligibility } from '../rule-cases';

const unit = { minIncomeCents: 2_400_000 };

describeEligibility('income-floor', {
  'no lowest income': { household: { incomeCents: 0 }, outcome: 'holds' },
  'exactly enough': { household: { incomeCents: 2_400_000 }, unit, outcome: 'holds' },
  'a cent too little': { household: { incomeCents: 2_399_999 }, unit, outcome: 'fails', says: '€ 24.000' },
  'income not known': { household: { incomeCents: null }, unit, outcome: 'holds', says: 'niet bekend' },
  'income not known, by policy': {
    household: { incomeCents: null },
    unit,
    parameters: { incomeUnknown: 'unknown' },
    outcome: 'unknown',
  },
});
