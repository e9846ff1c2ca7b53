import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/core/errors';
import { candidatePairs } from '../../../src/core/matching/candidate-pairs';
import type { PairDecision, Problem } from '../../../src/core/matching/problem';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { buildMilp } from '../../../src/core/optimizer/build-milp';
import { checkPinSet } from '../../../src/core/optimizer/check-pin-set';
import { checkPinnedPairs, checkPinnedRows } from '../../../src/core/optimizer/check-pins';
import { sha256 } from '../../../src/engines/solve-problem';
import { aHousehold, aPolicy, aProblem, aUnit, aWijk } from '../problem-builder';

const decision = (householdId: string, unitId: string): PairDecision => ({
  ...{ householdId, unitId, by: 'x', reason: 'geluid', until: null },
});
const POLICY = aPolicy({
  rules: ['draagkracht', 'age-band', 'address-safety', 'consent'].map((ruleId) => ({ ruleId, parameters: {} })),
  levels: [{ objectiveId: 'housed', parameters: {}, epsilon: 0 }],
});
const LOADS = [1, 4, 2, 3];
const problemOf = (changes: Partial<Problem> = {}): Problem =>
  aProblem({
    policy: POLICY,
    households: LOADS.map((draaglast, at) => aHousehold({ id: `H${at}`, draaglast })),
    units: [0, 1, 2, 3].map((at) => aUnit({ id: `U${at}` })),
    ...changes,
  });
function refusal(check: () => void): { message: string; details: Record<string, unknown> } | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'problem-infeasible') throw error;
    return { message: error.message, details: { ...error.details } };
  }
}
const pinned = (pins: PairDecision[], changes: Partial<Problem> = {}) =>
  refusal(() => checkPinSet(problemOf({ pins, ...changes }), sha256));

describe('a pin on a pair that may not be', () => {
  const units = [aUnit({ id: 'U0', ageBelow: 23 }), aUnit({ id: 'U1' })];
  it('is refused with every rule against it in words', () => {
    const households = [aHousehold({ id: 'H0', needs: ['shielded-address'] }), aHousehold({ id: 'H1' })];
    const pins = [decision('H1', 'U1'), decision('H0', 'U0')];
    const { message, details } = pinned(pins, { units, households, bans: [decision('H0', 'U0')] })!;
    const [conflict, ...others] = details['conflicts'] as {
      pin: PairDecision;
      ban: PairDecision | null;
      rules: { ruleId: string; outcome: string; text: { nl: string } }[];
    }[];
    expect(others).toEqual([]);
    expect(conflict!.rules.map(({ ruleId, outcome }) => [ruleId, outcome])).toEqual([
      ['age-band', 'fails'],
      ['address-safety', 'unknown'],
    ]);
    expect([conflict!.pin.householdId, conflict!.ban?.reason]).toEqual(['H0', 'geluid']);
    const texts = conflict!.rules.map(({ text }) => text.nl).join(' ');
    expect(message).toBe(`H0 staat vast op U0, maar dat mag niet: ${texts} Het paar is ook verboden: geluid.`);
  });

  it('is told on a line of its own, without a ban where there is none', () => {
    const { message, details } = pinned([decision('H0', 'U0'), decision('H1', 'U0')], { units })!;
    expect(message.split('\n').map((line) => line.slice(0, 40))).toEqual([
      'H0 staat vast op U0, maar dat mag niet: ',
      'H1 staat vast op U0, maar dat mag niet: ',
    ]);
    expect(message).not.toContain('verboden');
    expect(details['conflicts']).toMatchObject([{ ban: null }, { ban: null }]);
    const texts = (details['conflicts'] as { rules: { text: { nl: string } }[] }[]).map(
      ({ rules }) => rules[0]!.text.nl,
    );
    expect(message.split('\n').map((line) => line.slice(40))).toEqual(texts);
  });

  it('may be where all rules hold', () => {
    expect(refusal(() => checkPinnedPairs(indexProblem(problemOf({ pins: [decision('H0', 'U0')] }))))).toBeNull();
    expect(refusal(() => checkPinnedPairs(indexProblem(problemOf())))).toBeNull();
  });
});

