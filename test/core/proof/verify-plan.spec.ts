import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Match, Plan } from '../../../src/core/matching/plan';
import type {
  Household,
  PairDecision,
  ParameterValues,
  Policy,
  Problem,
  Unit,
} from '../../../src/core/matching/problem';
import { proposeMatches } from '../../../src/core/optimizer/propose-matches';
import { QUOTA_CHECKS } from '../../../src/core/proof/quota-checks';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { canonicalJson } from '../../../src/core/matching/canonical-json';
import { ELIGIBILITY_RULES, QUOTA_RULES } from '../../../src/core/rules/catalogue';
import { chooseEngines } from '../../../src/engines/registry';
import { sha256 } from '../../../src/engines/solve-problem';
import { aComplex, aHousehold, anAanbieder, aProblem, aUnit, aWijk, START } from '../problem-builder';

/** Two households in two homes, one home left, everything within its limits. */
const PROBLEM: Problem = aProblem({
  wijken: [
    aWijk({ draagkracht: 10, load: 1, maxPlacements: 5 }),
    aWijk({ id: 'W-HGV', name: 'Hoogeveen-Zuid', gemeenteId: 'GM0118' }),
  ],
  complexes: [
    aComplex({ mixes: [{ id: 'm', name: 'licht', doelgroepIds: [], minSupportLevel: 'light', max: 5, occupied: 1 }] }),
  ],
  aanbieders: [anAanbieder({ freeGuidanceHours: 40 })],
  units: [aUnit({ complexId: 'X1' }), aUnit({ id: 'U2', complexId: 'X1' }), aUnit({ id: 'U3', freePlaces: 2 })],
  households: [
    aHousehold(),
    aHousehold({ id: 'H2' }),
    aHousehold({ id: 'H3', members: [{ birthDate: '2015-01-01' }], readyForOutflowOn: '2030-01-01' }),
  ],
  spreidingQuotas: [
    {
      id: 'Q1',
      gemeenteId: 'GM0106',
      doelgroepId: null,
      from: '2026-07-01',
      to: '2026-12-31',
      floor: 5,
      ceiling: 9,
      realised: 1,
    },
  ],
  agreements: [
    { id: 'P1', corporatieId: 'C1', gemeenteId: 'GM0106', doelgroepId: null, year: 2026, agreed: 4, realised: 1 },
  ],
});

let plan: Plan;
beforeAll(async () => {
  const engine = await chooseEngines('auto');
  plan = await proposeMatches(PROBLEM, { engine, sha256 }, { timeLimitSeconds: 30 });
});

const broken = (problem: Problem, candidate: Plan) => [
  ...new Set(verifyPlan(problem, candidate, { sha256 }).map(({ ruleId }) => ruleId)),
];
/** The plan as if it were made for a changed problem; its levels are not looked at here. */
const planFor = (problem: Problem, changes: Partial<Plan> = {}): Plan => ({
  ...plan,
  problemHash: sha256(canonicalJson(problem)),
  ...changes,
});
const brokenBy = (changes: Partial<Problem>, planChanges: Partial<Plan> = {}) => {
  const problem = { ...PROBLEM, ...changes };
  return broken(problem, planFor(problem, planChanges));
};
const decision = (householdId: string, unitId: string): PairDecision => ({
  householdId,
  unitId,
  by: 'x',
  reason: 'y',
  until: null,
});
const changeUnits = (changes: Partial<Unit>) => PROBLEM.units.map((unit) => ({ ...unit, ...changes }));
const changeHouseholds = (changes: Partial<Household>) => PROBLEM.households.map((each) => ({ ...each, ...changes }));

const withParameters = (ruleId: string, parameters: ParameterValues): Policy => ({
  ...PROBLEM.policy,
  rules: PROBLEM.policy.rules.map((each) => (each.ruleId === ruleId ? { ruleId, parameters } : each)),
});

