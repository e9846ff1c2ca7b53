import { z } from 'zod';
import { ACCESSIBILITIES, HOUSING_FORMS, SUPPORT_LEVELS } from '../core/matching/problem';
import { complexFacts, unitFacts } from '../platform/problem-file/rule-facts.schema';
import { cents, code, count, gemeenteId, seedDate, text, provenance, validity } from './seed-values.schema';

export const unit = z.strictObject({
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

/** The files with homes. */
export const INVENTORY_FILES = {
  'complexes.json': z.strictObject({ complexes: z.array(complex) }),
  'homes.json': z.strictObject({ homes: z.array(unit.extend({ gemeenteId, wijkId: code })) }),
} as const;
