import { describeEligibility } from '../rule-cases';

const adult = { birthDate: '1990-01-01' };
const turns18OnTheStart = { birthDate: '2008-09-21' };
const turns18Later = { birthDate: '2008-09-22' };

describeEligibility('co-residence', {
  'no limit': { household: { members: [adult, adult, adult] }, outcome: 'holds' },
  'one adult with children': {
    household: { members: [adult, turns18Later] },
    unit: { maxAdults: 1 },
    outcome: 'holds',
  },
  'a child that is of age on the start counts': {
    household: { members: [adult, turns18OnTheStart] },
    unit: { maxAdults: 1 },
    outcome: 'fails',
    says: 'Volwassenen: 2',
  },
  'exactly as many as allowed': { household: { members: [adult, adult] }, unit: { maxAdults: 2 }, outcome: 'holds' },
  'nobody is filled in': {
    household: { members: [] },
    unit: { maxAdults: 1 },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});
