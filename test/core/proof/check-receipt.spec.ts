import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { generateProblem } from '../../../src/cli/generate/generate-problem';
import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { compareWithPlan, compareWithProblem } from '../../../src/core/optimizer/compare-receipt';
import type { EngineChoice } from '../../../src/core/optimizer/engine';
import { makeReceipt } from '../../../src/core/optimizer/make-receipt';
import { proposeMatches } from '../../../src/core/optimizer/propose-matches';
import { checkReceipt } from '../../../src/core/proof/check-receipt';
import type { ReceiptFile } from '../../../src/core/proof/receipt-file';
import { chooseEngines } from '../../../src/engines/registry';
import { sha256 } from '../../../src/engines/solve-problem';
import { parseReceiptFile } from '../../../src/platform/problem-file/parse-receipt-file';
import { receiptText } from '../../../src/platform/problem-file/receipt-text';
import { bestOfReceipt } from '../../support/best-of-receipt';
import { changed, ODD_CIRCLE } from '../../support/small-receipts';
import { tampered } from '../../support/tampered';
import { randomProblem } from '../random-problem';

let engine: EngineChoice;
beforeAll(async () => {
  engine = await chooseEngines('auto');
});

async function solved(problem: Problem): Promise<{ plan: Plan; receipt: ReceiptFile }> {
  const plan = await proposeMatches(problem, { engine, sha256 }, { timeLimitSeconds: 60 });
  const receipt = await makeReceipt(problem, plan, { engine, sha256, secondsLeft: () => 60 });
  return { plan, receipt };
}

/** A receipt as it comes back from its file. */
function written(receipt: ReceiptFile): ReceiptFile {
  const read = parseReceiptFile(receiptText(receipt));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.receipt;
}

const outcomes = (receipt: ReceiptFile) => checkReceipt(receipt).levels.map(({ outcome }) => outcome);

/** Problems without pins that contradict each other, which have no plan. */
const problems = (size: number) => randomProblem(size).map((problem) => ({ ...problem, pins: [] }));
const withoutRoom = (problem: Problem): Problem => ({
  ...problem,
  policy: { ...problem.policy, levels: problem.policy.levels.map((level) => ({ ...level, epsilon: 0 })) },
});

