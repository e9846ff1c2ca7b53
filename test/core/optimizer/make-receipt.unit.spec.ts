import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../../src/core/matching/problem';
import { canonicalJson } from '../../../src/core/matching/canonical-json';
import { receiptProgramme } from '../../../src/core/optimizer/receipt-programme';
import { checkReceipt } from '../../../src/core/proof/check-receipt';
import { sha256 } from '../../../src/engines/solve-problem';
import { engineWith, teamOf, TINY_ENGINE } from '../../support/tiny-engine';
import { planOf } from '../plan-of';
import { aHousehold, aPolicy, aProblem, aUnit } from '../problem-builder';
import { policyOf, PROBLEM, BEST, make } from './receipt-round';

const outcomes = (receipt: Awaited<ReturnType<typeof make>>) => {
  const { faults, levels } = checkReceipt(receipt);
  expect(faults).toEqual([]);
  return levels.map(({ outcome }) => outcome);
};

describe('the programme of a receipt', () => {
  it('is that of the problem, in names', () => {
    const { programme, parts } = receiptProgramme(PROBLEM, sha256);
    const pair = (householdId: string, unitId: string) => ({ pair: [householdId, unitId], part: 0 });
    expect(parts).toHaveLength(1);
    expect(programme.columns).toEqual([
      ...[pair('H1', 'U1'), pair('H1', 'U2'), pair('H2', 'U1'), pair('H2', 'U2'), pair('H3', 'U1'), pair('H3', 'U2')],
      { shortageOf: 6, part: 0, upper: 4 },
    ]);
    expect(programme.rows[0]).toEqual({ ruleId: null, key: 'household:H1', upper: 1, columns: [0, 1] });
    expect(programme.rows.slice(5)).toEqual([
      { ruleId: 'draagkracht', key: 'W-ASSEN', upper: 4, columns: [0, 1, 2, 3, 4, 5], weights: [2, 2, 3, 3, 2, 2] },
      { ruleId: 'spreiding-floor', key: 'Q', lower: 4, columns: [0, 1, 2, 3, 4, 5, 6] },
    ]);
    expect(
      programme.levels.map(({ level, objectiveId, epsilon, constant }) => [level, objectiveId, epsilon, constant]),
    ).toEqual([
      [1, 'housed', 0, 0],
      [2, 'shortages', 0, -4],
      [3, 'points', 0, 0],
      [4, 'wishes', 0, 0],
    ]);
    expect(programme.levels[1]!.worth).toEqual([[6, -1]]);
    expect(programme.levels[3]!.worth).toEqual([
      [4, 100],
      [5, 100],
    ]);
    expect(Object.is(programme.levels[0]!.constant, 0)).toBe(true);
  });

  it('falls into parts, unless a level gives room', () => {
    const apart = aProblem({
      policy: aPolicy({ ...policyOf(), rules: [] }),
      households: [aHousehold(), aHousehold({ id: 'H2' })],
      units: [aUnit({ freePlaces: 2 })],
    });
    const parts = (problem: Problem) => receiptProgramme(problem, sha256).programme.columns.map(({ part }) => part);
    expect(parts(apart)).toEqual([0, 1]);
    const room = {
      ...apart,
      policy: { ...apart.policy, levels: apart.policy.levels.map((level) => ({ ...level, epsilon: 1 })) },
    };
    expect(parts(room)).toEqual([0, 0]);
    const some = apart.policy.levels.map((level, at) => ({ ...level, epsilon: at }));
    expect(parts({ ...apart, policy: { ...apart.policy, levels: some } })).toEqual([0, 0]);
    expect(receiptProgramme({ ...room, households: [] }, sha256).parts).toEqual([]);
  });

  it('writes weights where any of them is not 1', () => {
    const households = [aHousehold({ id: 'H1' }), aHousehold({ id: 'H2', draaglast: 3 })];
    const wijken = PROBLEM.wijken.map((wijk) => ({ ...wijk, draagkracht: 3, load: 0 }));
    const { rows } = receiptProgramme({ ...PROBLEM, households, wijken }, sha256).programme;
    expect(rows.find(({ key }) => key === 'W-ASSEN')!.weights).toEqual([1, 1, 3, 3]);
  });

  it('shows what is pinned', () => {
    const pins = [{ householdId: 'H1', unitId: 'U1', by: 'x', reason: 'y', until: null }];
    expect(receiptProgramme({ ...PROBLEM, pins }, sha256).programme.columns[0]).toEqual({
      pair: ['H1', 'U1'],
      part: 0,
      lower: 1,
    });
  });
});

