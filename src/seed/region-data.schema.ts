import { z } from 'zod';
import { ACCESSIBILITIES, HOUSING_FORMS, SCOPE_LEVELS, SUPPORT_LEVELS } from '../core/matching/problem';
import { PANEL_NEEDS } from '../core/review/case-panels';
import { landingChecklistFaults } from '../core/review/landing-checklist';
import { REFUSAL_CONSEQUENCES, refusalPolicyFaults } from '../core/review/refusal-policy';
import { STEP_ROLES, TERM_EFFECTS, TERM_UNITS, WAITING_STATES } from '../core/review/workflow';
import { isIsoDate } from '../core/time/calendar';
import { retentionCategories } from '../core/vocabulary/code-lists';
import { ROLES } from '../platform/access/permissions';
import { complexFacts, unitFacts, wijkFacts } from '../platform/problem-file/rule-facts.schema';
import { clientProfileSchema } from './client-profile.schema';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens only');
const isoDate = z.string().refine(isIsoDate, 'a date that exists, YYYY-MM-DD');
const cents = z.int().min(0).max(100_000_000);
const count = z.int().min(0).max(10_000);
const gemeenteId = z.string().regex(/^GM\d{4}$/, 'GM and four digits');

/** A fixed date, or a number of days from the reference date: demonstration data stay plausible on any day. */
const seedDate = z.union([isoDate, z.strictObject({ daysFromReference: z.int().min(-3650).max(3650) })]);

/** Before the current half year, or within the part of it that has passed: so that it always counts as realised. */
const placementStart = z.union([
  z.strictObject({ weeksBeforePeriod: z.int().min(1).max(520) }),
  z.strictObject({ shareOfPeriod: z.number().min(0).max(1) }),
]);

const provenance = { source: text, demonstration: z.boolean() };
const validity = { validFrom: isoDate, validTo: isoDate.nullable() };

/** A version of what a region agreed about the way from offer to key. */
const workflowVersion = { version: text, validFrom: isoDate, source: text };

const refusalConsequences = sound(
  z.strictObject({
    ...workflowVersion,
    freeRefusals: z.int().min(1).max(20),
    reassessFrom: z.int().min(2).max(20).nullable(),
    exemptProgrammes: z.array(code),
    reasons: z.array(
      z.strictObject({
        reason: z.string().regex(/^[A-Z]{3,6}$/),
        consequence: z.enum(REFUSAL_CONSEQUENCES),
        days: z.int().nullable(),
      }),
    ),
  }),
  refusalPolicyFaults,
);

const landingChecklist = sound(
  z.strictObject({
    ...workflowVersion,
    lists: z.array(
      z.strictObject({
        programmes: z.array(code),
        points: z
          .array(
            z.strictObject({
              code: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
              nl: text,
              required: z.boolean(),
              toldToCorporatie: z.boolean(),
            }),
          )
          .min(1),
      }),
    ),
  }),
  landingChecklistFaults,
);

/** A schema that also asks the core whether what it read makes sense. */
function sound<S extends z.ZodType>(schema: S, faultsOf: (value: z.output<S>) => string[]): S {
  return schema.superRefine((value, context) => {
    for (const message of faultsOf(value)) context.addIssue({ code: 'custom', message });
  });
}

const organisation = z.strictObject({
  code,
  kind: z.enum(['regio', 'gemeente', 'corporatie', 'aanbieder']),
  name: text,
  shortName: text,
  ...provenance,
});

const unit = z.strictObject({
  code,
  name: text,
  facts: z.strictObject(unitFacts).default({}),
  corporatie: code.nullable(),
  aanbieders: z.array(code),
  programme: code,
  housingForm: z.enum(HOUSING_FORMS),
  places: z.int().min(1).max(500),
  doelgroepIds: z.array(code),
  ageFrom: z.int().min(0).max(120).nullable(),
  ageBelow: z.int().min(1).max(121).nullable(),
  bedrooms: z.int().min(0).max(20),
  maxPersons: z.int().min(1).max(30),
  childrenAllowed: z.boolean(),
  petsAllowed: z.boolean().nullable(),
  accessibility: z.enum(ACCESSIBILITIES).nullable(),
  rentCents: cents.nullable(),
  selfContained: z.boolean(),
  availableFrom: seedDate,
  availableUntil: seedDate.nullable(),
  maxStayMonths: z.int().min(1).max(120).nullable(),
  housingFirst: z.boolean(),
  veraUnitKind: z
    .string()
    .regex(/^[A-Z]{3,4}$/)
    .nullable(),
  veraHousingForm: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  status: z.enum(['in-preparation', 'available', 'reserved', 'occupied', 'out-of-service', 'ended']),
  statusReason: text.nullable(),
  statusFrom: seedDate.nullable(),
  statusUntil: seedDate.nullable(),
  ...validity,
  ...provenance,
});

