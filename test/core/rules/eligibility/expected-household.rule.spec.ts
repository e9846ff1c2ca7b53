import { describeEligibility } from '../rule-cases';

// The start is 21 September 2026.
const expected = { from: '2027-06-21', persons: 3, bedroomsNeeded: 2, children: 1 };
const small = { bedrooms: 2, maxPersons: 2 };

describeEligibility('expected-household', {
  'nothing expected': { unit: small, outcome: 'holds' },
  fits: { household: { expected }, unit: { bedrooms: 2, maxPersons: 3 }, outcome: 'holds' },
  'one person too many, on the last day that counts': { household: { expected }, unit: small, outcome: 'fails' },
  'a day later does not count yet': {
    household: { expected: { ...expected, from: '2027-06-22' } },
    unit: small,
    outcome: 'holds',
    says: 'nog niet',
  },
  'by policy only the next months count': {
    household: { expected },
    unit: small,
    parameters: { months: 8 },
    outcome: 'holds',
  },
  'a bedroom too few': { household: { expected }, unit: { bedrooms: 1, maxPersons: 3 }, outcome: 'fails' },
  'a child where children may not live': {
    household: { expected },
    unit: { bedrooms: 2, maxPersons: 3, childrenAllowed: false },
    outcome: 'fails',
    says: 'Kinderen mogen hier niet',
  },
});
