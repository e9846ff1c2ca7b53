import { describeEligibility } from '../rule-cases';

describeEligibility('pets', {
  'no pets, not allowed': { unit: { petsAllowed: false }, outcome: 'holds' },
  'no pets, not filled in': { unit: { petsAllowed: null }, outcome: 'holds' },
  'a dog where pets are allowed': { household: { pets: 1 }, outcome: 'holds' },
  'a dog where they are not': { household: { pets: 1 }, unit: { petsAllowed: false }, outcome: 'fails' },
  'a dog, not filled in': {
    household: { pets: 1 },
    unit: { petsAllowed: null },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
