import { describeEligibility } from '../rule-cases';

// The round is on 7 September 2026 and the start 14 days later.
describeEligibility('minimum-notice', {
  'nothing asked': { outcome: 'holds' },
  'exactly enough for the household': { household: { noticeDays: 14 }, outcome: 'holds' },
  'a day short for the household': { household: { noticeDays: 15 }, outcome: 'fails', says: 'huishouden 15' },
  'a day short for the home': { unit: { noticeDays: 15 }, outcome: 'fails', says: 'woonplek 15' },
  'a day short by policy': { parameters: { days: 15 }, outcome: 'fails', says: 'beleid 15' },
  'a home that comes free later gives more time': {
    household: { noticeDays: 15 },
    unit: { availableFrom: '2026-09-22' },
    outcome: 'holds',
  },
});
