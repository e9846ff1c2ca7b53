import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../src/core/matching/plan';
import type { PairDecision, Policy, Problem, RuleException } from '../../../src/core/matching/problem';
import { improvingSwaps } from '../../../src/core/proof/improving-swaps';
import { sha256 } from '../../../src/engines/solve-problem';
import { planOf } from '../plan-of';
import { AS_OF, aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

type Pairs = readonly (readonly [string, string])[];

const policyOf = (
  levels: readonly string[],
  epsilon: Record<string, number> = {},
  rules: Policy['rules'] = [],
): Policy =>
  aPolicy({
    rules: [
      ...['places', 'draagkracht', 'spreiding-floor', 'age-band'].map((ruleId) => ({ ruleId, parameters: {} })),
      ...rules,
    ],
    levels: levels.map((objectiveId) => ({ objectiveId, parameters: {}, epsilon: epsilon[objectiveId] ?? 0 })),
  });
const wish = (wijkId: string, weight = 1) => ({ kind: 'wijk', value: wijkId, weight }) as const;
const [NORTH, SOUTH] = ['W-N', 'W-S'];
const HOMES = [
  aUnit({ id: 'U1', wijkId: NORTH }),
  aUnit({ id: 'U2', wijkId: SOUTH, gemeenteId: 'GM0118' }),
  aUnit({ id: 'U3', wijkId: SOUTH, gemeenteId: 'GM0118' }),
];
const WAITS = '2025-06-01';
const problemOf = (changes: Partial<Problem> = {}): Problem =>
  aProblem({
    policy: policyOf(['housed', 'shortages', 'points', 'wishes']),
    wijken: [aWijk({ id: NORTH }), aWijk({ id: SOUTH, gemeenteId: 'GM0118' })],
    units: HOMES.slice(0, 2),
    households: [aHousehold(), aHousehold({ id: 'H2' })],
    ...changes,
  });
const swaps = (problem: Problem, plan: Plan) => improvingSwaps(problem, plan, { sha256, mayGoOn: () => true });
/** The swap that is found, as in `fill 1: H1-U1 > H2-U2`; null: none. */
function found(changes: Partial<Problem>, pairs: Pairs, shortage = 0, change: (plan: Plan) => Plan = (plan) => plan) {
  const problem = problemOf(changes);
  const { improving, complete } = swaps(problem, change(planOf(problem, pairs, shortage)));
  expect(complete).toBe(improving === null);
  const named = (all: readonly { householdId: string; unitId: string }[]) =>
    all.map(({ householdId, unitId }) => `${householdId}-${unitId}`).join(' ');
  return improving && `${improving.kind} ${improving.level}: ${named(improving.removed)} > ${named(improving.added)}`;
}
const longWait = [aHousehold(), aHousehold({ id: 'H2', waitingSince: WAITS })];
const both: Pairs = [
  ['H1', 'U1'],
  ['H2', 'U2'],
];
const one: Pairs = [['H1', 'U1']];
const decision = (householdId: string, unitId: string): PairDecision => ({
  ...{ householdId, unitId, by: 'x', reason: 'y', until: null },
});
const exception = (changes: Partial<RuleException> = {}): RuleException => ({
  ...{ householdId: 'H2', unitId: 'U2', ruleId: 'age-band', by: 'x', reason: 'y', until: AS_OF },
  ...changes,
});
const floor = (gemeenteId: string, from = '2026-01-01') => ({
  ...{ id: gemeenteId, gemeenteId, doelgroepId: null, from, to: '2026-12-31', floor: 1, ceiling: null, realised: 0 },
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

describe('shortages', () => {
  const households = [aHousehold({ wishes: [wish(SOUTH)] })];
  it('are levels as others are: less is better, and more is a loss', () => {
    const there = { households, spreidingQuotas: [floor('GM0118')] };
    expect(found(there, one, 1)).toBe('move 2: H1-U1 > H1-U2');
    const here = { households, spreidingQuotas: [floor('GM0106')] };
    expect(found(here, one, 0)).toBeNull();
    const neither = { households, spreidingQuotas: [floor('GM0106'), floor('GM0118')] };
    expect(found(neither, one, 1)).toBe('move 4: H1-U1 > H1-U2');
  });

  it('are not made less by who may not live there', () => {
    const units = [HOMES[0]!, { ...HOMES[1]!, ageBelow: 23 }];
    expect(found({ households, units, spreidingQuotas: [floor('GM0118')] }, one, 1)).toBeNull();
  });

  it('count a rule once and one that lacks nothing never', () => {
    const rules = [
      { ruleId: 'agreement', parameters: {} },
      { ruleId: 'spreiding-floor', parameters: {} },
    ];
    const policy = policyOf(['shortages', 'wishes'], {}, rules);
    const agreement = { corporatieId: 'C1', gemeenteId: 'GM0118', doelgroepId: null, year: 2026, realised: 0 };
    const lacking = { policy, households, agreements: [{ id: 'P', ...agreement, agreed: 2 }] };
    expect(found({ ...lacking, spreidingQuotas: [floor('GM0106')] }, one, 2)).toBe('move 2: H1-U1 > H1-U2');
    expect(found({ ...lacking, spreidingQuotas: [{ ...floor('GM0106'), floor: 3 }] }, one, 4)).toBe(
      'move 2: H1-U1 > H1-U2',
    );
    expect(found({ ...lacking, agreements: [] }, one, 0)).toBe('move 2: H1-U1 > H1-U2');
  });
});

describe('room on a level', () => {
  // H2 has 40 points more or so, and the home is wished for by H1.
  const households = [aHousehold({ id: 'H2', waitingSince: WAITS }), aHousehold({ wishes: [wish(NORTH)] })];
  const withRoom = (epsilon: number) => ({
    policy: policyOf(['housed', 'points', 'wishes'], { points: epsilon }),
    units: HOMES.slice(0, 1),
    households,
  });
  const points = (changes: Partial<Problem>, pairs: Pairs) => planOf(problemOf(changes), pairs).levels[1]!.value;
  const loss = points(withRoom(0), [['H2', 'U1']]) - points(withRoom(0), one);
  const waiting: Pairs = [['H2', 'U1']];
  const bounded = (bound: number) => (plan: Plan) => ({
    ...plan,
    levels: plan.levels.map((level) => (level.objectiveId === 'points' ? { ...level, bound } : level)),
  });

  it('is no loss within it, and a loss beyond it', () => {
    expect(loss).toBe(52);
    expect(found(withRoom(0), waiting)).toBeNull();
    expect(found(withRoom(loss - 1), waiting)).toBeNull();
    expect(found(withRoom(loss), waiting)).toBe('replace 3: H2-U1 > H1-U1');
  });

  it('is reckoned from the best, not from the plan', () => {
    const best = points(withRoom(0), waiting);
    expect(found(withRoom(loss), one, 0, bounded(best))).toBeNull();
    expect(found(withRoom(loss), one, 0, bounded(best - 1))).toBe('replace 2: H1-U1 > H2-U1');
    expect(found(withRoom(loss), waiting, 0, bounded(best + 1))).toBeNull();
  });
});

describe('the search', () => {
  const problem = problemOf({
    households: ['H1', 'H2', 'H3', 'H4'].map((id) => aHousehold({ id })),
    units: [{ ...HOMES[0]!, freePlaces: 3 }, HOMES[1]!, { ...HOMES[2]!, ageBelow: 18 }],
    wijken: [aWijk({ id: NORTH, draagkracht: 2 }), aWijk({ id: SOUTH })],
  });
  const plan = planOf(problem, [
    ['H1', 'U1'],
    ['H2', 'U1'],
    ['H3', 'U2'],
  ]);

  it('counts each change that it tries', () => {
    expect(swaps(problem, plan)).toEqual({
      tried: { trade: 2, move: 4, replace: 3, fill: 2 },
      complete: true,
      improving: null,
    });
  });

  it('counts up to the one that it finds', () => {
    const few = problemOf();
    expect(swaps(few, planOf(few, one)).tried).toEqual({ trade: 0, move: 1, replace: 1, fill: 1 });
  });

  it('stops when it may not go on', () => {
    let asked = 0;
    const mayGoOn = () => ++asked <= 3;
    expect(improvingSwaps(problem, plan, { sha256, mayGoOn })).toEqual({
      tried: { trade: 1, move: 1, replace: 1, fill: 0 },
      complete: false,
      improving: null,
    });
  });
});
