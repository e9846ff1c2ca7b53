import { describeEligibility } from '../rule-cases';

describeEligibility('unit-end', {
  'a home without an end': { outcome: 'holds' },
  'exactly six months left': { unit: { availableUntil: '2027-03-20' }, outcome: 'holds', facts: { months: 6 } },
  'a day less than six months left': {
    unit: { availableUntil: '2027-03-19' },
    outcome: 'fails',
    says: 'tot en met 19 maart 2027. Een verblijf van ten minste 6 maanden duurt tot en met 20 maart 2027.',
  },
  'no shortest stay at all': { unit: { availableUntil: '2026-09-21' }, parameters: { months: 0 }, outcome: 'holds' },
  'a shorter stay by policy': { unit: { availableUntil: '2026-12-20' }, parameters: { months: 3 }, outcome: 'holds' },
  'calendar months, clamped to the end of the month': {
    start: '2026-08-31',
    unit: { availableFrom: '2026-08-31', availableUntil: '2027-02-28' },
    outcome: 'holds',
    facts: { shortestStayEnds: '2027-02-28' },
  },
});
