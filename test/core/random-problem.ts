// Small random problems that reach every rule: missing data, ends and overlaps are likely, not rare.
import fc from '../support/fast-check';
import {
  ACCESSIBILITIES,
  ENTITLEMENT_STATUSES,
  HERKOMST_CERTAINTIES,
  HOUSING_FORMS,
  SUPPORT_LEVELS,
  type ExclusionArea,
  type Household,
  type Problem,
  type Refusal,
  type Unit,
} from '../../src/core/matching/problem';
import {
  AREA_LEVELS,
  type HouseholdFacts,
  type HouseholdGroup,
  type UnitFacts,
} from '../../src/core/matching/rule-facts';
import { ELIGIBILITY_RULES } from '../../src/core/rules/catalogue';
import { householdFacts, point, unitFacts } from './random-facts';
import { aComplex, aHousehold, anAanbieder, aProblem, aUnit, aWijk } from './problem-builder';

const DOELGROEPEN = ['volwassenen', 'jongeren', 'forensisch'];
const PLACES = [
  { gemeenteId: 'GM0106', wijkId: 'W-ASSEN' },
  { gemeenteId: 'GM0106', wijkId: 'W-NOORD' },
  { gemeenteId: 'GM0118', wijkId: 'W-HGV' },
];
/** Two periods that both hold starts of these homes. */
const EARLY = { from: '2026-07-01', to: '2026-10-31' };
const LATE = { from: '2026-11-01', to: '2027-04-30' };
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_each, place) => `${prefix}${place + 1}`);
/** The value in one case of five, else null. */
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const mostly = <T>(value: T, others: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(value, ...others) });
/** The value in four cases of five, else anything of the arbitrary. */
const usually = <T>(value: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: others });
const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const birthDate = fc
  .integer({ min: 0, max: 75 * 365 })
  .map((days) => new Date(Date.UTC(1950, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

function units(count: number): fc.Arbitrary<Unit[]> {
  const changes = fc.record({
    place: mostly(PLACES[0]!, PLACES),
    complexId: fc.constantFrom(null, 'X1'),
    corporatieId: fc.constantFrom('C1', 'C2', null),
    aanbiederIds: fc.subarray(['A1', 'A2']),
    freePlaces: fc.integer({ min: 0, max: 3 }),
    doelgroepIds: usually<string[]>([], fc.subarray(DOELGROEPEN)),
    ageFrom: mostly(null, [18, 23]),
    ageBelow: mostly(null, [23, 27]),
    bedrooms: fc.integer({ min: 1, max: 4 }),
    maxPersons: fc.integer({ min: 1, max: 5 }),
    childrenAllowed: mostly(true, [false]),
    petsAllowed: fc.constantFrom(true, false, null),
    accessibility: fc.option(fc.constantFrom(...ACCESSIBILITIES), { nil: null }),
    rentCents: usually<number | null>(60_000, fc.option(fc.integer({ min: 40_000, max: 100_000 }), { nil: null })),
    selfContained: mostly(true, [false]),
    availableFrom: mostly('2026-09-01', ['2026-10-15', '2026-12-01']),
    availableUntil: rarely(day),
    housingForm: fc.constantFrom(...HOUSING_FORMS),
    housingFirst: mostly(false, [true]),
    facts: usually<UnitFacts>({}, unitFacts),
  });
  return fc
    .array(changes, { minLength: count, maxLength: count })
    .map((all) =>
      all.map(({ place, facts, ...each }, at) =>
        aUnit({ ...each, ...facts, ...place, id: `U${at + 1}`, name: `Woning ${at + 1}` }),
      ),
    );
}

function households(count: number, unitIds: readonly string[]): fc.Arbitrary<Household[]> {
  const changes = fc.record({
    aanbiederId: fc.constantFrom('A1', 'A2'),
    herkomst: fc.record({
      gemeenteId: mostly<string | null>('GM0106', ['GM0118', 'GM0363', null]),
      certainty: mostly('established' as const, HERKOMST_CERTAINTIES),
      waived: mostly(false, [true]),
    }),
    members: usually(
      [{ birthDate: '1985-03-15' }],
      fc.array(fc.record({ birthDate }), { minLength: 0, maxLength: 4, size: 'max' }),
    ),
    bedroomsNeeded: mostly(1, [2, 3]),
    doelgroepId: fc.constantFrom(...DOELGROEPEN),
    supportLevel: mostly('light' as const, SUPPORT_LEVELS),
    guidanceHours: fc.integer({ min: 0, max: 8 }),
    draaglast: fc.integer({ min: 0, max: 4 }),
    accessibilityNeeded: mostly('ZON' as const, ACCESSIBILITIES),
    pets: mostly(0, [1, 2]),
    exclusionAreas: usually<ExclusionArea[]>(
      [],
      fc.array(
        fc.record({
          gemeenteIds: fc.subarray(['GM0106', 'GM0118']),
          wijkIds: fc.subarray(['W-ASSEN', 'W-NOORD', 'W-HGV']),
          until: fc.option(day, { nil: null }),
        }),
        { maxLength: 1 },
      ),
    ),
    wishes: fc.array(
      fc.constantFrom(
        { kind: 'gemeente' as const, value: 'GM0118', weight: 3 },
        { kind: 'wijk' as const, value: 'W-ASSEN', weight: 5 },
        { kind: 'housing-form' as const, value: 'permanent', weight: 1 },
        { kind: 'complex' as const, value: 'X1', weight: 2 },
      ),
      { maxLength: 3 },
    ),
    urgency: fc.record({
      band: fc.integer({ min: 0, max: 3 }),
      category: fc.constantFrom(null, 'uitstroom'),
      legalDuty: fc.boolean(),
      legalBasis: fc.constantFrom(null, 'Huisvestingswet 2014'),
    }),
    readyForOutflowOn: usually<string | null>('2026-06-01', fc.option(day, { nil: null })),
    waitingSince: day,
    entitlement: fc.record({
      status: mostly('entitled' as const, ENTITLEMENT_STATUSES),
      until: rarely(day),
    }),
    incomeCents: fc.option(fc.integer({ min: 0, max: 6_000_000 }), { nil: null }),
    facts: usually<HouseholdFacts>({}, householdFacts),
    consentCorporatieIds: mostly(['C1', 'C2'], [['C1'], []]),
    refusals: usually<Refusal[]>(
      [],
      fc.array(
        fc.record({
          unitId: fc.constantFrom(null, ...unitIds),
          complexId: fc.constantFrom(null, 'X1'),
          reasonCode: fc.constant('TEK'),
          until: fc.option(day, { nil: null }),
        }),
        { maxLength: 1 },
      ),
    ),
  });
  return fc
    .array(changes, { minLength: count, maxLength: count })
    .map((all) => all.map(({ facts, ...each }, at) => aHousehold({ ...each, ...facts, id: `H${at + 1}` })));
}

/** Sometimes two households that were told to live apart, or belong together. */
function groups(householdCount: number, prefix: string): fc.Arbitrary<HouseholdGroup[]> {
  if (householdCount < 2) return fc.constant([]);
  return usually<HouseholdGroup[]>(
    [],
    fc.array(
      fc.record({
        id: fc.constantFrom(`${prefix}-1`),
        householdIds: fc.subarray(ids('H', householdCount), { minLength: 2, maxLength: Math.min(3, householdCount) }),
        within: fc.constantFrom(...AREA_LEVELS),
        until: fc.option(day, { nil: null }),
      }),
      { minLength: 1, maxLength: 1 },
    ),
  );
}

/** Problems of at most `size` households and as many units, under the default policy of the builder. */
export function randomProblem(size = 6): fc.Arbitrary<Problem> {
  return fc
    .tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size }))
    .chain(([householdCount, unitCount]) => {
      const unitIds = ids('U', unitCount);
      const pair = fc.record({
        householdId: fc.constantFrom(...ids('H', householdCount)),
        unitId: fc.constantFrom(...unitIds),
      });
      const decision = fc
        .tuple(pair, fc.option(day, { nil: null }))
        .map(([each, until]) => ({ ...each, by: 'coördinator', reason: 'test', until }));
      const exception = fc
        .tuple(pair, fc.constantFrom(...ELIGIBILITY_RULES.map(({ id }) => id)), day)
        .map(([each, ruleId, until]) => ({ ...each, ruleId, by: 'coördinator', reason: 'test', until }));
      return fc.record({
        units: units(unitCount),
        households: households(householdCount, unitIds),
        bans: fc.array(decision, { maxLength: 2 }),
        exceptions: fc.array(exception, { maxLength: 4 }),
        previousMatches: fc.array(pair, { maxLength: 2 }),
        wijken: fc
          .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom(null, 0, 1, 2))
          .map(([draagkracht, load, maxPlacements]) => [
            aWijk({ draagkracht, load, maxPlacements }),
            aWijk({
              id: 'W-NOORD',
              name: 'Assen-Noord',
              vetoes: [{ by: 'wijkregisseur', reason: 'rust', minDraaglast: 2, until: '2026-12-31' }],
            }),
            aWijk({ id: 'W-HGV', name: 'Hoogeveen-Zuid', gemeenteId: 'GM0118', draagkracht: 4 }),
          ]),
        aanbieders: fc

          .tuple(
            mostly('round-the-clock' as const, SUPPORT_LEVELS),
            fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
          )
          .map(([maxSupportLevel, freeGuidanceHours]) => [
            anAanbieder({ maxSupportLevel, freeGuidanceHours }),
            anAanbieder({ id: 'A2', name: 'Aanbieder Twee', gemeenteIds: ['GM0106'] }),
          ]),
        complexes: fc
          .tuple(
            fc.integer({ min: 0, max: 3 }),
            usually<string | undefined>(undefined, fc.constantFrom('2026-08-01', '2026-12-01')),
          )
          .map(([occupied, cooldownUntil]) => [
            aComplex({
              cooldownUntil,
              share: { homes: 10, occupied, maxPercent: 40 },
              portieken: [{ id: 'A', name: 'portiek A', max: 1, occupied: 0 }],
              mixes: [
                {
                  id: 'forensisch',
                  name: 'forensisch',
                  doelgroepIds: ['forensisch'],
                  minSupportLevel: 'none',
                  max: 3,
                  occupied,
                },
                {
                  id: 'intensief',
                  name: 'intensief',
                  doelgroepIds: [],
                  minSupportLevel: 'intensive',
                  max: 2,
                  occupied,
                },
                {
                  id: 'jong',
                  name: 'jong',
                  doelgroepIds: [],
                  minSupportLevel: 'none',
                  ageBelow: 27,
                  max: 1,
                  occupied: 0,
                },
              ],
            }),
          ]),
        spreidingQuotas: fc
          .tuple(
            fc.option(fc.integer({ min: 0, max: 5 })),
            fc.option(fc.integer({ min: 0, max: 5 })),
            fc.integer({ min: 0, max: 6 }),
          )
          .map(([floor, ceiling, realised]) => [
            { id: 'Q1', gemeenteId: 'GM0106', doelgroepId: null, ...EARLY, floor, ceiling, realised },
            { id: 'Q2', gemeenteId: 'GM0118', doelgroepId: 'jongeren', ...EARLY, floor: 1, ceiling: 2, realised: 0 },
            { id: 'Q3', gemeenteId: 'GM0106', doelgroepId: null, ...LATE, floor: 1, ceiling: 1 + realised, realised },
          ]),
        corporaties: fc.constantFrom(0, 1).map((left) => [
          { id: 'C1', name: 'Corporatie Een', passendMargins: [{ year: 2026, left }] },
          { id: 'C2', name: 'Corporatie Twee' },
        ]),
        landmarks: fc.tuple(point, point).map(([school, spot]) => [
          { kind: 'school' as const, gemeenteId: 'GM0106', points: [school] },
          { kind: 'user-spot' as const, gemeenteId: 'GM0106', points: [spot] },
        ]),
        apart: groups(householdCount, 'apart'),
        together: groups(householdCount, 'samen'),
        agreements: fc.constant([
          { id: 'P1', corporatieId: 'C1', gemeenteId: 'GM0106', doelgroepId: null, year: 2026, agreed: 3, realised: 1 },
        ]),
      });
    })
    .map((changes) => aProblem(changes));
}
