import { z } from 'zod';
import { SCOPE_LEVELS, SUPPORT_LEVELS } from '../core/matching/problem';
import { retentionCategories } from '../core/vocabulary/code-lists';
import { ROLES } from '../platform/access/permissions';
import { wijkFacts } from '../platform/problem-file/rule-facts.schema';
import { clientProfileSchema } from './client-profile.schema';
import { INVENTORY_FILES, type unit } from './inventory.schema';
import {
  cents,
  code,
  count,
  gemeenteId,
  isoDate,
  placementStart,
  seedDate,
  text,
  provenance,
  validity,
} from './seed-values.schema';
import { WORKFLOW_FILES } from './workflow.schema';

const organisation = z.strictObject({
  code,
  kind: z.enum(['regio', 'gemeente', 'corporatie', 'aanbieder']),
  name: text,
  shortName: text,
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
  ...INVENTORY_FILES,
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
  ...WORKFLOW_FILES,
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
