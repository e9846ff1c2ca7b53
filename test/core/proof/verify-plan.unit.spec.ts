import { describe, expect, it } from '@jest/globals';
import type { LevelResult, Plan } from '../../../src/core/matching/plan';
import type { Problem, RuleException } from '../../../src/core/matching/problem';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { sha256 } from '../../../src/engines/solve-problem';
import { planOf } from '../plan-of';
import { AS_OF, aHousehold, aPolicy, aProblem, aUnit, aWijk, START } from '../problem-builder';

const RULES = ['places', 'draagkracht', 'spreiding-floor', 'age-band', 'address-safety'];
const FLOOR = {
  ...{ id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-01-01', to: '2026-12-31' },
  ...{ floor: 3, ceiling: null, realised: 0 },
};
const policyOf = (rules: readonly string[], levels = ['housed', 'shortages', 'points']) =>
  aPolicy({
    rules: rules.map((ruleId) => ({ ruleId, parameters: {} })),
    levels: levels.map((objectiveId, place) => ({ objectiveId, parameters: {}, epsilon: place === 2 ? 5 : 0 })),
  });
const PROBLEM = aProblem({
  policy: policyOf(RULES),
  households: [aHousehold(), aHousehold({ id: 'H2' }), aHousehold({ id: 'H3', waitingSince: '2024-01-01' })],
  units: [aUnit(), aUnit({ id: 'U2', availableFrom: '2026-10-01' }), aUnit({ id: 'U3' })],
  spreidingQuotas: [FLOOR],
});
const PAIRS = [
  ['H1', 'U1'],
  ['H2', 'U2'],
] as const;
const verify = (problem: Problem, plan: Plan) => verifyPlan(problem, plan, { sha256 });
const plan = planOf(PROBLEM, PAIRS, 1);
/** The same matches for a problem with changes, in the values of which the shortage is `shortage`. */
const changed = (changes: Partial<Problem>, pairs: readonly (readonly [string, string])[] = PAIRS, shortage = 1) => {
  const problem = { ...PROBLEM, ...changes };
  return verify(problem, planOf(problem, pairs, shortage));
};
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

describe('rules on the whole plan', () => {
  it.each<[string, Partial<Problem>, readonly (readonly [string, string])[], number, string[]]>([
    [
      'a home twice',
      {},
      [
        ['H1', 'U1'],
        ['H2', 'U1'],
      ],
      1,
      ['places U1'],
    ],
    [
      'a household twice',
      {},
      [
        ['H1', 'U1'],
        ['H1', 'U2'],
      ],
      1,
      ['one-home-per-household H1'],
    ],
    [
      'both, where the policy lists no rules',
      { policy: policyOf([]) },
      [
        ['H1', 'U1'],
        ['H1', 'U1'],
      ],
      0,
      ['one-home-per-household H1', 'places U1'],
    ],
    ['a wijk that is full', { wijken: [aWijk({ draagkracht: 1 })] }, PAIRS, 1, ['draagkracht W-ASSEN']],
    [
      'a wijk that is full, where no rule says so',
      { wijken: [aWijk({ draagkracht: 1 })], policy: policyOf(['age-band']) },
      PAIRS,
      0,
      [],
    ],
  ])('%s', (_name, changes, pairs, shortage, expected) => {
    expect(changed(changes, pairs, shortage).map(({ ruleId, subject }) => `${ruleId} ${subject.id}`)).toEqual(expected);
  });

  it.each<[string, readonly string[], string[], string[]]>([
    ['is not there', ['moon'], ['housed'], ['moon']],
    ['is a level', ['housed'], ['housed'], ['housed']],
    ['is no level', ['places'], ['age-band', 'places'], ['age-band', 'places']],
  ])('a rule that %s cannot be checked', (_name, rules, levels, unknown) => {
    const problem = { ...PROBLEM, policy: policyOf(rules, levels) };
    expect(verify(problem, plan)).toEqual(
      unknown.map((id) => ({
        ruleId: 'unknown-rule',
        message: { nl: `De regel "${id}" kan niet worden gecontroleerd.`, en: `Rule "${id}" cannot be checked.` },
        subject: { kind: 'rule', id },
        details: {},
      })),
    );
  });
});

describe('levels', () => {
  const told = (place: number, changes: Partial<LevelResult>, status: Plan['status'] = 'optimal') =>
    verify(PROBLEM, { ...plan, status, levels: plan.levels.with(place, { ...plan.levels[place]!, ...changes }) }).map(
      ({ ruleId, subject: { kind, id }, details: { what, value, expected } }) =>
        `${ruleId} ${kind} ${id}: ${String(what)} ${String(value)}, not ${String(expected)}`,
    );
  it.each<[number, Partial<LevelResult>, Plan['status'], string[]]>([
    [0, { level: 2 }, 'optimal', ['housed: level 2, not 1']],
    [0, { objectiveId: 'x' }, 'optimal', ['housed: objectiveId x, not housed']],
    [0, { epsilon: 1 }, 'optimal', ['housed: epsilon 1, not 0']],
    [0, { value: 1 }, 'optimal', ['housed: value 1, not 2']],
    [1, { value: 0 }, 'optimal', ['shortages: value 0, not -1']],
    [0, { bound: 1 }, 'optimal', ['housed: bound 1, not >= 2']],
    [0, { bound: 3 }, 'optimal', ['housed: proven true, not false']],
    [2, { bound: 33 }, 'optimal', []],
    [2, { bound: 34 }, 'optimal', ['points: proven true, not false']],
    [0, { proven: false, method: 'not-proven' }, 'feasible', []],
    [0, { proven: false, method: 'not-proven', bound: 9 }, 'feasible', []],
    [0, { proven: false, method: 'not-proven' }, 'optimal', ['*: status optimal, not feasible']],
    [0, {}, 'feasible', ['*: status feasible, not optimal']],
    [0, { proven: false }, 'feasible', ['housed: method lp-bound, not not-proven']],
    [0, { method: 'not-proven' }, 'optimal', ['housed: method not-proven, not a proof']],
    [0, { method: 'branch-and-bound' }, 'optimal', []],
  ])('level %i with %j in a plan that is %s', (place, changes, status, expected) => {
    expect(told(place, changes, status)).toEqual(expected.map((each) => `level level ${each}`));
  });

  it('are told in words', () => {
    const [found] = verify(PROBLEM, { ...plan, levels: plan.levels.with(0, { ...plan.levels[0]!, value: 1 }) });
    expect(found).toEqual({
      ruleId: 'level',
      message: { nl: 'Niveau "housed": value is 1 en moet 2 zijn.', en: 'Level "housed": value is 1 and must be 2.' },
      subject: { kind: 'level', id: 'housed' },
      details: { what: 'value', value: 1, expected: 2 },
    });
  });

  it('are as many as those of the policy', () => {
    const found = verify(PROBLEM, { ...plan, levels: plan.levels.slice(0, 2) });
    expect(found.map(({ details }) => details)).toEqual([{ what: 'number of levels', value: 2, expected: 3 }]);
  });
});
