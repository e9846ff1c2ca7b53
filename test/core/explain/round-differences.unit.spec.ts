import { beforeAll, describe, expect, it } from '@jest/globals';
import { roundDifferences } from '../../../src/core/explain/round-differences';
import type { ExplainPorts } from '../../../src/core/explain/opened-run';
import type { Problem } from '../../../src/core/matching/problem';
import { aHousehold, aPolicy, aProblem, aUnit } from '../problem-builder';
import { explainPorts, noLimit, openRound } from './opened-round';

const sign = { by: 'coördinator', reason: 'overleg', until: '2026-12-01' };
const [one, two] = ['U1', 'U2'].map((unitId) => ({ householdId: 'H1', unitId, ...sign }));
/** H1 alone with two homes; the second has no room for a pet. */
const plain = aProblem({
  households: [aHousehold()],
  units: [aUnit(), aUnit({ id: 'U2', petsAllowed: false })],
});
const withPet = { ...plain, households: [aHousehold({ pets: 1 })] };

describe('what a person decided between two rounds', () => {
  let ports: ExplainPorts;
  beforeAll(async () => {
    ports = await explainPorts();
  });

  async function differences(older: Problem, newer: Problem) {
    const { plan } = await openRound(older, ports);
    return roundDifferences({ older: { problem: older, plan }, newer: await openRound(newer, ports) }, noLimit);
  }

  it.each<[string, Problem, Problem, string | null, string | null]>([
    ['a pin', { ...plain, pins: [one!] }, { ...plain, pins: [two!] }, 'U1', 'U2'],
    ['a pin that became a ban', { ...plain, pins: [two!] }, { ...plain, bans: [two!] }, 'U2', 'U1'],
    ['a ban', { ...plain, bans: [two!] }, { ...plain, bans: [one!] }, 'U1', 'U2'],
    [
      'an exception',
      { ...withPet, bans: [one!] },
      { ...withPet, bans: [one!], exceptions: [{ ...two!, ruleId: 'pets' }] },
      null,
      'U2',
    ],
    [
      'an exception that ran out',
      { ...withPet, bans: [one!], exceptions: [{ ...two!, ruleId: 'pets' }] },
      { ...withPet, bans: [one!], exceptions: [{ ...two!, ruleId: 'pets', until: '2026-01-01' }] },
      'U2',
      null,
    ],
  ])('is the cause: %s', async (_name, older, newer, fromUnitId, toUnitId) => {
    expect(await differences(older, newer)).toEqual([
      { householdId: 'H1', fromUnitId, toUnitId, causes: ['exception'], level: null, isExact: true },
    ]);
  });

  it('is no cause where it was the same before, or sets aside a rule that holds', async () => {
    const exceptions = [{ ...one!, ruleId: 'pets' }];
    const gone = { ...plain, exceptions, units: [aUnit({ freePlaces: 0 }), aUnit({ id: 'U2' })] };
    const [difference] = await differences({ ...plain, bans: [two!] }, gone);
    expect(difference?.causes).toEqual(['home-gone', 'exception']);
    const [other] = await differences({ ...plain, units: [aUnit()] }, { ...gone, units: [gone.units[1]!] });
    expect(other?.causes).toEqual(['home-gone', 'new-home']);
  });

  it('is not blamed for what a policy did', async () => {
    const strict = aPolicy({ rules: [{ ruleId: 'unit-end', parameters: { months: 9 } }] });
    const ends = { ...plain, units: [aUnit({ availableUntil: '2026-12-01' })], policy: aPolicy({ rules: [] }) };
    const [difference] = await differences(ends, { ...ends, policy: strict });
    expect(difference?.causes).toEqual(['policy']);
  });
});
