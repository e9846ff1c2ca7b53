import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem } from '../../src/cli/generate/generate-problem';
import type { RunFiles } from '../../src/engines/answer-question';
import { solveProblem, type SolvedProblem } from '../../src/engines/solve-problem';
import { ExplainThread, type Asked } from '../../src/platform/solver/explain-thread';
import { compileSolverThread } from '../support/compile-solver-thread';

compileSolverThread();

describe('the thread of the explanations', () => {
  const thread = new ExplainThread();
  let rounds: readonly RunFiles[];
  let reads = 0;

  beforeAll(async () => {
    const problems = [1, 2, 3, 4].map((seed) => generateProblem('XS', seed));
    const plans: SolvedProblem[] = [];
    for (const problem of problems) plans.push(await solveProblem(problem, { engine: 'auto', timeLimitSeconds: 60 }));
    rounds = problems.map((problem, at) => ({ problem, plan: plans[at]!.plan }));
  });
  afterAll(() => thread.close());

  const about = (round: number, changes: Partial<Asked> = {}): Asked => ({
    key: `round ${round}`,
    files: () => {
      reads += 1;
      return Promise.resolve(rounds[round]!);
    },
    timeLimitSeconds: 60,
    ...changes,
  });
  const options = (round: number, exact = true) => ({
    kind: 'options' as const,
    householdId: rounds[round]!.plan.matches[0]!.householdId,
    exact,
  });

  it('reads a round once, and answers questions that come together', async () => {
    reads = 0;
    const first = await thread.ask<'options'>(options(0), about(0));
    expect(first[0]).toMatchObject({ inPlan: true, rank: 1, certainty: 'exact' });
    const again = await Promise.all([1, 2, 3].map(() => thread.ask<'options'>(options(0), about(0))));
    for (const answer of again) expect(answer).toEqual(first);
    expect(reads).toBe(1);
  });

  it('keeps a few rounds open and reads a forgotten one again', async () => {
    reads = 0;
    for (const round of [1, 2, 3]) await thread.ask<'options'>(options(round, false), about(round));
    expect(reads).toBe(3);
    await thread.ask<'options'>(options(0, false), about(0));
    expect(reads).toBe(4);
  });

  it('rejects at once when the caller goes away, and goes on for others', async () => {
    const controller = new AbortController();
    const gone = thread.ask<'options'>(options(0), about(0, { signal: controller.signal }));
    const stays = thread.ask<'options'>(options(0), about(0));
    controller.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    expect((await stays)[0]).toMatchObject({ inPlan: true });
  });

  it('says which household or unit was not in the round', async () => {
    const question = { kind: 'why-not' as const, householdId: 'nobody', unitId: 'U', exact: true };
    await expect(thread.ask<'why-not'>(question, about(0))).rejects.toMatchObject({
      code: 'unknown-reference',
      details: { id: 'nobody' },
    });
  });

  it('answers with what is certain when there is no time', async () => {
    const ranked = await thread.ask<'options'>(options(1), about(1, { timeLimitSeconds: 0 }));
    expect(ranked.every(({ certainty }) => certainty === 'bound')).toBe(true);
  });
});
