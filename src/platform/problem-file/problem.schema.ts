import { z } from 'zod';
import {
  complexFacts,
  corporatieFacts,
  householdFacts,
  mixFacts,
  problemFacts,
  rentTableFacts,
  unitFacts,
  urgencyFacts,
  wijkFacts,
} from './rule-facts.schema';
import {
  ACCESSIBILITIES,
  ENTITLEMENT_STATUSES,
  HERKOMST_CERTAINTIES,
  HOUSING_FORMS,
  SCOPE_LEVELS,
  SUPPORT_LEVELS,
  WISH_KINDS,
} from '../../core/matching/problem';

const id = z.string().min(1).max(200);
const name = z.string().min(1).max(500);
const text = z.string().max(5_000);
const date = z.iso.date();
const count = z.int().min(0).max(1_000_000);
const cents = z.int().min(0).max(100_000_000_000);
const ids = z.array(id);

const parameters = z.record(z.string(), z.union([z.number(), z.boolean(), z.string()]));
const pair = { householdId: id, unitId: id };
const decision = z.strictObject({ ...pair, by: name, reason: text, until: date.nullable() });

const policy = z.strictObject({
  id,
  version: name,
  validFrom: date,
  source: text,
  leadTimeDays: z.int().min(0).max(3_650),
  rules: z.array(
    z.strictObject({
      ruleId: id,
      parameters,
      scope: z.strictObject({ level: z.enum(SCOPE_LEVELS), id: z.string().min(1).max(500) }).optional(),
    }),
  ),
  levels: z.array(z.strictObject({ objectiveId: id, parameters, epsilon: z.int().min(0) })).min(1),
});

const complex = z.strictObject({
  ...complexFacts,
  id,
  name,
  mixes: z.array(
    z.strictObject({
      ...mixFacts,
      id,
      name,
      doelgroepIds: ids,
      minSupportLevel: z.enum(SUPPORT_LEVELS),
      max: count,
      occupied: count,
    }),
  ),
});

const unit = z.strictObject({
  ...unitFacts,
  id,
  name,
  complexId: id.nullable(),
  gemeenteId: id,
  wijkId: id,
  corporatieId: id.nullable(),
  aanbiederIds: ids,
  programme: text,
  housingForm: z.enum(HOUSING_FORMS),
  freePlaces: count,
  doelgroepIds: ids,
  ageFrom: z.int().min(0).max(130).nullable(),
  ageBelow: z.int().min(0).max(130).nullable(),
  bedrooms: count,
  maxPersons: count,
  childrenAllowed: z.boolean(),
  petsAllowed: z.boolean().nullable(),
  accessibility: z.enum(ACCESSIBILITIES).nullable(),
  rentCents: cents.nullable(),
  selfContained: z.boolean(),
  availableFrom: date,
  availableUntil: date.nullable(),
  maxStayMonths: z.int().min(0).max(1_200).nullable(),
  housingFirst: z.boolean(),
});

/** What people keep beside a household in a file; any key, and never read. */
const annotations = z.record(z.string().min(1).max(100), z.union([text, z.number(), z.boolean(), z.null()]));

const household = z
  .strictObject({
    annotations: annotations.optional(),
    ...householdFacts,
    id,
    aanbiederId: id,
    herkomst: z.strictObject({
      gemeenteId: id.nullable(),
      certainty: z.enum(HERKOMST_CERTAINTIES),
      waived: z.boolean(),
    }),
    members: z.array(z.strictObject({ birthDate: date })).min(1),
    bedroomsNeeded: count,
    doelgroepId: id,
    supportLevel: z.enum(SUPPORT_LEVELS),
    guidanceHours: count,
    draaglast: count,
    accessibilityNeeded: z.enum(ACCESSIBILITIES),
    pets: count,
    exclusionAreas: z.array(z.strictObject({ gemeenteIds: ids, wijkIds: ids, until: date.nullable() })),
    wishes: z.array(z.strictObject({ kind: z.enum(WISH_KINDS), value: id, weight: z.int().min(1).max(5) })),
    urgency: z.strictObject({
      ...urgencyFacts,
      band: z.int().min(0).max(3),
      category: name.nullable(),
      legalDuty: z.boolean(),
      legalBasis: text.nullable(),
    }),
    readyForOutflowOn: date.nullable(),
    waitingSince: date,
    entitlement: z.strictObject({ status: z.enum(ENTITLEMENT_STATUSES), until: date.nullable() }),
    incomeCents: cents.nullable(),
    consentCorporatieIds: ids,
    refusals: z.array(
      z.strictObject({ unitId: id.nullable(), complexId: id.nullable(), reasonCode: id, until: date.nullable() }),
    ),
  })
  // Taken out before anything else happens: no rule, hash or plan can depend on them.
  .transform(({ annotations: _annotations, ...declared }) => declared);

const year = z.int().min(2000).max(2200);

const rentTable = z.strictObject({
  ...rentTableFacts,
  year,
  source: text,
  incomeOnePersonCents: cents,
  incomeMorePersonsCents: cents,
  incomeOnePersonSeniorCents: cents,
  incomeMorePersonsSeniorCents: cents,
  seniorAge: z.int().min(0).max(130),
  aftoppingLowCents: cents,
  aftoppingHighCents: cents,
  youthLimitCents: cents,
  youthBelowAge: z.int().min(0).max(130),
  maxRentCents: cents,
});

/** The problem file, key for key as core's `Problem`. Unknown keys are errors: a misspelt rule input must not pass in silence. */
export const problemSchema = z.strictObject({
  ...problemFacts,
  format: z.literal('woonplek-problem/1'),
  region: z.strictObject({ id, name }),
  asOf: date,
  seed: id,
  policy,
  doelgroepen: z.array(z.strictObject({ id, name })),
  gemeenten: z.array(z.strictObject({ id, name })),
  wijken: z.array(
    z.strictObject({
      ...wijkFacts,
      id,
      name,
      gemeenteId: id,
      draagkracht: count.nullable(),
      load: count,
      maxPlacements: count.nullable(),
    }),
  ),
  corporaties: z.array(z.strictObject({ ...corporatieFacts, id, name })),
  aanbieders: z.array(
    z.strictObject({
      id,
      name,
      freeGuidanceHours: count.nullable(),
      gemeenteIds: ids,
      maxSupportLevel: z.enum(SUPPORT_LEVELS),
    }),
  ),
  complexes: z.array(complex),
  units: z.array(unit),
  households: z.array(household),
  spreidingQuotas: z.array(
    z.strictObject({
      id,
      gemeenteId: id,
      doelgroepId: id.nullable(),
      from: date,
      to: date,
      floor: count.nullable(),
      ceiling: count.nullable(),
      realised: count,
    }),
  ),
  agreements: z.array(
    z.strictObject({
      id,
      corporatieId: id,
      gemeenteId: id,
      doelgroepId: id.nullable(),
      year,
      agreed: count,
      realised: count,
    }),
  ),
  rentTables: z.array(rentTable),
  pins: z.array(decision),
  bans: z.array(decision),
  exceptions: z.array(z.strictObject({ ...pair, ruleId: id, by: name, reason: text, until: date })),
  previousMatches: z.array(z.strictObject(pair)),
});
