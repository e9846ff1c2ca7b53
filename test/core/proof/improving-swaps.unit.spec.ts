import { describe, expect, it } from '@jest/globals';
import type { PairDecision, Problem, RuleException } from '../../../src/core/matching/problem';
import { AS_OF, aHousehold, aPolicy, aUnit, aWijk } from '../problem-builder';
import { type Pairs, policyOf, wish, NORTH, SOUTH, HOMES, WAITS, found, one } from './found-swap';

const longWait = [aHousehold(), aHousehold({ id: 'H2', waitingSince: WAITS })];
const both: Pairs = [
  ['H1', 'U1'],
  ['H2', 'U2'],
];
const decision = (householdId: string, unitId: string): PairDecision => ({
  ...{ householdId, unitId, by: 'x', reason: 'y', until: null },
});
const exception = (changes: Partial<RuleException> = {}): RuleException => ({
  ...{ householdId: 'H2', unitId: 'U2', ruleId: 'age-band', by: 'x', reason: 'y', until: AS_OF },
  ...changes,
});

describe('a small change that makes a plan better', () => {
  it.each<[string, Partial<Problem>, Pairs, string | null]>([
    ['an empty place and a household without a home', {}, one, 'fill 1:  > H2-U2'],
    [
      'a household that waits longer',
      { households: longWait, units: HOMES.slice(0, 1) },
      one,
      'replace 3: H1-U1 > H2-U1',
    ],
    [
      'an empty place that is wished for',
      { households: [aHousehold({ wishes: [wish(SOUTH)] })] },
      one,
      'move 4: H1-U1 > H1-U2',
    ],
    [
      'two homes that are wished for by each other',
      { households: [aHousehold({ wishes: [wish(SOUTH)] }), aHousehold({ id: 'H2', wishes: [wish(NORTH)] })] },
      both,
      'trade 4: H1-U1 H2-U2 > H1-U2 H2-U1',
    ],
    [
      'two homes that are wished for by one, which the other would miss as much',
      { households: [aHousehold({ wishes: [wish(SOUTH)] }), aHousehold({ id: 'H2', wishes: [wish(SOUTH)] })] },
      both,
      null,
    ],
    [
      'two homes, more by one than by the other',
      {
        households: [
          aHousehold({ wishes: [wish(SOUTH)] }),
          aHousehold({ id: 'H2', wishes: [wish(SOUTH), wish('elsewhere')] }),
        ],
      },
      both,
      'trade 4: H1-U1 H2-U2 > H1-U2 H2-U1',
    ],
    ['a place that is free for two', { units: [aUnit({ freePlaces: 2 })] }, one, 'fill 1:  > H2-U1'],
    ['nothing', {}, both, null],
    ['a home that would stand empty', { households: [aHousehold()] }, one, null],
  ])('%s', (_name, changes, pairs, expected) => {
    expect(found(changes, pairs)).toBe(expected);
  });

  const young = [HOMES[0]!, { ...HOMES[1]!, ageBelow: 23 }];
  it.each<[string, Partial<Problem>, string | null]>([
    ['a rule about who may live where', { units: young }, null],
    ['such a rule, set aside', { units: young, exceptions: [exception()] }, 'fill 1:  > H2-U2'],
    [
      'such a rule, set aside until yesterday',
      { units: young, exceptions: [exception({ until: '2026-09-06' })] },
      null,
    ],
    [
      'such a rule, set aside for another household',
      { units: young, exceptions: [exception({ householdId: 'H1' })] },
      null,
    ],
    ['such a rule, set aside for another home', { units: young, exceptions: [exception({ unitId: 'U1' })] }, null],
    ['such a rule, where another is set aside', { units: young, exceptions: [exception({ ruleId: 'places' })] }, null],
    ['a ban', { bans: [decision('H2', 'U2')] }, null],
    ['a ban that is on somebody else', { bans: [decision('H1', 'U2')] }, 'fill 1:  > H2-U2'],
    ['the draagkracht of a wijk', { wijken: [aWijk({ id: NORTH }), aWijk({ id: SOUTH, draagkracht: 0 })] }, null],
    [
      'the draagkracht of a wijk, which no rule asks',
      {
        wijken: [aWijk({ id: NORTH }), aWijk({ id: SOUTH, draagkracht: 0 })],
        policy: aPolicy({ ...policyOf(['housed']), rules: [] }),
      },
      'fill 1:  > H2-U2',
    ],
    [
      'a rule that holds for the other home only',
      {
        units: young,
        policy: policyOf(['housed'], {}, [{ ruleId: 'age-band', parameters: {}, scope: { level: 'unit', id: 'U1' } }]),
      },
      null,
    ],
  ])('must keep %s', (_name, changes, expected) => {
    expect(found(changes, one)).toBe(expected);
  });

  it('must be one for both households that trade', () => {
    const households = [aHousehold({ wishes: [wish(SOUTH)] }), aHousehold({ id: 'H2', wishes: [wish(NORTH)] })];
    expect(found({ households, units: young }, both)).toBeNull();
  });

  it('leaves pins where they are', () => {
    const wishes = { households: [aHousehold({ wishes: [wish(SOUTH)] })] };
    expect(found({ ...wishes, pins: [decision('H1', 'U1')] }, one)).toBeNull();
    expect(found({ ...wishes, pins: [{ ...decision('H1', 'U1'), until: '2026-09-06' }] }, one)).toBe(
      'move 4: H1-U1 > H1-U2',
    );
    expect(found({ pins: [decision('H1', 'U1')] }, one)).toBe('fill 1:  > H2-U2');
    expect(found({ households: longWait, units: HOMES.slice(0, 1), pins: [decision('H1', 'U1')] }, one)).toBeNull();
  });

  it('never gives up a home that a household has, or houses it twice', () => {
    const policy = aPolicy({ ...policyOf(['housed']), rules: [] });
    const full = { policy, units: [aUnit()], households: [aHousehold(), aHousehold({ id: 'H2' })] };
    expect(found(full, one)).toBeNull();
  });
});
