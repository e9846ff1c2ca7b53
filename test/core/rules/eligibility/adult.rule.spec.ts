import { describeEligibility } from '../rule-cases';

const born = (birthDate: string) => ({ members: [{ birthDate }] });

describeEligibility('adult', {
  'turns 18 on the planned start': { household: born('2008-09-21'), outcome: 'holds', facts: { age: 18 } },
  'turns 18 a day after it': { household: born('2008-09-22'), outcome: 'fails', says: '17 jaar' },
  'was 17 on the day of the round': { household: born('2008-09-10'), outcome: 'holds' },
  'children do not matter': {
    household: { members: [{ birthDate: '1990-01-01' }, { birthDate: '2020-01-01' }] },
    outcome: 'holds',
  },
  'a policy may ask more': { household: born('2006-09-21'), parameters: { age: 21 }, outcome: 'fails' },
  'a policy that asks exactly that': { household: born('2005-09-21'), parameters: { age: 21 }, outcome: 'holds' },
  'no birth date': { household: { members: [] }, outcome: 'unknown', says: 'ontbreekt' },
});