describe('the verifier', () => {
  it('has nothing against a good plan', () => {
    expect(plan.matches).toHaveLength(2);
    expect(verifyPlan(PROBLEM, plan, { sha256 })).toEqual([]);
  });

  it.each(Object.keys({ format: 1, problemHash: 1, regionId: 1, policyVersion: 1, seed: 1 }))(
    'sees another %s',
    (key) => {
      expect(broken(PROBLEM, { ...plan, [key]: 'f'.repeat(64) })).toEqual(['identity']);
    },
  );

  const first = () => plan.matches[0]!;
  const mutations: [string, string, () => Match[]][] = [
    ['a household twice', 'one-home-per-household', () => [...plan.matches, { ...first(), unitId: 'U3' }]],
    ['a home twice', 'places', () => plan.matches.map((match) => ({ ...match, unitId: 'U1' }))],
    ['an unknown household', 'unknown-id', () => [{ ...first(), householdId: 'H99' }]],
    ['an unknown unit', 'unknown-id', () => [{ ...first(), unitId: 'U99' }]],
    ['another start', 'planned-start', () => plan.matches.map((match) => ({ ...match, plannedStart: '2026-12-31' }))],
    ['a household that is not ready', 'ready-for-outflow', () => [{ ...first(), householdId: 'H3' }]],
    ['a match left out', 'level', () => [first()]],
  ];
  it.each(mutations)('sees %s', (_name, ruleId, matches) => {
    expect(broken(PROBLEM, { ...plan, matches: matches() })).toContain(ruleId);
  });

  it('sees every level that was told otherwise', () => {
    plan.levels.forEach((level, at) => {
      const tell = (changes: object) =>
        broken(PROBLEM, { ...plan, levels: plan.levels.with(at, { ...level, ...changes }) });
      expect(tell({ value: level.value + 1, bound: level.bound + 1 })).toEqual(['level']);
      expect(tell({ value: level.value - 1 })).toEqual(['level']);
      expect(tell({ bound: level.value - 1 })).toEqual(['level']);
      expect(tell({ bound: level.value + 1 })).toEqual(['level']);
      expect(tell({ proven: false })).toEqual(['level']);
      expect(tell({ method: 'not-proven' })).toEqual(['level']);
      expect(tell({ objectiveId: 'other' })).toEqual(['level']);
      expect(tell({ epsilon: 1 })).toEqual(['level']);
      expect(tell({ level: 99 })).toEqual(['level']);
    });
    expect(broken(PROBLEM, { ...plan, levels: plan.levels.slice(1) })).toEqual(['level']);
    expect(broken(PROBLEM, { ...plan, status: 'feasible' })).toEqual(['level']);
  });

  /** For each eligibility rule, a change of the facts that makes both matches wrong. */
  const ineligible: Record<string, Partial<Problem>> = {
    doelgroep: { units: changeUnits({ doelgroepIds: ['jongeren'] }) },
    'age-band': { units: changeUnits({ ageBelow: 23 }) },
    'household-fits': { units: changeUnits({ maxPersons: 0 }) },
    accessibility: { households: changeHouseholds({ accessibilityNeeded: 'ROL' }) },
    herkomst: {
      households: changeHouseholds({ herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: false } }),
    },
    'exclusion-area': {
      households: changeHouseholds({ exclusionAreas: [{ gemeenteIds: ['GM0106'], wijkIds: [], until: null }] }),
    },
    'availability-window': { units: changeUnits({ availableUntil: '2026-09-10' }) },
    'unit-end': { units: changeUnits({ availableUntil: '2026-10-01' }) },
    'support-available': { aanbieders: [anAanbieder({ freeGuidanceHours: 40, gemeenteIds: [] })] },
    pets: { households: changeHouseholds({ pets: 1 }), units: changeUnits({ petsAllowed: false }) },
    'rent-limit': { units: changeUnits({ rentCents: 99_999 }) },
    'passend-toewijzen': { units: changeUnits({ rentCents: 80_000 }) },
    entitlement: { households: changeHouseholds({ entitlement: { status: 'not-entitled', until: null } }) },
    'refused-before': {
      households: changeHouseholds({
        refusals: [
          { unitId: null, complexId: 'X1', reasonCode: 'r', until: null },
          { unitId: 'U3', complexId: null, reasonCode: 'r', until: null },
        ],
      }),
    },
    consent: { households: changeHouseholds({ consentCorporatieIds: [] }) },
    'ready-for-outflow': { households: changeHouseholds({ readyForOutflowOn: null }) },
    adult: { households: changeHouseholds({ members: [{ birthDate: '2010-01-01' }] }) },
    'minimum-persons': { units: changeUnits({ minPersons: 3 }) },
    'expected-household': {
      households: changeHouseholds({ expected: { from: START, persons: 9, bedroomsNeeded: 1, children: 0 } }),
    },
    'co-residence': { units: changeUnits({ maxAdults: 0 }) },
    'step-free-route': { households: changeHouseholds({ needs: ['no-stairs-to-the-door'] }) },
    'low-stimulus': { households: changeHouseholds({ needs: ['low-stimulus'] }) },
    'use-policy': { households: changeHouseholds({ needs: ['use-free'] }) },
    registration: { households: changeHouseholds({ needs: ['registration'] }) },
    'address-safety': { households: changeHouseholds({ needs: ['shielded-address'] }) },
    'safe-distance': {
      households: changeHouseholds({ keepAway: [{ point: { x: 1, y: 300_000 }, metres: 1, until: null }] }),
    },
    'landmark-distance': {
      households: changeHouseholds({ avoidLandmarks: [{ kind: 'school', metres: 100, until: null }] }),
    },
    'own-veto': { households: changeHouseholds({ vetoes: [{ kind: 'gemeente', value: 'GM0106' }] }) },
    'wijk-veto': {
      wijken: PROBLEM.wijken.map((wijk) => ({
        ...wijk,
        vetoes: [{ by: 'x', reason: 'y', minDraaglast: 0, until: START }],
      })),
    },
    'complex-cooldown': {
      units: changeUnits({ complexId: 'X1' }),
      complexes: PROBLEM.complexes.map((complex) => ({ ...complex, cooldownUntil: START })),
    },
    'stay-length': {
      households: changeHouseholds({ requiredStayMonths: 12 }),
      units: changeUnits({ maxStayMonths: 6 }),
    },
    'temporary-contract': { units: changeUnits({ temporaryContract: true, maxStayMonths: 36 }) },
    'minimum-notice': { units: changeUnits({ noticeDays: 15 }) },
    'on-call': { households: changeHouseholds({ onCallMinutes: 30 }) },
    'functional-programme': { units: changeUnits({ functionalProgramme: 'forensisch' }) },
    'income-limit': { households: changeHouseholds({ incomeCents: 9_000_000 }) },
    'income-floor': { units: changeUnits({ minIncomeCents: 9_000_000 }) },
    'tenancy-history': {
      households: changeHouseholds({
        tenancyFlags: [{ corporatieId: 'C1', kind: 'nuisance', settled: false, until: START }],
      }),
      policy: withParameters('tenancy-history', { open: 'fails' }),
    },
    pause: { households: changeHouseholds({ pausedUntil: '2027-01-01' }) },
  };
  it.each(ELIGIBILITY_RULES.map(({ id }) => id))('sees a pair that breaks %s', (id) => {
    expect(Object.keys(ineligible)).toContain(id);
    expect(brokenBy(ineligible[id]!)).toContain(id);
  });

  it('accepts an exception for that pair and rule, until it ends', () => {
    const excepted = (until: string) => ({
      ...ineligible['age-band'],
      exceptions: plan.matches.map(({ householdId, unitId }) => ({
        householdId,
        unitId,
        ruleId: 'age-band',
        by: 'x',
        reason: 'y',
        until,
      })),
    });
    expect(brokenBy(excepted(PROBLEM.asOf))).toEqual([]);
    expect(brokenBy(excepted('2026-09-06'))).toEqual(['age-band']);
  });

  /** For each quota, limits that the two matches go over. Soft ones show in the value of the level. */
  const tight: Record<string, [Partial<Problem>, string]> = {
    places: [{ units: changeUnits({ freePlaces: 0 }) }, 'places'],
    draagkracht: [{ wijken: [{ ...PROBLEM.wijken[0]!, draagkracht: 2 }, PROBLEM.wijken[1]!] }, 'draagkracht'],
    'wijk-pace': [{ wijken: [{ ...PROBLEM.wijken[0]!, maxPlacements: 1 }, PROBLEM.wijken[1]!] }, 'wijk-pace'],
    'spreiding-ceiling': [{ spreidingQuotas: [{ ...PROBLEM.spreidingQuotas[0]!, ceiling: 2 }] }, 'spreiding-ceiling'],
    'spreiding-floor': [{ spreidingQuotas: [{ ...PROBLEM.spreidingQuotas[0]!, floor: 7 }] }, 'level'],
    agreement: [{ agreements: [{ ...PROBLEM.agreements[0]!, agreed: 6 }] }, 'level'],
    'guidance-capacity': [{ aanbieders: [anAanbieder({ freeGuidanceHours: 3 })] }, 'guidance-capacity'],
  };
  it.each(Object.entries(tight))('sees a plan over %s', (_id, [changes, ruleId]) => {
    expect(brokenBy(changes)).toContain(ruleId);
  });

  it.each([
    ['2026-07-01', '2026-12-31', true],
    [START, START, true],
    ['2026-07-01', '2026-09-20', false],
    ['2026-09-22', '2026-12-31', false],
  ])('counts for spreiding from %s to %s who starts then: %s', (from, to, isSeen) => {
    const full = { ...PROBLEM.spreidingQuotas[0]!, id: 'Q2', from, to, floor: null, ceiling: 1, realised: 0 };
    const found = brokenBy({ spreidingQuotas: [...PROBLEM.spreidingQuotas, full] });
    expect(found).toEqual(isSeen ? ['spreiding-ceiling'] : []);
  });

  it('sees a complex with too many of one kind', () => {
    const matches = ['U1', 'U2'].map((unitId, at): Match => ({
      householdId: `H${at + 1}`,
      unitId,
      plannedStart: START,
      decidedAtLevel: 1,
    }));
    const mixes = [{ ...PROBLEM.complexes[0]!.mixes[0]!, max: 2 }];
    expect(brokenBy({ complexes: [aComplex({ mixes })] }, { matches })).toContain('complex-mix');
  });

  const both = ['H1', 'H2'];
  const otherWijk = (unit: Unit, at: number): Unit => ({ ...unit, wijkId: `W-${at}` });
  const shared: [string, Partial<Problem>][] = [
    ['live-apart', { apart: [{ id: 'G', householdIds: both, within: 'gemeente', until: null }] }],
    [
      'live-near',
      {
        together: [{ id: 'G', householdIds: both, within: 'wijk', until: PROBLEM.asOf }],
        units: PROBLEM.units.map(otherWijk),
        wijken: [...PROBLEM.wijken, ...PROBLEM.units.map((_unit, at) => ({ ...PROBLEM.wijken[0]!, id: `W-${at}` }))],
      },
    ],
    [
      'complex-share',
      {
        units: changeUnits({ complexId: 'X1' }),
        complexes: [aComplex({ share: { homes: 10, occupied: 0, maxPercent: 19 } })],
      },
    ],
    [
      'portiek',
      {
        units: changeUnits({ complexId: 'X1', portiekId: 'A' }),
        complexes: [aComplex({ portieken: [{ id: 'A', name: 'portiek A', max: 2, occupied: 1 }] })],
      },
    ],
    [
      'passend-margin',
      {
        units: changeUnits({ rentCents: 71_303 }),
        corporaties: PROBLEM.corporaties.map((each) => ({ ...each, passendMargins: [{ year: 2026, left: 1 }] })),
      },
    ],
  ];
  it.each(shared)('sees a plan that breaks %s, and only where the policy lists it', (ruleId, changes) => {
    const matches = both.map((householdId, at): Match => ({
      householdId,
      unitId: `U${at + 1}`,
      plannedStart: START,
      decidedAtLevel: 1,
    }));
    expect(brokenBy(changes, { matches })).toContain(ruleId);
    const rules = PROBLEM.policy.rules.filter((each) => each.ruleId !== ruleId);
    expect(brokenBy({ ...changes, policy: { ...PROBLEM.policy, rules } }, { matches })).not.toContain(ruleId);
  });

  it('judges a rule for the homes of its scope only', () => {
    const scoped = (id: string): Policy => ({
      ...PROBLEM.policy,
      rules: PROBLEM.policy.rules.map((each) =>
        each.ruleId === 'consent' ? { ...each, scope: { level: 'unit', id } } : each,
      ),
    });
    const changes = ineligible['consent']!;
    expect(brokenBy({ ...changes, policy: scoped(first().unitId) })).toEqual(['consent']);
    expect(brokenBy({ ...changes, policy: scoped('U99') })).toEqual([]);
  });

  it('knows every quota rule of the catalogue', () => {
    expect(Object.keys(QUOTA_CHECKS).sort()).toEqual(QUOTA_RULES.map(({ id }) => id).sort());
  });

  it('sees a pin that is not kept and a ban that is', () => {
    const { householdId, unitId } = first();
    const other = ['U1', 'U2', 'U3'].find((id) => plan.matches.every((match) => match.unitId !== id))!;
    expect(brokenBy({ pins: [decision(householdId, other)] })).toEqual(['pin']);
    expect(brokenBy({ bans: [decision(householdId, unitId)] })).toEqual(['ban']);
    expect(brokenBy({ bans: [{ ...decision(householdId, unitId), until: '2026-09-06' }] })).toEqual([]);
  });

  it('refuses a policy with rules that it does not know', () => {
    const { policy } = PROBLEM;
    const unknown = { ruleId: 'phase-of-the-moon', parameters: {} };
    expect(brokenBy({ policy: { ...policy, rules: [...policy.rules, unknown] } })).toEqual(['unknown-rule']);
    const level = { objectiveId: 'age-band', parameters: {}, epsilon: 0 };
    expect(brokenBy({ policy: { ...policy, levels: [level] } })).toEqual(['unknown-rule']);
  });
});
