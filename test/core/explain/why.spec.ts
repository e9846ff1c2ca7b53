import { describe, expect, it } from '@jest/globals';
import { explainMatch } from '../../../src/core/explain/why';
import { aHousehold, aProblem, aUnit, aPolicy } from '../problem-builder';
import { expectReadable, sha256 } from '../rules/rule-cases';

const match = (householdId: string, unitId: string, decidedAtLevel: number | null = 2) => ({
  householdId,
  unitId,
  plannedStart: '2026-09-21',
  decidedAtLevel,
});

const problem = aProblem({
  households: [
    aHousehold(),
    aHousehold({ id: 'H3' }),
    aHousehold({ id: 'H2' }),
    aHousehold({ id: 'H4', pets: 1, urgency: { band: 1, category: null, legalDuty: true, legalBasis: null } }),
  ],
  units: [
    aUnit({ petsAllowed: false }),
    aUnit({ id: 'U4', petsAllowed: true, freePlaces: 2 }),
    aUnit({ id: 'U2', petsAllowed: false }),
    aUnit({ id: 'U3', doelgroepIds: ['jongeren'] }),
  ],
  spreidingQuotas: [
    {
      id: 'Q',
      gemeenteId: 'GM0106',
      doelgroepId: null,
      from: '2026-07-01',
      to: '2026-12-31',
      floor: 5,
      ceiling: null,
      realised: 0,
    },
  ],
});
const plan = { matches: [match('H1', 'U1'), match('H2', 'U2'), match('H4', 'U4')] };
const explain = (found = match('H1', 'U1')) => explainMatch(problem, plan, found, sha256);

describe('explainMatch', () => {
  it('gives the facts of every rule and the level at which the match was decided', () => {
    const { verdicts, decidedAtLevel } = explain();
    expect(verdicts.every(({ outcome }) => outcome === 'holds')).toBe(true);
    verdicts.forEach(({ text }) => expectReadable(text));
    expect(decidedAtLevel).toBe(2);
    expect(explain(match('H1', 'U1', null)).decidedAtLevel).toBeNull();
  });

  it('gives the worth on every level of the policy, in its order', () => {
    const { levels } = explain(match('H4', 'U4'));
    expect(levels.map(({ objectiveId }) => objectiveId)).toEqual(
      aPolicy().levels.map(({ objectiveId }) => objectiveId),
    );
    expect(levels.map(({ level }) => level)).toEqual(levels.map((_level, place) => place + 1));
    const worthOf = (id: string) => levels.find(({ objectiveId }) => objectiveId === id)?.worth;
    expect([worthOf('legal-duty'), worthOf('housed'), worthOf('points')]).toEqual([1, 1, 26 + 14]);
    levels.forEach(({ text }) => expectReadable(text));
  });

  it('says for which floors the placement counts, without a number of its own', () => {
    const shortages = explain().levels.find(({ objectiveId }) => objectiveId === 'shortages');
    expect(shortages).toMatchObject({ worth: null, text: { nl: 'Deze plaatsing telt mee voor: Assen.' } });
    const without = explainMatch({ ...problem, spreidingQuotas: [] }, plan, match('H1', 'U1'), sha256);
    expect(without.levels[2]?.text.nl).toContain('niet mee');
  });

  it('lists the other homes, those that are possible first, and whether the plan gives them away', () => {
    expect(explain().alternatives).toEqual([
      { unitId: 'U2', name: 'Woning 1', eligible: true, takenInPlan: true },
      { unitId: 'U4', name: 'Woning 1', eligible: true, takenInPlan: false },
      { unitId: 'U3', name: 'Woning 1', eligible: false, takenInPlan: false },
    ]);
  });

  it('lists the other households that may live there', () => {
    expect(explain().candidates).toEqual({ count: 2, householdIds: ['H2', 'H3'] });
  });

  it('refuses a match outside the problem', () => {
    expect(() => explain(match('H9', 'U1'))).toThrow(expect.objectContaining({ code: 'unknown-reference' }));
  });
});
