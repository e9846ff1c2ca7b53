import { describe, expect, it } from '@jest/globals';
import type { PolicyRule, PolicyScope } from '../../../src/core/matching/problem';
import { entriesForHome, placementsUnder } from '../../../src/core/proof/policy-entries';
import { aHousehold, aUnit, START } from '../problem-builder';

const HOME = aUnit({ id: 'U1', complexId: 'X1', programme: 'urgency' });
const [REGION, PROGRAMME, COMPLEX, UNIT]: (PolicyScope | undefined)[] = [
  undefined,
  { level: 'programme', id: 'urgency' },
  { level: 'complex', id: 'X1' },
  { level: 'unit', id: 'U1' },
];
const OTHER: PolicyScope[] = [
  { level: 'programme', id: 'X1' },
  { level: 'complex', id: 'U1' },
  { level: 'unit', id: 'urgency' },
];
const entry = (ruleId: string, scope?: PolicyScope): PolicyRule => ({ ruleId, parameters: {}, scope });

// The narrowest entry of `herkomst` counts; of `doelgroep` all of them do.
describe('the entries of a policy for a home', () => {
  it.each<[(PolicyScope | undefined)[], number[], number[]]>([
    [[REGION], [0], [0]],
    [[REGION, PROGRAMME], [1], [0, 1]],
    [[COMPLEX, PROGRAMME], [0], [0, 1]],
    [[COMPLEX, UNIT, REGION], [1], [0, 1, 2]],
    [
      [UNIT, UNIT],
      [0, 1],
      [0, 1],
    ],
    [[...OTHER], [], []],
    [[...OTHER, REGION], [3], [3]],
    [[PROGRAMME, ...OTHER], [0], [0]],
  ])('in the scopes %j', (scopes, narrowest, all) => {
    const kept = (ruleId: string) => {
      const entries = scopes.map((scope) => entry(ruleId, scope));
      return entriesForHome(entries, HOME).map((each) => entries.indexOf(each));
    };
    expect(kept('herkomst')).toEqual(narrowest);
    expect(kept('doelgroep')).toEqual(all);
  });

  it('are judged rule by rule', () => {
    const entries = [entry('herkomst', UNIT), entry('rent-limit'), entry('herkomst')];
    expect(entriesForHome(entries, HOME)).toEqual(entries.slice(0, 2));
  });

  it.each<[string, PolicyRule[], string[]]>([
    ['all where it is not listed', [entry('draagkracht', UNIT)], ['U1', 'U2']],
    ['all where it is listed for the region', [entry('places')], ['U1', 'U2']],
    ['those of its home', [entry('places', UNIT)], ['U1']],
    [
      'those of any of its homes',
      [entry('places', UNIT), entry('places', { level: 'complex', id: 'X2' })],
      ['U1', 'U2'],
    ],
    ['none elsewhere', [entry('places', OTHER[0])], []],
  ])('count placements: %s', (_name, entries, expected) => {
    const placements = [HOME, aUnit({ id: 'U2', complexId: 'X2' })].map((unit) => ({
      household: aHousehold(),
      unit,
      start: START,
    }));
    expect(placementsUnder(entries, 'places', placements).map(({ unit }) => unit.id)).toEqual(expected);
  });
});
