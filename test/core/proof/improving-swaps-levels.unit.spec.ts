import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { improvingSwaps } from '../../../src/core/proof/improving-swaps';
import { sha256 } from '../../../src/engines/solve-problem';
import { planOf } from '../plan-of';
import { aHousehold, aWijk } from '../problem-builder';
import {
  type Pairs,
  policyOf,
  wish,
  NORTH,
  SOUTH,
  HOMES,
  WAITS,
  problemOf,
  swaps,
  found,
  one,
  floor,
} from './found-swap';

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
    // Without room the bound says nothing about what would be better.
    expect(found(withRoom(0), one, 0, bounded(best))).toBe('replace 2: H1-U1 > H2-U1');
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