describe('the receipt of a plan', () => {
  it.each([1, 2, 3, 4])('proves every level of made-up region %i by arithmetic alone', async (seed) => {
    const problem = generateProblem('XS', seed);
    const { plan, receipt } = await solved(problem);
    const file = written(receipt);
    expect(compareWithProblem(file, problem, sha256)).toEqual([]);
    expect(compareWithPlan(file, plan, sha256)).toEqual([]);
    expect(checkReceipt(file).faults).toEqual([]);
    expect(outcomes(file)).toEqual(plan.levels.map(() => 'arithmetic'));
  });

  it('proves every level of a tight region, with rows that are learnt', async () => {
    const problem = generateProblem('S', 2);
    const { plan, receipt } = await solved(problem);
    const file = written(receipt);
    expect(compareWithProblem(file, problem, sha256)).toEqual([]);
    expect(compareWithPlan(file, plan, sha256)).toEqual([]);
    // With a fault no level is proven.
    expect(outcomes(file)).toEqual(plan.levels.map(() => 'arithmetic'));
    const proofs = file.levels.flatMap((level) => level.proofs);
    expect(proofs.some(({ rounds = [] }) => rounds.some(({ learnt }) => learnt.length > 0))).toBe(true);
  });

  it('proves every level of any part of a tight region, whoever is first', async () => {
    const whole = generateProblem('S', 2);
    const some = fc
      .tuple(
        fc.shuffledSubarray(whole.households.slice(), { minLength: 3, maxLength: 30 }),
        fc.shuffledSubarray(whole.units.slice(), { minLength: 5 }),
        fc.stringMatching(/^[0-9a-f]{32}$/),
      )
      .map(([households, units, lots]): Problem => ({ ...whole, households, units, seed: lots }));
    await fc.assert(
      fc.asyncProperty(some, async (problem) => {
        const { plan, receipt } = await solved(problem);
        expect(checkReceipt(receipt).faults).toEqual([]);
        expect(outcomes(receipt)).toEqual(plan.levels.map(() => 'arithmetic'));
      }),
      { numRuns: 60 },
    );
  });

  it('proves what only a row that is learnt can prove, and nothing false where that is changed', () => {
    expect(checkReceipt(ODD_CIRCLE).faults).toEqual([]);
    expect(outcomes(ODD_CIRCLE)).toEqual(['arithmetic', 'arithmetic']);
    let [proven, unproven] = [0, 0];
    const hash = '0'.repeat(64);
    const file = changed(ODD_CIRCLE, { problemHash: hash, policyHash: hash, planHash: hash });
    fc.assert(
      fc.property(tampered(file), ({ value, what }) => {
        const read = parseReceiptFile(JSON.stringify(value));
        if ('errors' in read) return;
        const check = checkReceipt(read.receipt);
        const count = check.levels.findIndex(({ outcome }) => outcome !== 'arithmetic');
        const values = check.levels.slice(0, count === -1 ? undefined : count).map((level) => level.value);
        if (values.length === 2) proven++;
        else unproven++;
        const best = bestOfReceipt(read.receipt);
        if (best !== null && values.length > 0)
          expect({ what, values }).toEqual({ what, values: best.slice(0, values.length) });
      }),
      { numRuns: 600 },
    );
    expect(proven).toBeGreaterThan(20);
    expect(unproven).toBeGreaterThan(50);
  });

  it('proves every level of any problem, and what it proves is what trying every plan finds', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(problems(4), async (problem) => {
        const { plan, receipt } = await solved(problem);
        const file = written(receipt);
        expect(compareWithProblem(file, problem, sha256)).toEqual([]);
        expect(checkReceipt(file).faults).toEqual([]);
        expect(outcomes(file)).toEqual(plan.levels.map(() => 'arithmetic'));
        const best = problem.policy.levels.every(({ epsilon }) => epsilon === 0) ? bestOfReceipt(file) : null;
        if (best === null) return;
        tried++;
        expect(plan.levels.map(({ value }) => value)).toEqual(best);
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(tried).toBeGreaterThan(30);
  });

  it('proves every level where the policy gives room on one, with a plan that shows what was given up', async () => {
    let witnesses = 0;
    for (const seed of [1, 2, 3, 4]) {
      const problem = generateProblem('XS', seed);
      const levels = problem.policy.levels.map((level) =>
        level.objectiveId === 'points' ? { ...level, epsilon: 60 } : level,
      );
      const { plan, receipt } = await solved({ ...problem, policy: { ...problem.policy, levels } });
      const file = written(receipt);
      if (file.levels.some(({ proofs }) => proofs.some(({ witness }) => witness !== undefined))) witnesses++;
      expect(checkReceipt(file).faults).toEqual([]);
      expect(outcomes(file)).toEqual(plan.levels.map(() => 'arithmetic'));
    }
    expect(witnesses).toBeGreaterThan(0);
  });

  it('never proves a falsehood, whatever is changed in it', async () => {
    let [refused, proven, examined] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(problems(3).map(withoutRoom), fc.gen(), async (problem, gen) => {
        const { plan, receipt } = await solved(problem);
        for (let change = 0; change < 12; change++) {
          const { value, what } = gen(tampered, written(receipt));
          const read = parseReceiptFile(JSON.stringify(value));
          if ('errors' in read) {
            refused++;
            continue;
          }
          const check = checkReceipt(read.receipt);
          const count = check.levels.findIndex(({ outcome }) => outcome !== 'arithmetic');
          const values = check.levels.slice(0, count === -1 ? undefined : count).map((level) => level.value);
          if (values.length === 0) continue;
          proven++;
          // As a statement about the programme in the file, it is true.
          const best = bestOfReceipt(read.receipt);
          if (best !== null) {
            examined++;
            expect({ what, values }).toEqual({ what, values: best.slice(0, values.length) });
          }
          // And as a statement about the problem it is the truth, or the comparison says what differs.
          if (compareWithProblem(read.receipt, problem, sha256).length > 0) continue;
          expect({ what, values }).toEqual({
            what,
            values: plan.levels.slice(0, values.length).map((each) => each.value),
          });
        }
      }),
      { numRuns: 60, seed: 12 },
    );
    expect(refused).toBeGreaterThan(50);
    expect(examined).toBeGreaterThan(20);
    expect(proven).toBeGreaterThan(examined - 1);
  });
});
