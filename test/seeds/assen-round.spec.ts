import { describe, expect, it } from '@jest/globals';
import { indexProblem } from '../../src/core/matching/problem-index';
import type { Problem } from '../../src/core/matching/problem';
import { policyRules } from '../../src/core/rules/policy-rules';
import { solveProblem } from '../../src/engines/solve-problem';
import { PlacementLoadService } from '../../src/modules/monitor/placement-load.service';
import { SnapshotService } from '../../src/modules/runs/snapshot.service';
import { loadRegion } from '../../src/seed/load-region';
import { createTestDatabase } from '../support/test-database';

async function problemOn(day: string): Promise<Problem> {
  const database = await createTestDatabase();
  const { dataSource } = database;
  try {
    await loadRegion(dataSource, 'assen', { referenceDate: day, actor: null });
    const snapshots = new SnapshotService(new PlacementLoadService());
    return await snapshots.read(dataSource.manager, { regionId: 'assen', asOf: day, seed: 'seeds' });
  } finally {
    await database.drop();
  }
}

describe('a first round on regio Assen as it is loaded', () => {
  // An ordinary day, and one whose planned start falls in the next half year and the next year.
  it.each(['2026-11-22', '2026-12-15'])(
    'has something to decide on %s: most homes filled, rows that bind, people left over',
    async (day) => {
      const problem = await problemOn(day);
      const places = problem.units.reduce((sum, { freePlaces }) => sum + freePlaces, 0);
      expect(places).toBeGreaterThanOrEqual(45);
      expect(places).toBeLessThanOrEqual(60);

      const { plan, violations } = await solveProblem(problem, { engine: 'auto', timeLimitSeconds: 45 });
      expect(violations).toEqual([]);
      expect(plan.levels.map(({ proven }) => proven)).toEqual(plan.levels.map(() => true));
      expect(plan.matches.length).toBeGreaterThanOrEqual(40);
      expect(plan.matches.length).toBeLessThanOrEqual(56);
      expect(problem.households.length - plan.matches.length).toBeGreaterThan(60);

      const kinds = new Set(fullRows(problem, plan.matches));
      expect([...kinds].sort()).toEqual(expect.arrayContaining(['draagkracht', 'spreiding-ceiling', 'wijk-pace']));
    },
    90_000,
  );
});

/** The quotas of which at least one row has no room left for even the lightest of those who were placed. */
function fullRows(problem: Problem, matches: readonly { householdId: string; unitId: string }[]): string[] {
  const index = indexProblem(problem);
  return policyRules(problem.policy).quotas.flatMap(({ rule, parameters }) => {
    const quota = rule.compile(index, parameters);
    const used = quota.rows.map(({ offset }) => offset);
    let lightest = Infinity;
    for (const { householdId, unitId } of matches) {
      const household = index.households.get(householdId);
      const unit = index.units.get(unitId);
      if (household === undefined || unit === undefined) throw new Error('a match outside the problem');
      quota.visitTerms(household, unit, (row, weight) => {
        used[row] = (used[row] ?? 0) + weight;
        lightest = Math.min(lightest, weight);
      });
    }
    return quota.rows.some(({ upper }, row) => upper !== null && (used[row] ?? 0) + lightest > upper) ? [rule.id] : [];
  });
}