describe('pins that are too much together', () => {
  const wijk = (draagkracht: number, load = 0) => ({ wijken: [aWijk({ draagkracht, load })] });
  const all = [0, 1, 2, 3].map((at) => decision(`H${at}`, `U${at}`));
  const rows = (pins: PairDecision[], changes: Partial<Problem>) =>
    (pinned(pins, changes)?.details['rows'] ?? []) as {
      ruleId: string | null;
      rowId: string;
      sum: number;
      limit: number;
      pins: { householdId: string; weight: number }[];
    }[];

  it.each<[number, number, string[]]>([
    [10, 0, []],
    [9, 0, ['H0 H1 H2 H3: 10 > 9']],
    [8, 0, ['H1 H2 H3: 9 > 8']],
    [6, 0, ['H1 H3: 7 > 6']],
    [7, 0, ['H1 H2 H3: 9 > 7']],
    [3, 0, ['H1: 4 > 3']],
    [10, 1, ['H0 H1 H2 H3: 10 > 9']],
  ])(
    'are those that a wijk of %i with %i already cannot bear, none of which could be left out',
    (draagkracht, load, expected) => {
      const found = rows(all, wijk(draagkracht, load));
      if (expected.length === 0) expect(pinned(all, wijk(draagkracht, load))).toBeNull();
      expect(
        found.map(
          ({ pins, sum, limit }) => `${pins.map(({ householdId }) => householdId).join(' ')}: ${sum} > ${limit}`,
        ),
      ).toEqual(expected);
      found.forEach(({ ruleId, rowId, pins }) => {
        expect([ruleId, rowId]).toEqual(['draagkracht', 'W-ASSEN']);
        pins.forEach(({ householdId, weight }) => expect(weight).toBe(LOADS[Number(householdId[1])]));
      });
    },
  );

  it('are named in words', () => {
    expect(pinned(all, wijk(6))!.message).toBe(
      'De vastgezette plaatsingen vragen 7 bij Assen-Oost (draagkracht van de wijk); er is ruimte voor 6. Samen te veel: H1 op U1, H3 op U3.',
    );
    const twice = pinned([decision('H0', 'U0'), decision('H0', 'U1')])!;
    expect(twice.message).toBe(
      'De vastgezette plaatsingen vragen 2 bij H0 (één woonplek per huishouden); er is ruimte voor 1. Samen te veel: H0 op U0, H0 op U1.',
    );
    expect(twice.details['rows']).toEqual([
      {
        ...{ ruleId: null, rowId: 'household:H0', sum: 2, limit: 1 },
        pins: [
          { householdId: 'H0', unitId: 'U0', weight: 1 },
          { householdId: 'H0', unitId: 'U1', weight: 1 },
        ],
      },
    ]);
    const crowded = pinned([decision('H1', 'U0'), decision('H0', 'U0'), decision('H2', 'U1')])!;
    expect(crowded.message).toBe(
      'De vastgezette plaatsingen vragen 2 bij Woning 1 (vrije plaatsen); er is ruimte voor 1. Samen te veel: H0 op U0, H1 op U0.',
    );
  });

  it('names each row that is broken on a line of its own', () => {
    const { message } = pinned([decision('H0', 'U0'), decision('H1', 'U0'), decision('H1', 'U1')])!;
    expect(message.split('\n')).toHaveLength(2);
  });

  it('leaves out equal pins that come first', () => {
    const households = ['H0', 'H1', 'H2'].map((id) => aHousehold({ id, draaglast: 2 }));
    const pins = [2, 0, 1].map((at) => decision(`H${at}`, `U${at}`));
    expect(rows(pins, { households, ...wijk(3) })[0]!.pins.map(({ householdId }) => householdId)).toEqual(['H0', 'H1']);
  });

  it('are looked at among the candidates of a whole round too', () => {
    const index = indexProblem(problemOf({ pins: all.slice(0, 2), ...wijk(4) }));
    expect(
      refusal(() => checkPinnedRows(index, buildMilp(index, candidatePairs(index), sha256)))!.details,
    ).toMatchObject({
      rows: [
        {
          ...{ sum: 5, limit: 4 },
          pins: [
            { householdId: 'H0', unitId: 'U0', weight: 1 },
            { householdId: 'H1', unitId: 'U1', weight: 4 },
          ],
        },
      ],
    });
    const free = indexProblem(problemOf(wijk(0)));
    expect(refusal(() => checkPinnedRows(free, buildMilp(free, candidatePairs(free), sha256)))).toBeNull();
  });
});
