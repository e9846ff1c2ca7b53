import { describeEligibility } from '../rule-cases';

describeEligibility('availability-window', {
  'free now': { outcome: 'holds' },
  'free from a later day: that is the planned start': {
    unit: { availableFrom: '2026-12-01' },
    outcome: 'holds',
    facts: { start: '2026-12-01' },
    says: '1 december 2026',
  },
  'a start before the home is free': { unit: { availableFrom: '2026-12-01' }, start: '2026-11-30', outcome: 'fails' },
  'ends on the planned start': { unit: { availableUntil: '2026-09-21' }, outcome: 'holds' },
  'ended the day before': { unit: { availableUntil: '2026-09-20' }, outcome: 'fails' },
});
