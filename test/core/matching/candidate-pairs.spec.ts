import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { judgePair } from '../../../src/core/explain/judge-pair';
import { candidatePairs } from '../../../src/core/matching/candidate-pairs';
import { indexProblem, plannedStart } from '../../../src/core/matching/problem-index';
import type { Problem } from '../../../src/core/matching/problem';
import { aHousehold, aPolicy, aProblem, aUnit } from '../problem-builder';
import { randomProblem } from '../random-problem';

const idsOf = (problem: Problem) =>
  Array.from(candidatePairs(indexProblem(problem)), ({ household, unit }) => `${household.id} ${unit.id}`);

function judgedIds(problem: Problem): string[] {
  const index = indexProblem(problem);
  return problem.households
    .flatMap((household) => problem.units.map((unit) => ({ household, unit })))
    .filter(({ household, unit }) => judgePair(index, household, unit).eligible)
    .map(({ household, unit }) => `${household.id} ${unit.id}`);
}

describe('candidatePairs', () => {
  it('sorts by household and then unit, by code unit, whatever the order of the input', () => {
    const problem = aProblem({
      households: ['H2', 'h1', 'H10'].map((id) => aHousehold({ id })),
      units: ['U2', 'U10'].map((id) => aUnit({ id })),
    });
    expect(idsOf(problem)).toEqual(['H10 U10', 'H10 U2', 'H2 U10', 'H2 U2', 'h1 U10', 'h1 U2']);
  });

  it('gives the planned start of each pair', () => {
    const problem = aProblem({ units: [aUnit({ availableFrom: '2026-12-01' })] });
    expect(Array.from(candidatePairs(indexProblem(problem)), ({ start }) => start)).toEqual(['2026-12-01']);
  });

  it('gives exactly the pairs that are judged eligible', () => {
    let eligible = 0;
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const found = idsOf(problem);
        eligible += found.length;
        expect([...found].sort()).toEqual(judgedIds(problem).sort());
        const index = indexProblem(problem);
        for (const { unit, start } of candidatePairs(index)) expect(start).toBe(plannedStart(problem, unit));
      }),
      { numRuns: 300 },
    );
    expect(eligible).toBeGreaterThan(250);
  });

  it('does so under any part of the policy too, the rule on doelgroep left out', () => {
    const { rules } = aPolicy();
    const parts = fc.subarray([...rules]).map((part) => aPolicy({ rules: part }));
    fc.assert(
      fc.property(randomProblem(4), parts, (problem, policy) => {
        const changed = { ...problem, policy };
        expect(idsOf(changed).sort()).toEqual(judgedIds(changed).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const reversed = {
          ...problem,
          households: [...problem.households].reverse(),
          units: [...problem.units].reverse(),
          exceptions: [...problem.exceptions].reverse(),
        };
        expect(idsOf(reversed)).toEqual(idsOf(problem));
      }),
      { numRuns: 60 },
    );
  });
});
