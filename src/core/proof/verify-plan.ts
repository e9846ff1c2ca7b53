import { canonicalJson } from '../matching/canonical-json';
import type { Match, Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import { indexProblem, plannedStart, type ProblemIndex } from '../matching/problem-index';
import { CATALOGUE } from '../rules/catalogue';
import type { Pairing, Rule, Sha256 } from '../rules/rule';
import { entriesForHome, placementsUnder } from './policy-entries';
import { QUOTA_CHECKS } from './quota-checks';
import type { Placement } from './quota-finding';
import { violation, type Violation } from './violation';

/**
 * Checks a plan against the raw problem and believes nothing that the optimiser says: identity of problem, policy and seed,
 * every eligibility rule of every pair, every quota, pins and bans, and the value of every level. Shares no code with the
 * model builder. Empty: nothing is wrong. No plan with a violation may reach people.
 */
export function verifyPlan(
  problem: Problem,
  plan: Plan,
  { sha256 }: { readonly sha256: Sha256 },
): readonly Violation[] {
  const unknownRules = unknownRuleIds(problem);
  if (unknownRules.length > 0) return unknownRules;
  const index = indexProblem(problem);
  const unknown = unknownIds(index, plan.matches);
  const placements = plan.matches.flatMap(({ householdId, unitId }): Placement[] => {
    const household = index.households.get(householdId);
    const unit = index.units.get(unitId);
    return household && unit ? [{ household, unit, start: plannedStart(problem, unit) }] : [];
  });
  const quotas = checkQuotas(problem, placements);
  const pairs = placements.map((placement) => ({ index, ...placement }));
  return [
    ...checkIdentity(problem, plan, sha256),
    ...unknown,
    ...checkStarts(index, plan.matches),
    ...pairs.flatMap(checkEligibility),
    ...checkDecisions(problem, plan.matches),
    ...quotas.violations,
    // With unknown ids among the matches no level has a value to compare with.
    ...(unknown.length > 0 ? [] : checkLevels(problem, plan, pairs, quotas.shortage, sha256)),
  ];
}

const RULES = new Map<string, Rule>(CATALOGUE.map((rule) => [rule.id, rule]));
/** These hold for every plan, whatever the policy lists. */
const ALWAYS = ['one-home-per-household', 'places'];

function unknownRuleIds({ policy }: Problem): Violation[] {
  const fits = (id: string, isLevel: boolean) => {
    const rule = RULES.get(id);
    if (rule === undefined || (rule.kind === 'objective') !== isLevel) return false;
    return rule.kind !== 'quota' || Object.hasOwn(QUOTA_CHECKS, id);
  };
  return [
    ...policy.rules.map(({ ruleId }) => ruleId).filter((id) => !fits(id, false)),
    ...policy.levels.map(({ objectiveId }) => objectiveId).filter((id) => !fits(id, true)),
  ].map((id) =>
    violation(
      'unknown-rule',
      'rule',
      id,
      `De regel "${id}" kan niet worden gecontroleerd.`,
      `Rule "${id}" cannot be checked.`,
    ),
  );
}

function checkIdentity(problem: Problem, plan: Plan, sha256: Sha256): Violation[] {
  const expected = {
    format: 'woonplek-plan/1',
    problemHash: sha256(canonicalJson(problem)),
    regionId: problem.region.id,
    policyVersion: problem.policy.version,
    seed: problem.seed,
  };
  const keys = Object.keys(expected) as (keyof typeof expected)[];
  return keys
    .filter((key) => plan[key] !== expected[key])
    .map((key) =>
      violation(
        'identity',
        'plan',
        key,
        `Het plan hoort niet bij dit probleem: ${key} is "${plan[key]}" en moet "${expected[key]}" zijn.`,
        `The plan does not belong to this problem: ${key} is "${plan[key]}" and must be "${expected[key]}".`,
        { value: plan[key], expected: expected[key] },
      ),
    );
}

function unknownIds(index: ProblemIndex, matches: readonly Match[]): Violation[] {
  return matches.flatMap(({ householdId, unitId }) => [
    ...(index.households.has(householdId) ? [] : [unknownId('household', householdId)]),
    ...(index.units.has(unitId) ? [] : [unknownId('unit', unitId)]),
  ]);
}

function unknownId(kind: string, id: string): Violation {
  return violation('unknown-id', kind, id, `"${id}" staat niet in het probleem.`, `"${id}" is not in the problem.`);
}

function checkStarts(index: ProblemIndex, matches: readonly Match[]): Violation[] {
  return matches.flatMap(({ householdId, unitId, plannedStart: start }) => {
    const unit = index.units.get(unitId);
    const expected = unit === undefined ? start : plannedStart(index.problem, unit);
    if (start === expected) return [];
    const nl = `De start van ${householdId} in ${unitId} is ${start} en moet ${expected} zijn.`;
    const en = `The start of ${householdId} in ${unitId} is ${start} and must be ${expected}.`;
    return [violation('planned-start', 'household', householdId, nl, en, { unitId, start, expected })];
  });
}

function checkEligibility(pair: Pairing): Violation[] {
  const { index, household, unit } = pair;
  const { problem } = index;
  return entriesForHome(problem.policy.rules, unit).flatMap(({ ruleId, parameters }) => {
    const rule = RULES.get(ruleId);
    if (rule?.kind !== 'eligibility') return [];
    const verdict = rule.judge(pair, parameters);
    if (verdict.outcome === 'holds') return [];
    const isExcepted = problem.exceptions.some(
      (each) =>
        each.ruleId === ruleId &&
        each.householdId === household.id &&
        each.unitId === unit.id &&
        each.until >= problem.asOf,
    );
    if (isExcepted && rule.noException === undefined) return [];
    const { nl, en } = rule.describe(verdict);
    const details = { unitId: unit.id, outcome: verdict.outcome, facts: verdict.facts };
    return [violation(ruleId, 'household', household.id, nl, en, details)];
  });
}

function checkDecisions({ pins, bans, asOf }: Problem, matches: readonly Match[]): Violation[] {
  const isMatched = (decision: { householdId: string; unitId: string }) =>
    matches.some(({ householdId, unitId }) => householdId === decision.householdId && unitId === decision.unitId);
  const isValid = ({ until }: { until: string | null }) => until === null || until >= asOf;
  return [
    ...pins
      .filter((pin) => isValid(pin) && !isMatched(pin))
      .map(({ householdId, unitId, reason }) => {
        const nl = `${householdId} staat vast op ${unitId}, maar dat staat niet in het plan.`;
        const en = `${householdId} is pinned on ${unitId}, but that is not in the plan.`;
        return violation('pin', 'household', householdId, nl, en, { unitId, reason });
      }),
    ...bans
      .filter((ban) => isValid(ban) && isMatched(ban))
      .map(({ householdId, unitId, reason }) => {
        const nl = `${householdId} in ${unitId} is verboden: ${reason}.`;
        const en = `${householdId} in ${unitId} is banned: ${reason}.`;
        return violation('ban', 'household', householdId, nl, en, { unitId, reason });
      }),
  ];
}

function checkQuotas(problem: Problem, placements: readonly Placement[]) {
  const listed = problem.policy.rules.map(({ ruleId }) => ruleId);
  const ids = [...new Set([...ALWAYS, ...listed])].filter((id) => Object.hasOwn(QUOTA_CHECKS, id));
  const findings = ids.map((id) => QUOTA_CHECKS[id]!(problem, placementsUnder(problem.policy.rules, id, placements)));
  return {
    violations: findings.flatMap(({ violations }) => violations),
    shortage: findings.reduce((sum, { shortage }) => sum + shortage, 0),
  };
}

function checkLevels(
  { policy }: Problem,
  plan: Plan,
  pairs: readonly Pairing[],
  shortage: number,
  sha256: Sha256,
): Violation[] {
  const violations: Violation[] = [];
  if (plan.levels.length !== policy.levels.length) {
    violations.push(wrongLevel('*', 'number of levels', plan.levels.length, policy.levels.length));
  }
  policy.levels.forEach(({ objectiveId, parameters, epsilon }, place) => {
    const claimed = plan.levels[place];
    const rule = RULES.get(objectiveId);
    if (claimed === undefined || rule?.kind !== 'objective') return;
    const value =
      rule.measures === 'shortages'
        ? 0 - shortage
        : pairs.reduce((sum, pair) => sum + rule.worth(pair, parameters, sha256).value, 0);
    const report = (what: LevelFact, found: unknown, expected: unknown) =>
      void violations.push(wrongLevel(objectiveId, what, found, expected));
    const compare = (what: LevelFact, found: unknown, expected: unknown) => {
      if (found !== expected) report(what, found, expected);
    };
    compare('level', claimed.level, place + 1);
    compare('objectiveId', claimed.objectiveId, objectiveId);
    compare('epsilon', claimed.epsilon, epsilon);
    // A bound and a proof are about the value: beside a wrong value they say nothing.
    if (claimed.value !== value) report('value', claimed.value, value);
    else if (claimed.bound < value) report('bound', claimed.bound, `>= ${value}`);
    else if (claimed.proven && claimed.bound > value + epsilon) report('proven', true, false);
    if (claimed.proven === (claimed.method === 'not-proven')) {
      report('method', claimed.method, claimed.proven ? 'a proof' : 'not-proven');
    }
  });
  const status = plan.levels.every(({ proven }) => proven) ? 'optimal' : 'feasible';
  if (plan.status !== status) violations.push(wrongLevel('*', 'status', plan.status, status));
  return violations;
}

type LevelFact = keyof typeof LEVEL_FACTS;

/** What a plan says of its levels, in Dutch. */
const LEVEL_FACTS = {
  level: 'het nummer',
  objectiveId: 'het doel',
  epsilon: 'de speling',
  value: 'de waarde',
  bound: 'de grens',
  proven: 'bewezen',
  method: 'de manier van bewijzen',
  'number of levels': 'het aantal niveaus',
  status: 'de status',
} as const;

function wrongLevel(id: string, what: LevelFact, value: unknown, expected: unknown): Violation {
  const must = String(expected).replace('>=', 'ten minste').replace('a proof', 'een bewijs');
  const inDutch =
    what === 'proven'
      ? 'heet bewezen, maar de grens is hoger dan de waarde'
      : `${LEVEL_FACTS[what]} is ${String(value)} en moet ${must} zijn`;
  return violation(
    'level',
    'level',
    id,
    `${id === '*' ? 'Het plan' : `Niveau "${id}"`}: ${inDutch}.`,
    `${id === '*' ? 'The plan' : `Level "${id}"`}: ${what} is ${String(value)} and must be ${String(expected)}.`,
    { what, value, expected },
  );
}
