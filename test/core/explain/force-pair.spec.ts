import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { generateProblem } from '../../../src/cli/generate/generate-problem';
import { boundPair, forcePair } from '../../../src/core/explain/force-pair';
import { compareLosses } from '../../../src/core/explain/level-loss';
import type { ExplainPorts } from '../../../src/core/explain/opened-run';
import { rankExactly, optionColumns } from '../../../src/core/explain/rank-options';
import { randomProblem } from '../random-problem';
import { bestValues, everyPlan } from './every-plan';
import { explainPorts, noLimit, openRound } from './opened-round';

let ports: ExplainPorts;
beforeAll(async () => {
  ports = await explainPorts();
});

describe('what it costs to give a household another home', () => {
  it('is on every level what the best of all plans with that pair shows, and never less than the bound', async () => {
    await fc.assert(
      fc.asyncProperty(randomProblem(4), async (problem) => {
        const run = await openRound(problem, ports);
        const plans = everyPlan(run.model);
        const best = bestValues(plans)!;
        for (let column = 0; column < run.model.pairs.length; column++) {
          const bound = boundPair(run, column);
          const forced = await forcePair(run, column, noLimit);
          const expected = bestValues(plans.filter(({ columnValues }) => columnValues[column] === 1));
          if (expected === null) {
            expect(forced.status).toBe('impossible');
            continue;
          }
          const losses = best.map((value, level) => value - expected[level]!);
          expect(forced).toMatchObject({ status: 'exact', losses });
          // The bound speaks of its level and those before it; after a loss, a later level may gain.
          const untilBound = losses.slice(0, bound.level ?? 0);
          const atLeast = untilBound.map((_, level) => (level + 1 === bound.level ? bound.atLeast : 0));
          expect(compareLosses(untilBound, atLeast)).toBeGreaterThanOrEqual(0);
        }
        run.close();
      }),
      { numRuns: 60 },
    );
  });

  it('names everybody whose home changes, and only them', async () => {
    const run = await openRound(generateProblem('XS', 2), ports);
    const homeOf = new Map(run.plan.matches.map(({ householdId, unitId }) => [householdId, unitId]));
    for (const [column, { household, unit }] of [...run.model.pairs].entries()) {
      const forced = await forcePair(run, column, noLimit);
      if (forced.status !== 'exact') continue;
      const after = new Map(homeOf).set(household.id, unit.id);
      for (const { householdId, fromUnitId, toUnitId } of forced.moves) {
        expect(fromUnitId).toBe(homeOf.get(householdId) ?? null);
        expect(householdId).not.toBe(household.id);
        if (toUnitId === null) after.delete(householdId);
        else after.set(householdId, toUnitId);
      }
      const living = [...after.values()].filter((unitId) => unitId === unit.id).length;
      expect(living).toBeLessThanOrEqual(unit.freePlaces);
      const housed = run.plan.levels.findIndex(({ objectiveId }) => objectiveId === 'housed');
      expect(homeOf.size - after.size).toBe(forced.losses[housed]);
    }
    run.close();
  });

  it('says that it stopped when there is no time, and never guesses', async () => {
    const run = await openRound(generateProblem('XS', 1), ports);
    const column = [...run.model.pairs].findIndex(
      (_, at) => run.columnValues[at] === 0 && boundPair(run, at).level !== null,
    );
    expect(await forcePair(run, column, () => 0)).toEqual({ status: 'stopped' });
    run.close();
  });
});

describe('the options of a household', () => {
  it('stand in the order of their exact loss, with equal rank for equal loss', async () => {
    const run = await openRound(generateProblem('XS', 3), ports);
    for (const { id } of run.index.problem.households) {
      const columns = optionColumns(run, id);
      const ranked = await rankExactly(run, columns, noLimit);
      expect(ranked).toHaveLength(columns.length);
      const exact = ranked.filter(({ certainty }) => certainty === 'exact');
      const losses = exact.map(({ levels }) => levels.map(({ loss }) => loss));
      losses.slice(1).forEach((loss, at) => {
        if (!exact[at]!.inPlan) expect(compareLosses(losses[at]!, loss)).toBeLessThanOrEqual(0);
        expect(exact[at + 1]!.rank! >= exact[at]!.rank!).toBe(true);
      });
    }
    run.close();
  });
});
