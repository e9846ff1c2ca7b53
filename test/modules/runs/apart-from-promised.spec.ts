import { describe, expect, it } from '@jest/globals';
import type { HouseholdGroup } from '../../../src/core/matching/rule-facts';
import { apartFromPromised } from '../../../src/modules/runs/snapshot/assemble-groups';
import type { HomePromise } from '../../../src/modules/runs/snapshot/promise';
import { AS_OF, aHousehold } from '../../core/problem-builder';

const promise: HomePromise = {
  householdId: 'H2',
  unitId: 'U1',
  complexId: 'X1',
  portiekId: null,
  gemeenteId: 'GM0106',
  wijkId: 'W-ASSEN',
  corporatieId: null,
  aanbiederId: 'A1',
  doelgroepId: 'volwassenen',
  supportLevel: 'light',
  draaglast: 1,
  guidanceHours: 1,
  startDate: '2026-09-21',
};
const areasOf = (changes: Partial<HouseholdGroup>, promises = [promise]) => {
  const apart = [{ id: 'G', householdIds: ['H1', 'H2'], within: 'wijk' as const, until: null, ...changes }];
  return apartFromPromised({ apart }, [aHousehold()], promises, AS_OF)[0]!.exclusionAreas;
};

describe('who must live apart from somebody that was promised a home', () => {
  it.each([
    ['wijk', { gemeenteIds: [], wijkIds: ['W-ASSEN'], until: null }],
    ['complex', { gemeenteIds: [], wijkIds: ['W-ASSEN'], until: null }],
    ['gemeente', { gemeenteIds: ['GM0106'], wijkIds: [], until: null }],
  ] as const)('stays out of the area, within a %s', (within, area) => {
    expect(areasOf({ within })).toEqual([area]);
  });

  it('for as long as that was agreed', () => {
    expect(areasOf({ until: '2026-12-31' })).toMatchObject([{ until: '2026-12-31' }]);
    expect(areasOf({ until: '2026-09-06' })).toEqual([]);
  });

  it('stays free of others, and of a promise of its own', () => {
    expect(areasOf({ householdIds: ['H3', 'H2'] })).toEqual([]);
    expect(areasOf({}, [{ ...promise, householdId: 'H1' }])).toEqual([]);
    expect(areasOf({}, [])).toEqual([]);
  });
});
