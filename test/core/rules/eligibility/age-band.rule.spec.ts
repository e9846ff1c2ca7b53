import { describeEligibility } from '../rule-cases';

const youth = { ageFrom: 18, ageBelow: 23 };
const born = (birthDate: string) => ({ members: [{ birthDate }] });

describeEligibility('age-band', {
  'no band asks nothing': { household: { members: [] }, outcome: 'holds' },
  '18 on the planned start itself': {
    unit: youth,
    household: born('2008-09-21'),
    outcome: 'holds',
    facts: { age: 18 },
  },
  '18 one day after the planned start': {
    unit: youth,
    household: born('2008-09-22'),
    outcome: 'fails',
    facts: { age: 17 },
  },
  '22 until the day before the birthday': {
    unit: youth,
    household: born('2003-09-22'),
    outcome: 'holds',
    facts: { age: 22 },
  },
  '23 on the planned start: the upper bound is exclusive': {
    unit: youth,
    household: born('2003-09-21'),
    outcome: 'fails',
  },
  'turns 23 between the round and the planned start': { unit: youth, household: born('2003-09-10'), outcome: 'fails' },
  'only a lower bound': { unit: { ageFrom: 23 }, outcome: 'holds', says: '21 september 2026' },
  'only an upper bound': { unit: { ageBelow: 23 }, outcome: 'fails' },
  'the main resident counts, not the youngest': {
    unit: youth,
    household: { members: [{ birthDate: '1985-01-01' }, { birthDate: '2006-01-01' }] },
    outcome: 'fails',
  },
  'no birth date': { unit: youth, household: { members: [] }, outcome: 'unknown', says: 'geboortedatum' },
});
