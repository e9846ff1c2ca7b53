import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { generateProblem } from '../../../src/cli/generate/generate-problem';
import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { indexProblem, plannedStart } from '../../../src/core/matching/problem-index';
import type { EngineChoice } from '../../../src/core/optimizer/engine';
import { proposeMatches } from '../../../src/core/optimizer/propose-matches';
import { improvingSwaps, SWAP_KINDS } from '../../../src/core/proof/improving-swaps';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { chooseEngines } from '../../../src/engines/registry';
import { sha256 } from '../../../src/engines/solve-problem';
import { randomProblem } from '../random-problem';

let engine: EngineChoice;
beforeAll(async () => {
  engine = await chooseEngines('auto');
});

const propose = (problem: Problem) => proposeMatches(problem, { engine, sha256 }, { timeLimitSeconds: 60 });
const ports = { sha256, mayGoOn: () => true };

/** A plan with other matches and the values that the verifier asks for. */
function withMatches(problem: Problem, plan: Plan, pairs: readonly { householdId: string; unitId: string }[]): Plan {
  const { units } = indexProblem(problem);
  const matches = pairs.map((pair) => ({
    ...pair,
    plannedStart: plannedStart(problem, units.get(pair.unitId)!),
    decidedAtLevel: null,
  }));
  const wrong = verifyPlan(problem, { ...plan, matches }, { sha256 });
  const levels = plan.levels.map((level) => {
    const found = wrong.find(({ details, subject }) => details['what'] === 'value' && subject.id === level.objectiveId);
    const value = found === undefined ? level.value : Number(found.details['expected']);
    return { ...level, value, bound: Math.max(value, level.bound), proven: false, method: 'not-proven' as const };
  });
  return { ...plan, matches, levels, status: 'feasible' };
}

describe('small changes of a plan', () => {
  it('never make the best plan better', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem(5), async (random) => {
        const problem = { ...random, pins: [] };
        const plan = await propose(problem);
        expect(improvingSwaps(problem, plan, ports)).toMatchObject({ complete: true, improving: null });
      }),
      { numRuns: 60, seed: 31 },
    );
  });

  it('are all counted', async () => {
    const problem = generateProblem('XS', 1);
    const plan = await propose(problem);
    const { tried } = improvingSwaps(problem, plan, ports);
    const placed = plan.matches.length;
    const taken = (id: string) => plan.matches.filter(({ unitId }) => unitId === id).length;
    const free = problem.units.filter((unit) => taken(unit.id) < unit.freePlaces);
    const waiting = problem.households.length - placed;
    const same = problem.units.reduce((sum, { id }) => sum + (taken(id) * (taken(id) - 1)) / 2, 0);
    expect(tried).toEqual({
      trade: (placed * (placed - 1)) / 2 - same,
      move: placed * free.length - plan.matches.filter(({ unitId }) => free.some(({ id }) => id === unitId)).length,
      fill: waiting * free.length,
      replace: placed * waiting,
    });
  });

  it('are found where a plan leaves one, keep every rule, and make it better on the level that is named', async () => {
    let found = 0;
    const kinds = new Set<string>();
    const regions = [1, 2, 3].map((seed) => generateProblem('XS', seed));
    // Where everybody has a home, only trades and moves are left.
    for (const region of [...regions]) {
      const housed = new Set((await propose(region)).matches.map(({ householdId }) => householdId));
      regions.push({ ...region, households: region.households.filter(({ id }) => housed.has(id)) });
    }
    for (const problem of regions) {
      const best = await propose(problem);
      // A place that could be taken, and the best plan for who wants the levels the other way round.
      const policy = { ...problem.policy, levels: problem.policy.levels.toReversed() };
      const worse = [best.matches.slice(1), (await propose({ ...problem, policy })).matches];
      for (const plan of worse.map((matches) => withMatches(problem, best, matches))) {
        const { improving } = improvingSwaps(problem, plan, ports);
        if (improving === null) continue;
        found++;
        kinds.add(improving.kind);
        const key = (pair: { householdId: string; unitId: string }) => `${pair.householdId} ${pair.unitId}`;
        const removed = new Set(improving.removed.map(key));
        const pairs = [...plan.matches.filter((match) => !removed.has(key(match))), ...improving.added];
        const better = withMatches(problem, plan, pairs);
        const broken = verifyPlan(problem, better, { sha256 }).filter(({ ruleId }) => ruleId !== 'level');
        expect(broken).toEqual([]);
        const at = better.levels.findIndex(({ value }, level) => value !== plan.levels[level]!.value);
        expect(at + 1).toBe(improving.level);
        expect(better.levels[at]!.value).toBeGreaterThan(plan.levels[at]!.value);
      }
    }
    expect(found).toBeGreaterThan(3);
    expect([...kinds].sort()).toEqual([...SWAP_KINDS].sort());
  });

  it('stop when there is no time, and say so', async () => {
    const problem = generateProblem('XS', 1);
    let asked = 0;
    const statement = improvingSwaps(problem, await propose(problem), { sha256, mayGoOn: () => ++asked <= 10 });
    expect(statement).toMatchObject({ complete: false, improving: null });
    expect(Object.values(statement.tried).reduce((sum, count) => sum + count, 0)).toBe(10);
  });
});
