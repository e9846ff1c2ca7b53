import { describeEligibility } from '../rule-cases';

describeEligibility('ready-for-outflow', {
  'ready long ago': { outcome: 'holds' },
  'ready on the planned start': { household: { readyForOutflowOn: '2026-09-21' }, outcome: 'holds' },
  'ready the day after': {
    household: { readyForOutflowOn: '2026-09-22' },
    outcome: 'fails',
    says: '22 september 2026',
  },
  'no date': { household: { readyForOutflowOn: null }, outcome: 'unknown', says: 'niet ingevuld' },
  'Housing First asks no readiness': {
    household: { readyForOutflowOn: null },
    unit: { housingFirst: true },
    outcome: 'holds',
  },
});
