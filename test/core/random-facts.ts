// The optional facts of homes and households, in values that let each rule hold, fail and lack a datum.
import fc from '../support/fast-check';
import {
  FUNCTIONAL_NEEDS,
  LANDMARK_KINDS,
  TEMPORARY_GROUNDS,
  UNIT_FEATURES,
  type UnitFeature,
} from '../../src/core/matching/rule-facts';

/** A square kilometre of Assen. */
export const point = fc.record({
  x: fc.integer({ min: 233_000, max: 234_000 }),
  y: fc.integer({ min: 556_000, max: 557_000 }),
});
const metres = fc.integer({ min: 1, max: 900 });
const until = fc.constantFrom(null, '2026-09-01', '2026-12-31');
const absentOr = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });

const every = (present: boolean) => Object.fromEntries(UNIT_FEATURES.map((feature) => [feature, present]));
const FEATURES: readonly Partial<Record<UnitFeature, boolean>>[] = [
  {},
  every(true),
  every(false),
  { lift: true, 'use-tolerant': true, 'use-free': false },
];

export const unitFacts = fc.record({
  location: fc.option(point, { nil: undefined }),
  features: fc.constantFrom(...FEATURES),
  minPersons: absentOr(1, 2),
  maxAdults: absentOr(1, 2),
  minIncomeCents: absentOr(1_500_000, 3_000_000),
  noticeDays: absentOr(14, 30),
  functionalProgramme: absentOr('forensisch'),
  onCallMinutes: absentOr(15, 60),
  omklap: absentOr(true),
  temporaryContract: absentOr(true),
  maxStayMonths: fc.constantFrom(null, 12, 24, 36),
  portiekId: absentOr('A'),
});

export const householdFacts = fc.record({
  needs: fc.subarray([...FUNCTIONAL_NEEDS]),
  functionalProgrammes: fc.constantFrom(undefined, [], ['forensisch']),
  keepAway: some(fc.record({ point, metres, until })),
  avoidLandmarks: some(fc.record({ kind: fc.constantFrom(...LANDMARK_KINDS), metres, until })),
  expected: absentOr({ from: '2027-01-15', persons: 3, bedroomsNeeded: 2, children: 1 }),
  vetoes: some(
    fc.constantFrom(
      { kind: 'gemeente' as const, value: 'GM0118' },
      { kind: 'wijk' as const, value: 'W-ASSEN' },
      { kind: 'complex' as const, value: 'X1' },
    ),
  ),
  pausedUntil: absentOr('2026-09-10', '2026-12-24'),
  pausedDays: absentOr(30),
  noticeDays: absentOr(14, 45),
  requiredStayMonths: absentOr(12, 24),
  temporaryGround: absentOr(...TEMPORARY_GROUNDS),
  tenancyFlags: some(
    fc.record({
      corporatieId: fc.constantFrom('C1', 'C2'),
      kind: fc.constantFrom('rent-debt' as const, 'nuisance' as const),
      settled: fc.boolean(),
      until: fc.constantFrom('2026-09-01', '2026-12-31'),
    }),
  ),
  onCallMinutes: absentOr(30),
  network: absentOr({ gemeenteId: 'GM0118', wijkId: null }),
  nearby: some(
    fc.record({
      landmark: fc.constant('school' as const),
      point: fc.constant(null),
      metres,
      weight: fc.integer({ min: 1, max: 5 }),
    }),
  ),
  passedOver: absentOr(1, 20),
});
