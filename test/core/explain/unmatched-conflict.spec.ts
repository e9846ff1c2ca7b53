import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { ExplainPorts, OpenedRun } from '../../../src/core/explain/opened-run';
import { optionColumns } from '../../../src/core/explain/rank-options';
import { explainConflict, type NamedRow, type UnmatchedConflict } from '../../../src/core/explain/unmatched-conflict';
import { weigh } from '../../../src/core/optimizer/programme';
import { aHousehold, aProblem, aUnit, aWijk } from '../problem-builder';
import { randomProblem } from '../random-problem';
import { bestValues, everyPlan } from './every-plan';
import { explainPorts, noLimit, openRound } from './opened-round';

let ports: ExplainPorts;
beforeAll(async () => {
  ports = await explainPorts();
});

/** Whether some plan houses the household under these named rows only, and keeps the levels before `level` and itself. */
function canBeHoused(run: OpenedRun, householdId: string, level: number | null, rows: readonly NamedRow[]): boolean {
  const { milp, rowSources, levels } = run.model;
  const isKept = (place: number) => {
    const { row } = rowSources[place]!;
    return row.soft || row.subject.kind === 'household' || rows.some((named) => named.rowId === row.id);
  };
  const rowUpper = milp.rowUpper.map((upper, place) => (isKept(place) ? upper : Infinity));
  const model = { ...run.model, milp: { ...milp, rowUpper } };
  const best = bestValues(everyPlan(run.model))!;
  const options = optionColumns(run, householdId);
  return everyPlan(model).some(({ columnValues }) => {
    if (!options.some((column) => columnValues[column] === 1)) return false;
    return levels.every(({ coefficients }, at) => at >= (level ?? 0) || weigh(coefficients, columnValues) >= best[at]!);
  });
}

describe('the conflict that leaves a household without a home', () => {
  it('is a minimal set of rows: together they rule it out, and without any one of them they do not', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(randomProblem(4), async (problem) => {
        const run = await openRound(problem, ports);
        const housed = new Set(run.plan.matches.map(({ householdId }) => householdId));
        for (const { id } of problem.households.filter((household) => !housed.has(household.id))) {
          const conflict: UnmatchedConflict | null = await explainConflict(run, id, noLimit);
          if (conflict === null) {
            expect(optionColumns(run, id)).toEqual([]);
            continue;
          }
          const rows = conflict.rows!;
          if (rows.length > 0) seen += 1;
          if (rows.length === 0) continue;
          expect(canBeHoused(run, id, conflict.level, rows)).toBe(false);
          for (const row of rows) {
            const others = rows.filter((each) => each !== row);
            expect(canBeHoused(run, id, conflict.level, others)).toBe(true);
          }
        }
        run.close();
      }),
      { numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it('names the full wijk by its rule and its name', async () => {
    const wijken = [
      aWijk({ draagkracht: 2, load: 0 }),
      aWijk({ id: 'W-HGV', name: 'Hoogeveen-Zuid', gemeenteId: 'GM0118' }),
    ];
    const households = [
      aHousehold({ id: 'H1', draaglast: 2, waitingSince: '2026-01-01' }),
      aHousehold({ id: 'H2', draaglast: 2 }),
    ];
    const run = await openRound(
      aProblem({ wijken, households, units: [aUnit(), aUnit({ id: 'U2', name: 'Tweede' })] }),
      ports,
    );
    const conflict = await explainConflict(run, 'H2', noLimit);
    expect(conflict!.rows!.map(({ ruleId, subject }) => [ruleId, subject.name])).toEqual([
      ['draagkracht', 'Assen-Oost'],
    ]);
    run.close();
  });

  it('can name a home that is none of its options, where others would have to live there', async () => {
    const late = { waitingSince: '2026-08-01', doelgroepId: 'jongeren' };
    const run = await openRound(
      aProblem({
        units: [aUnit(), aUnit({ id: 'U2', doelgroepIds: ['volwassenen'] })],
        households: [aHousehold(), aHousehold({ id: 'H2' }), aHousehold({ id: 'H3', ...late })],
      }),
      ports,
    );
    const conflict = await explainConflict(run, 'H3', noLimit);
    expect(conflict!.rows!.map(({ ruleId, subject, ofOptions }) => [ruleId, subject.id, ofOptions]).sort()).toEqual([
      ['places', 'U1', true],
      ['places', 'U2', false],
    ]);
    run.close();
  });
});
