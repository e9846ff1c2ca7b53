import { describeEligibility } from '../rule-cases';

const parent = { birthDate: '1990-01-01' };
const child = { birthDate: '2018-01-01' };

describeEligibility('household-fits', {
  'fits with room to spare': { outcome: 'holds' },
  'exactly enough bedrooms': { household: { bedroomsNeeded: 2 }, outcome: 'holds' },
  'one bedroom short': { household: { bedroomsNeeded: 3 }, outcome: 'fails', says: '3 nodig, hier zijn er 2' },
  'exactly as many persons as allowed': { household: { members: [parent, parent, child] }, outcome: 'holds' },
  'one person too many': { household: { members: [parent, parent, child, child] }, outcome: 'fails' },
  'a child where children may not live': {
    household: { members: [parent, child] },
    unit: { childrenAllowed: false },
    outcome: 'fails',
    facts: { children: 1 },
    says: 'kinderen mogen hier niet wonen',
  },
  'a son who turns 18 on the planned start is no child': {
    household: { members: [parent, { birthDate: '2008-09-21' }] },
    unit: { childrenAllowed: false },
    outcome: 'holds',
    facts: { children: 0 },
  },
  'the main resident is never the child': {
    household: { members: [{ birthDate: '2009-06-01' }] },
    unit: { childrenAllowed: false },
    outcome: 'holds',
  },
  'members not filled in': { household: { members: [] }, outcome: 'unknown', says: 'niet ingevuld' },
  'members not filled in, too few bedrooms anyway': { household: { members: [], bedroomsNeeded: 9 }, outcome: 'fails' },
});
