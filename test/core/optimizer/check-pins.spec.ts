import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { DomainError } from '../../../src/core/errors';
import type { PairDecision, Problem } from '../../../src/core/matching/problem';
import { checkPinSet } from '../../../src/core/optimizer/check-pin-set';
import { sha256 } from '../../../src/engines/solve-problem';
import { aHousehold, anAanbieder, aProblem, aUnit, aWijk } from '../problem-builder';

interface Conflict {
  readonly ruleId: string | null;
  readonly pins: readonly { readonly householdId: string; readonly unitId: string }[];
}

const pin = (householdId: string, unitId: string): PairDecision => ({
  ...{ householdId, unitId },
  ...{ by: 'coördinator', reason: 'test', until: null },
});

function conflictsOf(problem: Problem): readonly Conflict[] {
  try {
    checkPinSet(problem, sha256);
    return [];
  } catch (error) {
    if (error instanceof DomainError && error.code === 'problem-infeasible') return error.details['rows'] as Conflict[];
    throw error;
  }
}

const load = fc.record({ draaglast: fc.integer({ min: 0, max: 4 }), guidanceHours: fc.integer({ min: 0, max: 8 }) });
const pinnedProblem = fc
  .record({
    loads: fc.array(load, { minLength: 2, maxLength: 7 }),
    draagkracht: fc.integer({ min: 0, max: 12 }),
    maxPlacements: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    freePlaces: fc.integer({ min: 1, max: 7 }),
    freeGuidanceHours: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ loads, draagkracht, maxPlacements, freePlaces, freeGuidanceHours }) =>
    aProblem({
      households: loads.map((each, at) => aHousehold({ id: `H${at + 1}`, ...each })),
      units: [aUnit({ id: 'U1', freePlaces })],
      wijken: [aWijk({ draagkracht, maxPlacements })],
      aanbieders: [anAanbieder({ freeGuidanceHours })],
      pins: loads.map((_, at) => pin(`H${at + 1}`, 'U1')),
    }),
  );

describe('pins that cannot all hold', () => {
  it('are named as a minimal conflict with each row: without any one of them the others fit in that row', () => {
    let seen = 0;
    fc.assert(
      fc.property(pinnedProblem, (problem) => {
        for (const { ruleId, pins } of conflictsOf(problem)) {
          seen += 1;
          const only = (kept: Conflict['pins']) => ({
            ...problem,
            pins: problem.pins.filter(({ householdId }) => kept.some((each) => each.householdId === householdId)),
          });
          const isBroken = (kept: Conflict['pins']) => conflictsOf(only(kept)).some((each) => each.ruleId === ruleId);
          expect(conflictsOf(only(pins))).not.toEqual([]);
          for (const left of pins) expect(isBroken(pins.filter((each) => each !== left))).toBe(false);
        }
      }),
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('are told in words with the row and every pin of the conflict', () => {
    const problem = aProblem({
      households: [aHousehold({ id: 'H1' }), aHousehold({ id: 'H2' })],
      pins: [pin('H1', 'U1'), pin('H2', 'U1')],
    });
    expect(() => checkPinSet(problem, sha256)).toThrow(/er is ruimte voor 1\. Samen te veel: H1 op U1, H2 op U1\./);
  });
});
