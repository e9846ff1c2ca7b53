import { describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../src/core/matching/problem';
import { CATALOGUE } from '../../../src/core/rules/catalogue';
import { policyRules } from '../../../src/core/rules/policy-rules';
import { validatePolicy } from '../../../src/core/rules/validate-policy';
import { aPolicy } from '../problem-builder';

const rule = (ruleId: string, parameters = {}) => ({ ruleId, parameters });
const level = (objectiveId: string, parameters = {}, epsilon = 0) => ({ objectiveId, parameters, epsilon });

const BASE = ['places', 'one-home-per-household'];
type Entries = Pick<Policy, 'rules' | 'levels'>;
/** The policy with the rules that none can do without behind its own. */
const whole = ({ rules, levels }: Entries): Entries => ({
  rules: [...rules, ...BASE.filter((id) => rules.every(({ ruleId }) => ruleId !== id)).map((id) => rule(id))],
  levels,
});

describe('validatePolicy', () => {
  it.each([
    ['an unknown rule', { rules: [rule('nationality')], levels: [] }, 'rules/0/ruleId', 'unknown-rule'],
    ['an unknown objective', { rules: [], levels: [level('profit')] }, 'levels/0/objectiveId', 'unknown-objective'],
    ['an objective among the rules', { rules: [rule('housed')], levels: [] }, 'rules/0/ruleId', 'wrong-kind'],
    ['a rule among the levels', { rules: [], levels: [level('pets')] }, 'levels/0/objectiveId', 'wrong-kind'],
    ['a rule twice', { rules: [rule('pets'), rule('pets')], levels: [] }, 'rules/1/ruleId', 'duplicate'],
    ['a level twice', { rules: [], levels: [level('kept'), level('kept')] }, 'levels/1/objectiveId', 'duplicate'],
    [
      'a parameter that does not exist',
      { rules: [rule('pets', { max: 1 })], levels: [] },
      'rules/0/parameters/max',
      'unknown-parameter',
    ],
    [
      'a number below its bound',
      { rules: [rule('unit-end', { months: -1 })], levels: [] },
      'rules/0/parameters/months',
      'invalid-parameter',
    ],
    [
      'a number above its bound',
      { rules: [rule('unit-end', { months: 121 })], levels: [] },
      'rules/0/parameters/months',
      'invalid-parameter',
    ],
    [
      'a broken number',
      { rules: [], levels: [level('points', { alpha: 1.5 })] },
      'levels/0/parameters/alpha',
      'invalid-parameter',
    ],
    [
      'a number where a choice is asked',
      { rules: [rule('herkomst', { unknown: 1 })], levels: [] },
      'rules/0/parameters/unknown',
      'invalid-parameter',
    ],
    [
      'a word outside the choices',
      { rules: [rule('herkomst', { unknown: 'maybe' })], levels: [] },
      'rules/0/parameters/unknown',
      'invalid-parameter',
    ],
    [
      'a text where yes or no is asked',
      { rules: [rule('rent-limit', { youthLimit: 'yes' })], levels: [] },
      'rules/0/parameters/youthLimit',
      'invalid-parameter',
    ],
    ['a negative epsilon', { rules: [], levels: [level('housed', {}, -1)] }, 'levels/0/epsilon', 'invalid-parameter'],
    ['a broken epsilon', { rules: [], levels: [level('housed', {}, 0.5)] }, 'levels/0/epsilon', 'invalid-parameter'],
  ])('names %s', (_name, policy, path, code) => {
    expect(validatePolicy(whole(policy))).toEqual([expect.objectContaining({ path, code })]);
  });

  it.each(BASE)('asks for %s, also in an empty policy', (ruleId) => {
    const without = whole({ rules: [], levels: [] }).rules.filter((each) => each.ruleId !== ruleId);
    const [fault, ...more] = validatePolicy({ rules: without, levels: [] });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ path: 'rules', code: 'missing-rule', value: null });
    expect(fault?.expected).toContain(`"${ruleId}"`);
    expect(validatePolicy({ rules: [], levels: [] })).toHaveLength(BASE.length);
  });

  it('lists everything that is wrong, not the first thing only', () => {
    const faults = validatePolicy({
      rules: [
        ...BASE.map((id) => rule(id)),
        rule('nationality'),
        rule('unit-end', { months: 999, days: 1 }),
        rule('housed'),
      ],
      levels: [level('profit'), level('housed', {}, -1)],
    });
    expect(faults.map(({ path }) => path)).toEqual([
      'rules/2/ruleId',
      'rules/3/parameters/months',
      'rules/3/parameters/days',
      'rules/4/ruleId',
      'levels/0/objectiveId',
      'levels/1/epsilon',
    ]);
    faults.forEach(({ expected }) => expect(expected).not.toBe(''));
  });

  it('accepts every parameter of the catalogue at its default and at its bounds', () => {
    for (const { id, kind, parameters } of CATALOGUE) {
      for (const { name, min, max, default: byDefault, choices } of parameters) {
        for (const value of [byDefault, min, max, ...(choices ?? [])]) {
          if (value === undefined) continue;
          const values = { [name]: value };
          const policy =
            kind === 'objective'
              ? { rules: [], levels: [level(id, values)] }
              : { rules: [rule(id, values)], levels: [] };
          expect(validatePolicy(whole(policy))).toEqual([]);
        }
      }
    }
  });
});

describe('policyRules', () => {
  it('keeps the order of the policy and leaves out what it does not list', () => {
    const rules = policyRules(
      aPolicy({ rules: [rule('pets'), rule('places'), rule('consent')], levels: [level('kept'), level('housed')] }),
    );
    expect(rules.eligibility.map((each) => each.rule.id)).toEqual(['pets', 'consent']);
    expect(rules.quotas.map((each) => each.rule.id)).toEqual(['places']);
    expect(rules.levels.map((each) => each.rule.id)).toEqual(['kept', 'housed']);
  });

  it.each([
    ['an unknown rule', { rules: [rule('nationality')] }, 'unknown-rule'],
    ['an objective as a rule', { rules: [rule('housed')] }, 'unknown-rule'],
    ['a rule as a level', { levels: [level('pets')] }, 'unknown-objective'],
  ])('refuses %s', (_name, changes, code) => {
    expect(() => policyRules(aPolicy(changes))).toThrow(expect.objectContaining({ code }));
  });
});
