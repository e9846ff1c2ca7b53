import { describeEligibility } from '../rule-cases';

describeEligibility('pause', {
  'no pause': { outcome: 'holds' },
  'can start again on the planned start': { household: { pausedUntil: '2026-09-21' }, outcome: 'holds' },
  'can start again a day later': {
    household: { pausedUntil: '2026-09-22' },
    outcome: 'fails',
    says: '22 september 2026',
  },
  'a later start is after the pause': {
    household: { pausedUntil: '2026-10-01' },
    unit: { availableFrom: '2026-10-01' },
    outcome: 'holds',
  },
});
