import { describe, expect, it } from '@jest/globals';
import type { Problem, SpreidingQuota } from '../../../src/core/matching/problem';
import { missingAgreements } from '../../../src/modules/runs/missing-agreements';
import { aPolicy, aProblem, aUnit, aWijk } from '../../core/problem-builder';

const quota: SpreidingQuota = {
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-07-01', to: '2026-12-31' },
  ...{ floor: null, ceiling: 4, realised: 0 },
};
const ALL = { spreiding: true, draagkracht: true };
const wijken = [aWijk({ draagkracht: 9 }), aWijk({ id: 'W-HGV', gemeenteId: 'GM0118', draagkracht: 9 })];
const textsOf = (changes: Partial<Problem>, use = ALL) =>
  missingAgreements(aProblem({ wijken, spreidingQuotas: [quota], ...changes }), use).map(({ message }) => message);

const later = [
  aUnit(),
  aUnit({ id: 'U2', availableFrom: '2027-03-01' }),
  aUnit({ id: 'U3', availableFrom: '2027-04-15' }),
];

describe('what a round says of agreements that nobody wrote down', () => {
  it.each<[string, Partial<Problem>, string[]]>([
    ['nothing where every start has a quota', {}, []],
    [
      'the gemeente without any quota',
      { spreidingQuotas: [] },
      [
        'Voor gemeente Assen is voor een start op 21 september 2026 geen spreidingsafspraak vastgelegd; er geldt geen bovengrens.',
      ],
    ],
    [
      'the days after the last period on which homes open',
      { units: later },
      [
        'Voor gemeente Assen is in de periode 1 maart 2027 t/m 15 april 2027 geen spreidingsafspraak vastgelegd; er geldt geen bovengrens.',
      ],
    ],
    ['nothing of a gemeente without homes in the round', { units: [] }, []],
    [
      'nothing where it was agreed that there is no ceiling',
      { spreidingQuotas: [{ ...quota, ceiling: null, floor: 2 }] },
      [],
    ],
    ['nothing when the policy does not look at spreiding', { spreidingQuotas: [], policy: aPolicy({ rules: [] }) }, []],
    [
      'the wijk without draagkracht in which a home stands',
      { wijken: [aWijk(), aWijk({ id: 'W-HGV', gemeenteId: 'GM0118' })] },
      ['Voor Assen-Oost (Assen) is geen draagkracht vastgelegd; er geldt geen bovengrens.'],
    ],
  ])('is %s', (_name, changes, expected) => {
    expect(textsOf(changes)).toEqual(expected);
  });

  it('is nothing in a region that never agreed on them', () => {
    const bare = { spreidingQuotas: [], wijken: [aWijk()] };
    expect(textsOf(bare)).toHaveLength(2);
    expect(textsOf(bare, { spreiding: false, draagkracht: false })).toEqual([]);
  });
});
