import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { judgePair } from '../../../src/core/explain/judge-pair';
import { explainUnmatched } from '../../../src/core/explain/why-nothing';
import { indexProblem } from '../../../src/core/matching/problem-index';
import type { Problem } from '../../../src/core/matching/problem';
import { aHousehold, aProblem, aUnit, aWijk } from '../problem-builder';
import { randomProblem } from '../random-problem';
import { expectReadable, sha256 } from '../rules/rule-cases';

const match = (householdId: string, unitId: string) => ({
  householdId,
  unitId,
  plannedStart: '2026-09-21',
  decidedAtLevel: null,
});
const two = { households: [aHousehold(), aHousehold({ id: 'H2' })] };
const explain = (changes: Partial<Problem>, matches = [match('H2', 'U1')]) =>
  explainUnmatched(aProblem({ ...two, ...changes }), { matches }, 'H1', sha256);

describe('explainUnmatched', () => {
  it('no homes in the round', () => {
    expect(explain({ units: [] }, [])).toMatchObject({ cause: 'no-homes', homes: 0, eligibleHomes: 0 });
  });

  it('no eligible home: all failing rules per home, and how often each is in the way', () => {
    const households = [aHousehold({ pets: 1, consentCorporatieIds: [] }), aHousehold({ id: 'H2' })];
    const units = [aUnit({ petsAllowed: false }), aUnit({ id: 'U2', petsAllowed: null }), aUnit({ id: 'U3' })];
    const explanation = explain({ households, units }, []);
    expect(explanation).toMatchObject({ cause: 'no-eligible-home', homes: 3, eligibleHomes: 0 });
    expect(
      explanation.perUnit.map(({ verdicts }) => verdicts.map(({ ruleId, outcome }) => `${ruleId} ${outcome}`)),
    ).toEqual([['pets fails', 'consent fails'], ['pets unknown', 'consent fails'], ['consent fails']]);
    expect(explanation.perRule).toMatchObject([
      { ruleId: 'consent', count: 3 },
      { ruleId: 'pets', count: 2 },
    ]);
    expect(explanation.perUnit.every(({ levels }) => levels.length === 0)).toBe(true);
  });

  it('a ban of a person is shown, not hidden among the rules', () => {
    const ban = { householdId: 'H1', unitId: 'U1', by: 'coördinator', reason: 'overleg', until: null };
    const explanation = explain({ bans: [ban] }, []);
    expect(explanation.cause).toBe('no-eligible-home');
    expect(explanation.perUnit).toMatchObject([{ eligible: false, verdicts: [], ban: { reason: 'overleg' } }]);
  });

  it('outranked: the eligible home went to another household; its worth is there to compare', () => {
    const explanation = explain({});
    expect(explanation).toMatchObject({
      cause: 'outranked',
      eligibleHomes: 1,
      perUnit: [{ freePlaces: 0, blockedBy: [{ ruleId: 'places', rowId: 'U1', counted: 1, upper: 1, weight: 1 }] }],
    });
    expect(explanation.perUnit[0]?.levels.find(({ objectiveId }) => objectiveId === 'points')?.worth).toBe(14);
  });

  it('quota-full: a place is free, but the wijk has no room for this draaglast', () => {
    const households = [aHousehold({ draaglast: 3 }), aHousehold({ id: 'H2', draaglast: 2 })];
    const explanation = explain({
      households,
      units: [aUnit(), aUnit({ id: 'U2' })],
      wijken: [aWijk({ draagkracht: 5, load: 1 })],
    });
    expect(explanation.cause).toBe('quota-full');
    expect(explanation.perUnit[1]).toMatchObject({
      freePlaces: 1,
      blockedBy: [{ ruleId: 'draagkracht', subject: 'Assen-Oost', counted: 3, upper: 5, weight: 3 }],
    });
  });

  it('not-chosen: nothing is in the way', () => {
    expect(explain({ units: [aUnit(), aUnit({ id: 'U2' })] })).toMatchObject({
      cause: 'not-chosen',
      perUnit: [{ blockedBy: [{ ruleId: 'places' }] }, { blockedBy: [], freePlaces: 1 }],
    });
  });

  it('refuses a household outside the problem', () => {
    expect(() => explainUnmatched(aProblem(), { matches: [] }, 'H9', sha256)).toThrow(
      expect.objectContaining({ code: 'unknown-reference' }),
    );
  });

  it('agrees with the judgement of each pair, reads well, and names something for every home that is not possible', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const index = indexProblem(problem);
        const explanation = explainUnmatched(problem, { matches: [] }, 'H1', sha256);
        expectReadable(explanation.text);
        expect(explanation.perUnit).toHaveLength(problem.units.length);
        problem.units.forEach((unit, place) => {
          const found = explanation.perUnit[place]!;
          expect(found.eligible).toBe(judgePair(index, index.households.get('H1')!, unit).eligible);
          expect(found.eligible).toBe(found.verdicts.length === 0 && found.ban === null);
          found.blockedBy.forEach(({ text, counted, upper, weight }) => {
            expectReadable(text);
            expect(counted + weight).toBeGreaterThan(upper);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});
