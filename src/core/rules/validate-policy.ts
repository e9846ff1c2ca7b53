import { SCOPE_LEVELS, type ParameterValues, type Policy, type PolicyScope } from '../matching/problem';
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
    | 'invalid-parameter'
    | 'invalid-scope'
    | 'unknown-scope';
  /** What stands there; null: nothing does. */
  readonly value: unknown;
  /** What would be right, in Dutch: the end of "verwacht: …". */
  readonly expected: string;
}

/** What makes a plan a plan: without these a home could be given twice, or a household two homes. */
const INDISPENSABLE: readonly QuotaRule[] = [placesRule, oneHomePerHouseholdRule];

const RULES = new Map<string, Rule>(CATALOGUE.map((rule) => [rule.id, rule]));

function parameterFaults(rule: Rule, values: ParameterValues, path: string): PolicyFault[] {
  return Object.entries(values).flatMap(([name, value]): PolicyFault[] => {
    const spec = rule.parameters.find((each) => each.name === name);
    if (spec === undefined) {
      const names = rule.parameters.map((each) => each.name).join(', ') || 'geen';
      const expected = `een instelling van regel "${rule.id}": ${names}`;
      return [{ path: `${path}/${name}`, code: 'unknown-parameter', value, expected }];
    }
    const expected = parameterFault(spec, value);
    return expected === null ? [] : [{ path: `${path}/${name}`, code: 'invalid-parameter', value, expected }];
  });
}

interface Entry {
  readonly id: string;
  readonly parameters: ParameterValues;
  readonly scope?: PolicyScope;
}

/** What scopes may name, by level. */
export type ScopeTargets = Readonly<Record<PolicyScope['level'], Pick<ReadonlySet<string>, 'has'>>>;

function scopeFaults(rule: Rule, { scope }: Entry, targets: ScopeTargets | null, path: string): PolicyFault[] {
  if (scope === undefined) return [];
  if (rule.scoping === 'region-only') {
    const expected = `geen bereik: regel "${rule.id}" geldt voor een hele regio`;
    return [{ path, code: 'invalid-scope', value: scope, expected }];
  }
  if (!SCOPE_LEVELS.includes(scope.level)) {
    const expected = `een van: ${SCOPE_LEVELS.join(', ')}`;
    return [{ path: `${path}/level`, code: 'invalid-scope', value: scope.level, expected }];
  }
  if (targets === null || targets[scope.level].has(scope.id)) return [];
  return [
    { path: `${path}/id`, code: 'unknown-scope', value: scope.id, expected: `een id van ${scope.level} dat bestaat` },
  ];
}

const isSameScope = (a?: PolicyScope, b?: PolicyScope) => a?.level === b?.level && a?.id === b?.id;

function listFaults(
  entries: readonly Entry[],
  list: 'rules' | 'levels',
  idName: string,
  targets: ScopeTargets | null,
): PolicyFault[] {
  const isLevel = list === 'levels';
  const wanted = isLevel ? 'een doel' : 'een regel die geen doel is';
  return entries.flatMap((entry, place): PolicyFault[] => {
    const { id, parameters, scope } = entry;
    const path = `${list}/${place}`;
    const fault = (code: PolicyFault['code'], expected: string) => [
      { path: `${path}/${idName}`, code, value: id, expected },
    ];
    const rule = RULES.get(id);
    if (rule === undefined) return fault(isLevel ? 'unknown-objective' : 'unknown-rule', `${wanted}, uit de catalogus`);
    const faults = parameterFaults(rule, parameters, `${path}/parameters`);
    if ((rule.kind === 'objective') !== isLevel) faults.push(...fault('wrong-kind', wanted));
    faults.push(...scopeFaults(rule, entry, targets, `${path}/scope`));
    const first = entries.findIndex((other) => other.id === id && isSameScope(other.scope, scope));
    if (first < place) faults.push(...fault('duplicate', 'elke regel één keer voor dezelfde woonplekken'));
    return faults;
  });
}

function missingRules(rules: Policy['rules']): PolicyFault[] {
  return INDISPENSABLE.filter(({ id }) => rules.every(({ ruleId }) => ruleId !== id)).map(({ id, sentence }) => ({
    path: 'rules',
    code: 'missing-rule',
    value: null,
    expected: `de regel "${id}", die in elk beleid hoort: ${sentence.nl}`,
  }));
}

/**
 * Everything that is wrong with the rules and levels of a policy, not the first thing only. Empty: it can be used. With
 * `targets` a scope must also name something that is there.
 */
export function validatePolicy(
  { rules, levels }: Pick<Policy, 'rules' | 'levels'>,
  targets: ScopeTargets | null = null,
): readonly PolicyFault[] {
  return [
    ...listFaults(
      rules.map(({ ruleId, parameters, scope }) => ({ id: ruleId, parameters, scope })),
      'rules',
      'ruleId',
      targets,
    ),
    ...missingRules(rules),
    ...listFaults(
      levels.map(({ objectiveId, parameters }) => ({ id: objectiveId, parameters })),
      'levels',
      'objectiveId',
      targets,
    ),
    ...levels.flatMap(({ epsilon }, place): PolicyFault[] =>
      Number.isSafeInteger(epsilon) && epsilon >= 0
        ? []
        : [
            {
              path: `levels/${place}/epsilon`,
              code: 'invalid-parameter',
              value: epsilon,
              expected: 'een geheel getal vanaf 0',
            },
          ],
    ),
  ];
}
