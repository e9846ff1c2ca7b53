import { describeEligibility } from '../rule-cases';

describeEligibility('entitlement', {
  entitled: { outcome: 'holds' },
  'until the planned start': {
    household: { entitlement: { status: 'entitled', until: '2026-09-21' } },
    outcome: 'holds',
  },
  'until the day before': {
    household: { entitlement: { status: 'entitled', until: '2026-09-20' } },
    outcome: 'fails',
    says: 'tot en met 20 september 2026',
  },
  'not entitled': { household: { entitlement: { status: 'not-entitled', until: null } }, outcome: 'fails' },
  'not known': {
    household: { entitlement: { status: 'unknown', until: null } },
    outcome: 'unknown',
    says: 'niet bekend',
  },
});
