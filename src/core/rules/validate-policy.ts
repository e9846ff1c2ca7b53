import type { ParameterValues, Policy } from '../matching/problem';
import { CATALOGUE } from './catalogue';
import { parameterFault } from './parameter-values';
import { oneHomePerHouseholdRule } from './quota/one-home-per-household.rule';
import { placesRule } from './quota/places.rule';
import type { QuotaRule, Rule } from './rule';

/** One thing that is wrong with a policy. `path` points at it: `rules/2/parameters/months`. */
export interface PolicyFault {
  readonly path: string;
  readonly code:
    | 'unknown-rule'
    | 'unknown-objective'
    | 'wrong-kind'
    | 'duplicate'
    | 'missing-rule'
    | 'unknown-parameter'
    | 'invalid-parameter';
  /** What stands there; null: nothing does. */
  readonly value: unknown;
  /** What would be right, in English. */
  readonly expected: string;
}

/** What makes a plan a plan: without these a home could be given twice, or a household two homes. */
const INDISPENSABLE: readonly QuotaRule[] = [placesRule, oneHomePerHouseholdRule];

const RULES = new Map<string, Rule>(CATALOGUE.map((rule) => [rule.id, rule]));

function parameterFaults(rule: Rule, values: ParameterValues, path: string): PolicyFault[] {
  return Object.entries(values).flatMap(([name, value]): PolicyFault[] => {
    const spec = rule.parameters.find((each) => each.name === name);
    if (spec === undefined) {
      const names = rule.parameters.map((each) => each.name).join(', ') || 'none';
      return [
        {
          path: `${path}/${name}`,
          code: 'unknown-parameter',
          value,
          expected: `a parameter of "${rule.id}": ${names}`,
        },
      ];
    }
    const expected = parameterFault(spec, value);
    return expected === null ? [] : [{ path: `${path}/${name}`, code: 'invalid-parameter', value, expected }];
  });
}

interface Entry {
  readonly id: string;
  readonly parameters: ParameterValues;
}

function listFaults(entries: readonly Entry[], list: 'rules' | 'levels', idName: string): PolicyFault[] {
  const isLevel = list === 'levels';
  const wanted = isLevel ? 'an objective' : 'an eligibility rule or a quota';
  return entries.flatMap(({ id, parameters }, place): PolicyFault[] => {
    const path = `${list}/${place}`;
    const fault = (code: PolicyFault['code'], expected: string) => [
      { path: `${path}/${idName}`, code, value: id, expected },
    ];
    const rule = RULES.get(id);
    if (rule === undefined)
      return fault(isLevel ? 'unknown-objective' : 'unknown-rule', `the id of ${wanted} in the catalogue`);
    const faults = parameterFaults(rule, parameters, `${path}/parameters`);
    if ((rule.kind === 'objective') !== isLevel) faults.push(...fault('wrong-kind', wanted));
    if (entries.findIndex((entry) => entry.id === id) < place) faults.push(...fault('duplicate', 'each rule once'));
    return faults;
  });
}

function missingRules(rules: Policy['rules']): PolicyFault[] {
  return INDISPENSABLE.filter(({ id }) => rules.every(({ ruleId }) => ruleId !== id)).map(({ id, sentence }) => ({
    path: 'rules',
    code: 'missing-rule',
    value: null,
    expected: `the rule "${id}", which no policy can do without: ${sentence.en}`,
  }));
}

/** Everything that is wrong with the rules and levels of a policy, not the first thing only. Empty: it can be used. */
export function validatePolicy({ rules, levels }: Pick<Policy, 'rules' | 'levels'>): readonly PolicyFault[] {
  return [
    ...listFaults(
      rules.map(({ ruleId, parameters }) => ({ id: ruleId, parameters })),
      'rules',
      'ruleId',
    ),
    ...missingRules(rules),
    ...listFaults(
      levels.map(({ objectiveId, parameters }) => ({ id: objectiveId, parameters })),
      'levels',
      'objectiveId',
    ),
    ...levels.flatMap(({ epsilon }, place): PolicyFault[] =>
      Number.isSafeInteger(epsilon) && epsilon >= 0
        ? []
        : [
            {
              path: `levels/${place}/epsilon`,
              code: 'invalid-parameter',
              value: epsilon,
              expected: 'a whole number from 0',
            },
          ],
    ),
  ];
}