describe('a receipt', () => {
  it('proves the best plan on every level', async () => {
    const receipt = await make();
    expect(outcomes(receipt)).toEqual(['arithmetic', 'arithmetic', 'arithmetic', 'arithmetic']);
    expect(receipt).toMatchObject({
      format: 'woonplek-receipt/2',
      ...{ regionId: 'assen', policyVersion: '1', seed: 'seed', engine: { id: 'none', version: '1' } },
      ...{ problemHash: sha256(canonicalJson(PROBLEM)), policyHash: sha256(canonicalJson(PROBLEM.policy)) },
      planHash: sha256(canonicalJson(BEST)),
      matches: [
        ['H1', 'U1'],
        ['H3', 'U2'],
      ],
    });
    expect(receipt.levels.every(({ proofs }) => proofs.every(({ witness }) => witness === undefined))).toBe(true);
    expect(receipt.levels[0]).toMatchObject({ level: 1, objectiveId: 'housed', value: 2, bound: 2, constant: 0 });
  });

  it('shows what was given up where the policy gives room', async () => {
    const problem = { ...PROBLEM, policy: policyOf({ housed: 1 }) };
    const plan = planOf(problem, [['H2', 'U1']], 7);
    const claimed = {
      ...plan,
      levels: plan.levels.map((level) => (level.level === 1 ? { ...level, bound: 2 } : level)),
    };
    const { engine, searched } = engineWith();
    const receipt = await make(problem, claimed, teamOf(engine));
    expect(receipt.levels[0]!.proofs[0]!.witness).toHaveLength(2);
    expect(searched).toHaveLength(1);
    expect(searched[0]!.seconds).toBe(60);
    const { faults, levels } = checkReceipt(receipt);
    expect(faults).toEqual([]);
    expect(levels[0]).toMatchObject({ value: 1, bound: 2n, outcome: 'arithmetic' });
    // Two could be housed within the room, so that less would lack than this plan lacks.
    expect(levels[1]).toMatchObject({ value: -7, bound: -6n, outcome: 'search-only' });
    const best = planOf(
      problem,
      [
        ['H1', 'U1'],
        ['H3', 'U2'],
      ],
      6,
    );
    const none = await make(problem, best);
    expect(none.levels[0]!.proofs[0]!.witness).toBeUndefined();
    expect(outcomes(none)[0]).toBe('arithmetic');
  });

  it('proves nothing that is false', async () => {
    const worse = planOf(PROBLEM, [['H2', 'U1']], 7);
    expect(outcomes(await make(PROBLEM, worse))[0]).toBe('search-only');
  });

  it('has less to say without time', async () => {
    const receipt = await make(PROBLEM, BEST, teamOf(TINY_ENGINE), () => 0);
    expect(receipt.levels).toHaveLength(4);
    expect(outcomes(receipt)[0]).toBe('search-only');
  });

  it('is not made of a plan with a pair that may not be', async () => {
    const wrong = { ...BEST, matches: BEST.matches.map((match) => ({ ...match, unitId: 'U9' })) };
    await expect(make(PROBLEM, wrong)).rejects.toMatchObject({
      code: 'engine-failed',
      message: 'A plan with a pair that may not be has no receipt',
      details: { faults: [{ path: 'matches/0' }, { path: 'matches/1' }] },
    });
  });
});
