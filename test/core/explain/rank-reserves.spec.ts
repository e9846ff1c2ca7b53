import { describe, expect, it } from '@jest/globals';
import { rankReserves } from '../../../src/core/explain/rank-reserves';
import { aHousehold, aProblem, aUnit } from '../problem-builder';
import { sha256 } from '../rules/rule-cases';

const urgent = (band: 0 | 1 | 2 | 3, legalDuty = false) => ({ band, category: null, legalDuty, legalBasis: null });
const problem = aProblem({
  households: [
    aHousehold(),
    aHousehold({ id: 'H2' }),
    aHousehold({ id: 'H3', urgency: urgent(1, true) }),
    aHousehold({ id: 'H4', doelgroepId: 'jongeren' }),
    aHousehold({ id: 'H5', urgency: urgent(2, true) }),
  ],
  units: [aUnit(), aUnit({ id: 'U2' })],
});
const match = (householdId: string, unitId: string) => ({
  ...{ householdId, unitId, plannedStart: '2026-09-21', decidedAtLevel: null },
});
const plan = { matches: [match('H1', 'U1'), match('H5', 'U2')] };

describe('who comes next for a home', () => {
  it('is who may live there and got nothing, a legal duty before others', () => {
    const ranked = rankReserves(problem, plan, { householdId: 'H1', unitId: 'U1' }, sha256);
    expect(ranked[0]).toBe('H3');
    expect(ranked).not.toContain('H1');
    expect(ranked).not.toContain('H5');
    expect(ranked).toContain('H2');
  });

  it('does not depend on the order of the facts', () => {
    const turned = { ...problem, households: [...problem.households].reverse() };
    const pair = { householdId: 'H1', unitId: 'U1' };
    expect(rankReserves(turned, plan, pair, sha256)).toEqual(rankReserves(problem, plan, pair, sha256));
  });

  it('is nobody where everybody got a home', () => {
    const full = { matches: problem.households.map(({ id }) => match(id, 'U1')) };
    expect(rankReserves(problem, full, { householdId: 'H1', unitId: 'U1' }, sha256)).toEqual([]);
  });
});
