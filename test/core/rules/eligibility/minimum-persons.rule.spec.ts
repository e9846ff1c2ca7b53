import { describeEligibility } from '../rule-cases';

const persons = (count: number) => ({ members: Array.from({ length: count }, () => ({ birthDate: '1990-01-01' })) });

describeEligibility('minimum-persons', {
  'no minimum': { outcome: 'holds' },
  'exactly enough': { household: persons(3), unit: { minPersons: 3 }, outcome: 'holds' },
  'one too few': { household: persons(2), unit: { minPersons: 3 }, outcome: 'fails', says: 'ten minste 3' },
  'nobody is filled in': { household: persons(0), unit: { minPersons: 1 }, outcome: 'unknown', says: 'niet ingevuld' },
  'nobody is filled in, and no minimum': { household: persons(0), outcome: 'holds' },
});
