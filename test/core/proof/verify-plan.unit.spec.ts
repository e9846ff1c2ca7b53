import { describe, expect, it } from '@jest/globals';
import type { Problem, RuleException } from '../../../src/core/matching/problem';
import { AS_OF, START } from '../problem-builder';
import { PROBLEM, verify, plan, changed } from './verified-round';

const ruleIds = (violations: ReturnType<typeof verify>) => violations.map(({ ruleId }) => ruleId);

describe('a plan made by hand', () => {
  it('is right', () => {
    expect(verify(PROBLEM, plan)).toEqual([]);
    expect(plan.levels.map(({ value }) => value)).toEqual([2, -1, 28]);
  });

  it.each(['format', 'problemHash', 'regionId', 'policyVersion', 'seed'] as const)('is of another %s', (key) => {
    expect(verify(PROBLEM, { ...plan, [key]: 'x' })).toEqual([
      {
        ruleId: 'identity',
        message: {
          nl: `Het plan hoort niet bij dit probleem: ${key} is "x" en moet "${plan[key]}" zijn.`,
          en: `The plan does not belong to this problem: ${key} is "x" and must be "${plan[key]}".`,
        },
        subject: { kind: 'plan', id: key },
        details: { value: 'x', expected: plan[key] },
      },
    ]);
  });

  it.each([
    ['household', { householdId: 'H9' }, 'H9'],
    ['unit', { unitId: 'U9' }, 'U9'],
  ])('has an unknown %s, and no values to compare with', (kind, change, id) => {
    const matches = plan.matches.map((match, at) => (at === 0 ? { ...match, ...change } : match));
    expect(verify(PROBLEM, { ...plan, matches })).toEqual([
      {
        ruleId: 'unknown-id',
        message: { nl: `"${id}" staat niet in het probleem.`, en: `"${id}" is not in the problem.` },
        subject: { kind, id },
        details: {},
      },
    ]);
  });

  it('starts on another day', () => {
    const matches = plan.matches.map((match) => ({ ...match, plannedStart: START }));
    expect(verify(PROBLEM, { ...plan, matches })).toEqual([
      {
        ruleId: 'planned-start',
        message: {
          nl: 'De start van H2 in U2 is 2026-09-21 en moet 2026-10-01 zijn.',
          en: 'The start of H2 in U2 is 2026-09-21 and must be 2026-10-01.',
        },
        subject: { kind: 'household', id: 'H2' },
        details: { unitId: 'U2', start: START, expected: '2026-10-01' },
      },
    ]);
  });
});

describe('pairs that may not be', () => {
  const units = PROBLEM.units.map((unit) => ({ ...unit, ageBelow: 23 }));
  it('are named with the rule, its words and its facts', () => {
    const [first, second, ...others] = changed({ units });
    expect(others).toEqual([]);
    expect(second).toMatchObject({ ruleId: 'age-band', subject: { id: 'H2' }, details: { unitId: 'U2' } });
    expect(first).toMatchObject({
      ruleId: 'age-band',
      subject: { kind: 'household', id: 'H1' },
      details: { unitId: 'U1', outcome: 'fails', facts: { ageBelow: 23 } },
    });
    expect(first!.message.nl).toContain('23');
    expect(first!.message.en).toContain('23');
  });

  it('are also those of which something is not known', () => {
    const households = PROBLEM.households.map((each) => ({ ...each, needs: ['shielded-address'] as const }));
    const found = changed({ households });
    expect(found.map(({ ruleId, details }) => [ruleId, details['outcome']])).toEqual([
      ['address-safety', 'unknown'],
      ['address-safety', 'unknown'],
    ]);
  });

  const exception = (changes: Partial<RuleException>): RuleException => ({
    ...{ householdId: 'H1', unitId: 'U1', ruleId: 'age-band', by: 'x', reason: 'y', until: AS_OF },
    ...changes,
  });
  it.each<[string, Partial<RuleException>, string[]]>([
    ['until today', {}, ['H2']],
    ['until yesterday', { until: '2026-09-06' }, ['H1', 'H2']],
    ['of another rule', { ruleId: 'places' }, ['H1', 'H2']],
    ['of another household', { householdId: 'H3' }, ['H1', 'H2']],
    ['of another home', { unitId: 'U3' }, ['H1', 'H2']],
  ])('unless there is an exception %s', (_name, changes, left) => {
    const found = changed({ units, exceptions: [exception({ unitId: 'U7' }), exception(changes)] });
    expect(found.map(({ subject }) => subject.id)).toEqual(left);
  });

  it('may not be by an exception to a rule that knows none', () => {
    const households = PROBLEM.households.map((each) => ({ ...each, needs: ['shielded-address'] as const }));
    const exceptions = [exception({ ruleId: 'address-safety' })];
    expect(ruleIds(changed({ households, exceptions }))).toEqual(['address-safety', 'address-safety']);
  });
});

describe('decisions of people', () => {
  const decision = (householdId: string, unitId: string, until: string | null = null) => ({
    ...{ householdId, unitId, until, by: 'x', reason: 'geluid' },
  });
  it.each<[string, Partial<Problem>, string[]]>([
    ['a pin that is kept', { pins: [decision('H1', 'U1')] }, []],
    ['a pin on another home', { pins: [decision('H1', 'U2')] }, ['pin H1']],
    ['a pin on another household', { pins: [decision('H3', 'U1')] }, ['pin H3']],
    ['a pin until today', { pins: [decision('H1', 'U2', AS_OF)] }, ['pin H1']],
    ['a pin until yesterday', { pins: [decision('H1', 'U2', '2026-09-06')] }, []],
    ['a ban that is kept', { bans: [decision('H1', 'U2')] }, []],
    ['a ban that is not', { bans: [decision('H2', 'U2')] }, ['ban H2']],
    ['a ban until yesterday', { bans: [decision('H2', 'U2', '2026-09-06')] }, []],
  ])('%s', (_name, changes, expected) => {
    expect(changed(changes).map(({ ruleId, subject }) => `${ruleId} ${subject.id}`)).toEqual(expected);
  });

  it('are told in words', () => {
    const found = changed({ pins: [decision('H3', 'U1')], bans: [decision('H2', 'U2')] });
    expect(found).toEqual([
      {
        ruleId: 'pin',
        message: {
          nl: 'H3 staat vast op U1, maar dat staat niet in het plan.',
          en: 'H3 is pinned on U1, but that is not in the plan.',
        },
        subject: { kind: 'household', id: 'H3' },
        details: { unitId: 'U1', reason: 'geluid' },
      },
      {
        ruleId: 'ban',
        message: { nl: 'H2 in U2 is verboden: geluid.', en: 'H2 in U2 is banned: geluid.' },
        subject: { kind: 'household', id: 'H2' },
        details: { unitId: 'U2', reason: 'geluid' },
      },
    ]);
  });
});
