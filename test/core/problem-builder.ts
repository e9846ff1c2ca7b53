// Small, complete and eligible by default: a test changes only what it is about.
import { indexProblem, plannedStart, type ProblemIndex } from '../../src/core/matching/problem-index';
import type {
  Aanbieder,
  Complex,
  Household,
  Policy,
  PolicyLevel,
  PolicyRule,
  Problem,
  RentTable,
  Unit,
  Wijk,
} from '../../src/core/matching/problem';
import { ELIGIBILITY_RULES, QUOTA_RULES } from '../../src/core/rules/catalogue';
import type { Pairing } from '../../src/core/rules/rule';

/** Monday. With the lead time of 14 days a household starts on 2026-09-21 in a home that is free now. */
export const AS_OF = '2026-09-07';
export const START = '2026-09-21';

export function aUnit(changes: Partial<Unit> = {}): Unit {
  return {
    id: 'U1',
    name: 'Woning 1',
    complexId: null,
    gemeenteId: 'GM0106',
    wijkId: 'W-ASSEN',
    corporatieId: 'C1',
    aanbiederIds: [],
    programme: 'urgency',
    housingForm: 'permanent',
    freePlaces: 1,
    doelgroepIds: [],
    ageFrom: null,
    ageBelow: null,
    bedrooms: 2,
    maxPersons: 3,
    childrenAllowed: true,
    petsAllowed: true,
    accessibility: 'ZON',
    rentCents: 60_000,
    selfContained: true,
    availableFrom: '2026-09-01',
    availableUntil: null,
    maxStayMonths: null,
    housingFirst: false,
    ...changes,
  };
}

export function aHousehold(changes: Partial<Household> = {}): Household {
  return {
    id: 'H1',
    aanbiederId: 'A1',
    herkomst: { gemeenteId: 'GM0106', certainty: 'established', waived: false },
    members: [{ birthDate: '1985-03-15' }],
    bedroomsNeeded: 1,
    doelgroepId: 'volwassenen',
    supportLevel: 'light',
    guidanceHours: 2,
    draaglast: 1,
    accessibilityNeeded: 'ZON',
    pets: 0,
    exclusionAreas: [],
    wishes: [],
    urgency: { band: 0, category: null, legalDuty: false, legalBasis: null },
    readyForOutflowOn: '2026-06-01',
    waitingSince: '2026-06-01',
    entitlement: { status: 'entitled', until: null },
    incomeCents: 1_800_000,
    consentCorporatieIds: ['C1'],
    refusals: [],
    ...changes,
  };
}

export function aWijk(changes: Partial<Wijk> = {}): Wijk {
  return {
    id: 'W-ASSEN',
    name: 'Assen-Oost',
    gemeenteId: 'GM0106',
    draagkracht: null,
    load: 0,
    maxPlacements: null,
    ...changes,
  };
}

export function anAanbieder(changes: Partial<Aanbieder> = {}): Aanbieder {
  return {
    id: 'A1',
    name: 'Aanbieder Een',
    freeGuidanceHours: null,
    gemeenteIds: ['GM0106', 'GM0118'],
    maxSupportLevel: 'round-the-clock',
    ...changes,
  };
}

export function aComplex(changes: Partial<Complex> = {}): Complex {
  return { id: 'X1', name: 'Complex Een', mixes: [], ...changes };
}

export const RENT_TABLE_2025: RentTable = {
  year: 2025,
  source: 'rijksoverheid.nl 18-11-2024',
  incomeOnePersonCents: 2_837_500,
  incomeMorePersonsCents: 3_850_000,
  incomeOnePersonSeniorCents: 2_777_500,
  incomeMorePersonsSeniorCents: 3_735_000,
  seniorAge: 67,
  aftoppingLowCents: 68_296,
  aftoppingHighCents: 73_193,
  youthLimitCents: 47_720,
  youthBelowAge: 23,
  maxRentCents: 90_007,
  incomeLimitOnePersonCents: 4_966_900,
  incomeLimitMorePersonsCents: 5_484_700,
};

export const RENT_TABLE_2026: RentTable = {
  year: 2026,
  source: 'rijksoverheid.nl 25-11-2025',
  incomeOnePersonCents: 2_940_000,
  incomeMorePersonsCents: 3_992_500,
  incomeOnePersonSeniorCents: 2_877_500,
  incomeMorePersonsSeniorCents: 3_865_000,
  seniorAge: 67,
  aftoppingLowCents: 71_302,
  aftoppingHighCents: 76_414,
  youthLimitCents: 49_820,
  youthBelowAge: 21,
  maxRentCents: 93_293,
  incomeLimitOnePersonCents: 5_153_700,
  incomeLimitMorePersonsCents: 5_691_000,
};

const applied = (ruleId: string): PolicyRule => ({ ruleId, parameters: {} });
const level = (objectiveId: string): PolicyLevel => ({ objectiveId, parameters: {}, epsilon: 0 });

/** The levels of a usual policy. */
const LEVELS = ['legal-duty', 'housed', 'shortages', 'points', 'herkomst-return', 'wishes', 'kept', 'lottery'];

/** By default every rule of the catalogue applies, and the levels are those of a usual policy. */
export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return {
    id: 'test-policy',
    version: '1',
    validFrom: '2026-01-01',
    source: 'test',
    leadTimeDays: 14,
    rules: [...ELIGIBILITY_RULES, ...QUOTA_RULES].map(({ id }) => applied(id)),
    levels: LEVELS.map(level),
    ...changes,
  };
}

export function aProblem(changes: Partial<Problem> = {}): Problem {
  return {
    format: 'woonplek-problem/1',
    region: { id: 'assen', name: 'Regio Assen' },
    asOf: AS_OF,
    seed: 'seed',
    policy: aPolicy(),
    doelgroepen: [
      { id: 'volwassenen', name: 'Volwassenen' },
      { id: 'jongeren', name: 'Jongeren' },
      { id: 'forensisch', name: 'Uitstroom forensische ggz' },
    ],
    gemeenten: [
      { id: 'GM0106', name: 'Assen' },
      { id: 'GM0118', name: 'Hoogeveen' },
    ],
    wijken: [aWijk(), aWijk({ id: 'W-HGV', name: 'Hoogeveen-Zuid', gemeenteId: 'GM0118' })],
    corporaties: [
      { id: 'C1', name: 'Corporatie Een' },
      { id: 'C2', name: 'Corporatie Twee' },
    ],
    aanbieders: [anAanbieder(), anAanbieder({ id: 'A2', name: 'Aanbieder Twee' })],
    complexes: [aComplex()],
    units: [aUnit()],
    households: [aHousehold()],
    spreidingQuotas: [],
    agreements: [],
    rentTables: [RENT_TABLE_2025, RENT_TABLE_2026],
    pins: [],
    bans: [],
    exceptions: [],
    previousMatches: [],
    ...changes,
  };
}

export interface PairingChanges {
  readonly household?: Partial<Household>;
  readonly unit?: Partial<Unit>;
  readonly problem?: Partial<Problem>;
  readonly start?: string;
}

/** One household and one unit in a problem of their own. */
export function aPairing(changes: PairingChanges = {}): Pairing {
  const household = aHousehold(changes.household);
  const unit = aUnit(changes.unit);
  const index: ProblemIndex = indexProblem(aProblem({ households: [household], units: [unit], ...changes.problem }));
  return { index, household, unit, start: changes.start ?? plannedStart(index.problem, unit) };
}
