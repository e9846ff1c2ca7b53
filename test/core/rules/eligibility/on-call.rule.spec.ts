import { describeEligibility } from '../rule-cases';

describeEligibility('on-call', {
  'nothing asked, nothing known': { outcome: 'holds' },
  'exactly quick enough': { household: { onCallMinutes: 30 }, unit: { onCallMinutes: 30 }, outcome: 'holds' },
  'a minute too slow': {
    household: { onCallMinutes: 30 },
    unit: { onCallMinutes: 31 },
    outcome: 'fails',
    says: '31 minuten',
  },
  'staff on the spot': { household: { onCallMinutes: 0 }, unit: { onCallMinutes: 0 }, outcome: 'holds' },
  'not filled in': { household: { onCallMinutes: 30 }, outcome: 'unknown', says: 'niet ingevuld' },
});
