import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem } from '../../src/cli/generate/generate-problem';
import type { Progress } from '../../src/core/optimizer/propose-matches';
import { solveProblem } from '../../src/engines/solve-problem';
import { solveInThread } from '../../src/platform/solver/solve-in-thread';
import { aProblem, aUnit } from '../core/problem-builder';
import { compileSolverThread } from '../support/compile-solver-thread';

const options = { engine: 'auto', timeLimitSeconds: 60 } as const;

describe('the solver in its own thread', () => {
  beforeAll(() => void compileSolverThread());

  it('gives the same plan as this thread, with progress and times', async () => {
    const problem = generateProblem('XS', 1);
    const seen: Progress[] = [];
    const solved = await solveInThread(problem, options, { onProgress: (progress) => seen.push(progress) });
    expect(solved.plan).toEqual((await solveProblem(problem, options)).plan);
    expect(solved.violations).toEqual([]);
    expect(Object.values(solved.seconds).every((seconds) => seconds >= 0)).toBe(true);
    const last = seen.at(-1);
    expect(last).toMatchObject({ phase: 'solve', level: problem.policy.levels.length });
    expect(last?.phase === 'solve' && last.finished).toBe(last?.phase === 'solve' && last.total);
  });

  it('gives the same plan whatever its thread did before, also beside another', async () => {
    const [one, other] = [generateProblem('XS', 2), generateProblem('XS', 3)];
    const first = await solveInThread(one, options);
    await solveInThread(other, options);
    const beside = solveInThread(other, options);
    const again = await solveInThread(one, options);
    expect(again.plan).toEqual(first.plan);
    expect((await beside).plan).toEqual((await solveProblem(other, options)).plan);
  });

  it('keeps this event loop awake', async () => {
    let longest = 0;
    let before = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    }, 10);
    await solveInThread(generateProblem('S', 5), { ...options, timeLimitSeconds: 3 });
    clearInterval(timer);
    expect(longest).toBeLessThan(1_000);
  });

  it('stops at once when asked', async () => {
    const controller = new AbortController();
    const running = solveInThread(generateProblem('M', 1), options, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('genoeg')),
    });
    await expect(running).rejects.toThrow('genoeg');
    await expect(solveInThread(generateProblem('XS', 1), options, { signal: controller.signal })).rejects.toThrow(
      'genoeg',
    );
  });

  it('hands over the faults of the optimiser', async () => {
    const pin = { householdId: 'H1', unitId: 'U1', by: 'x', reason: 'y', until: null };
    const problem = aProblem({ units: [aUnit({ ageBelow: 20 })], pins: [pin] });
    await expect(solveInThread(problem, options)).rejects.toMatchObject({
      name: 'DomainError',
      code: 'problem-infeasible',
    });
  });
});