/** What was agreed; who lives there is counted. */
const storedComplexFacts = z.strictObject({ cooldownUntil: complexFacts.cooldownUntil });

const complex = z.strictObject({
  code,
  name: text,
  facts: storedComplexFacts.default({}),
  owner: code,
  gemeenteId,
  wijkId: code,
  programme: code,
  goal: text,
  inflowSources: z.array(code),
  nonResidentialRooms: z.array(z.strictObject({ kind: text, count: z.int().min(1).max(100) })),
  note: text.nullable(),
  mixes: z.array(
    z.strictObject({
      code,
      name: text,
      doelgroepIds: z.array(code),
      minSupportLevel: z.enum(SUPPORT_LEVELS),
      max: count,
      source: text,
    }),
  ),
  units: z.array(unit).min(1),
  ...validity,
  ...provenance,
});

/** One period of a category; a category can have several, one after the other. */
const urgencyCategory = z.strictObject({
  id: code,
  name: text,
  band: z.int().min(0).max(3),
  legalDuty: z.boolean(),
  legalBasis: text.nullable(),
  ...validity,
  ...provenance,
});

const parameters = z.record(z.string(), z.union([z.number(), z.boolean(), z.string()]));

/** One schema for each file in `seeds/<region>/`. Unknown keys are errors everywhere. */
export const REGION_FILES = {
  'region.json': z.strictObject({
    region: z.strictObject({
      id: code,
      name: text,
      centrumGemeenteId: gemeenteId,
      timeZone: text,
      roundCron: text.nullable(),
      leadTimeDays: z.int().min(0).max(365),
      source: text,
    }),
    organisations: z.array(organisation).min(1),
    gemeenten: z
      .array(z.strictObject({ id: gemeenteId, name: text, organisation: code, source: text, ...validity }))
      .min(1),
  }),
  'people.json': z.strictObject({
    people: z
      .array(
        z.strictObject({
          code,
          name: text,
          email: z.email(),
          roles: z.array(z.strictObject({ role: z.enum(ROLES), organisation: code })).min(1),
        }),
      )
      .min(1),
  }),
  'doelgroepen.json': z.strictObject({
    doelgroepen: z.array(z.strictObject({ id: code, name: text, veraCode: text.nullable(), source: text })).min(1),
  }),
  'wijken.json': z.strictObject({
    wijken: z
      .array(
        z.strictObject({
          id: code,
          gemeenteId,
          name: text,
          kind: z.enum(['wijk', 'dorp']),
          cbsCode: z
            .string()
            .regex(/^WK\d{6}$/)
            .nullable(),
          ...provenance,
          facts: z.strictObject(wijkFacts).default({}),
          draagkracht: z.strictObject({ points: count, maxPlacements: count.nullable(), source: text }).nullable(),
        }),
      )
      .min(1),
  }),
  'complexes.json': z.strictObject({ complexes: z.array(complex) }),
  'homes.json': z.strictObject({ homes: z.array(unit.extend({ gemeenteId, wijkId: code })) }),
  'rent-tables.json': z.strictObject({
    rentTables: z
      .array(
        z.strictObject({
          year: z.int().min(2020).max(2100),
          incomeOnePersonCents: cents,
          incomeMorePersonsCents: cents,
          incomeOnePersonSeniorCents: cents,
          incomeMorePersonsSeniorCents: cents,
          seniorAge: z.int().min(60).max(80),
          aftoppingLowCents: cents,
          aftoppingHighCents: cents,
          youthLimitCents: cents,
          youthBelowAge: z.int().min(18).max(30),
          maxRentCents: cents,
          incomeLimitOnePersonCents: cents.nullable(),
          incomeLimitMorePersonsCents: cents.nullable(),
          ...provenance,
        }),
      )
      .min(1),
  }),
  'retention-terms.json': z.strictObject({
    retentionTerms: z
      .array(
        z.strictObject({
          category: z.enum(retentionCategories.publicCodes),
          months: z.int().min(1).max(1200),
          validFrom: isoDate,
          source: text,
        }),
      )
      .min(1),
  }),
  'refusal-consequences.json': z.strictObject({ refusalConsequences: z.array(refusalConsequences).min(1) }),
  'landing-checklists.json': z.strictObject({ landingChecklists: z.array(landingChecklist).min(1) }),
  'panel-sharing.json': z.strictObject({
    panelSharing: z
      .array(z.strictObject({ version: text, validFrom: isoDate, source: text, needs: z.array(z.enum(PANEL_NEEDS)) }))
      .min(1),
  }),
  'workflows.json': z.strictObject({
    workflows: z.array(
      z.strictObject({
        programme: code,
        version: text,
        validFrom: isoDate,
        steps: z.array(
          z.strictObject({
            state: z.enum(WAITING_STATES),
            waitsFor: z.enum(STEP_ROLES),
            term: z.strictObject({ number: z.int(), unit: z.enum(TERM_UNITS) }),
            remindDaysBefore: z.array(z.int()),
            effect: z.enum(TERM_EFFECTS),
            escalateTo: z.enum(STEP_ROLES).nullable(),
            stallDays: z.int(),
            ...provenance,
          }),
        ),
        ...provenance,
      }),
    ),
  }),
  'urgency-categories.json': z.strictObject({ urgencyCategories: z.array(urgencyCategory) }),
  'agreements.json': z.strictObject({
    aanbiederCapacities: z.array(
      z.strictObject({
        organisation: code,
        gemeenteIds: z.array(gemeenteId).min(1),
        maxSupportLevel: z.enum(SUPPORT_LEVELS),
        guidanceHours: count.nullable(),
        ...provenance,
      }),
    ),
    spreidingQuotas: z.array(
      z.strictObject({
        gemeenteId,
        doelgroepId: code.nullable(),
        floor: count.nullable(),
        ceiling: count.nullable(),
        distributionKey: text,
        ...provenance,
      }),
    ),
    prestatieafspraken: z.array(
      z.strictObject({ corporatie: code, gemeenteId, doelgroepId: code.nullable(), agreed: count, ...provenance }),
    ),
  }),
  'placements.json': z.strictObject({
    source: text,
    placements: z.array(
      z.strictObject({
        unit: code,
        doelgroepId: code,
        aanbieder: code,
        supportLevel: z.enum(SUPPORT_LEVELS),
        guidanceHours: count,
        draaglast: count,
        herkomstGemeenteId: gemeenteId.nullable(),
        start: placementStart,
        end: seedDate.nullable(),
      }),
    ),
  }),
  'policy.json': z.strictObject({
    source: text,
    policy: z.strictObject({
      id: code,
      version: text,
      validFrom: isoDate,
      source: text,
      leadTimeDays: z.int().min(0).max(365),
      rules: z
        .array(
          z.strictObject({
            ruleId: code,
            parameters,
            // A complex or home by its code.
            scope: z.strictObject({ level: z.enum(SCOPE_LEVELS), id: code }).optional(),
          }),
        )
        .min(1),
      levels: z.array(z.strictObject({ objectiveId: code, parameters, epsilon: z.int().min(0) })).min(1),
    }),
  }),
  'client-profile.json': clientProfileSchema,
} as const;

export type RegionFileName = keyof typeof REGION_FILES;
type FileData<K extends RegionFileName> = z.infer<(typeof REGION_FILES)[K]>;

/** Everything that is known of one region before its first round, apart from its clients. */
export type RegionData = FileData<'region.json'> &
  FileData<'people.json'> &
  FileData<'doelgroepen.json'> &
  FileData<'wijken.json'> &
  FileData<'complexes.json'> &
  FileData<'homes.json'> &
  FileData<'rent-tables.json'> &
  FileData<'urgency-categories.json'> &
  FileData<'retention-terms.json'> &
  FileData<'refusal-consequences.json'> &
  FileData<'landing-checklists.json'> &
  FileData<'panel-sharing.json'> &
  FileData<'workflows.json'> &
  FileData<'agreements.json'> & {
    readonly placements: FileData<'placements.json'>['placements'];
    readonly placementSource: string;
    readonly policy: FileData<'policy.json'>['policy'];
    readonly clientProfile: FileData<'client-profile.json'>;
  };

export type SeedUnit = z.infer<typeof unit>;
export type SeedDate = z.infer<typeof seedDate>;
export type PlacementStart = z.infer<typeof placementStart>;
export type UrgencyCategory = z.infer<typeof urgencyCategory>;
