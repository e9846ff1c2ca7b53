import { describe, expect, it } from '@jest/globals';
import { compareWithPlan, compareWithProblem } from '../../../src/core/optimizer/compare-receipt';
import { sha256 } from '../../../src/engines/solve-problem';
import { changed } from '../../support/small-receipts';
import { PROBLEM, BEST, make } from './receipt-round';

describe('a comparison', () => {
  it.each<[string, unknown, string[], string[]]>([
    ['seed', 'x', ['seed'], ['seed']],
    ['regionId', 'x', ['regionId'], []],
    ['problemHash', 'x', ['problemHash'], ['problemHash']],
    ['policyHash', 'x', ['policyHash'], []],
    ['policyVersion', 'x', ['policyVersion'], []],
    ['planHash', 'x', [], ['planHash']],
    ['engine/version', 'x', [], ['engine']],
    ['matches/0/1', 'U2', [], ['matches/0']],
    ['matches/2', ['H2', 'U2'], [], ['matches']],
    ['columns/0/part', 7, [], []],
    ['columns/0/pair', ['H9', 'U1'], ['columns/0'], []],
    ['columns/6/upper', 5, ['columns/6'], []],
    ['columns/7', { pair: ['H9', 'U1'], part: 0 }, ['columns'], []],
    ['rows/0/upper', 2, ['rows/0'], []],
    ['levels/0/worth/0/1', 2, ['levels/0'], []],
    ['levels/1/constant', 0, ['levels/1'], []],
    ['levels/1/epsilon', 1, ['levels/1'], ['levels/1']],
    ['levels/1/value', 1, [], ['levels/1']],
    ['levels/1/objectiveId', 'x', ['levels/1'], ['levels/1']],
    ['levels/0/level', 9, ['levels/0'], ['levels/0']],
    ['levels/0/proofs', [], [], []],
  ])('sees another %s', async (path, value, ofProblem, ofPlan) => {
    const file = changed(await make(), { [path]: value });
    expect(compareWithProblem(file, PROBLEM, sha256).map((fault) => fault.path)).toEqual(ofProblem);
    expect(compareWithPlan(file, BEST, sha256).map((fault) => fault.path)).toEqual(ofPlan);
  });

  it('says what stands there and what should', async () => {
    const receipt = await make();
    expect(compareWithProblem(receipt, PROBLEM, sha256)).toEqual([]);
    expect(compareWithPlan(receipt, BEST, sha256)).toEqual([]);
    const file = changed(receipt, { seed: 'x', matches: [] });
    expect(compareWithPlan(file, BEST, sha256)).toEqual([
      { path: 'seed', value: 'x', expected: '"seed"' },
      { path: 'matches', value: 0, expected: '2 regels' },
    ]);
  });
});
