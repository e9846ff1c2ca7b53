import { z } from 'zod';
import {
  AREA_LEVELS,
  FUNCTIONAL_NEEDS,
  LANDMARK_KINDS,
  TEMPORARY_GROUNDS,
  TENANCY_FLAG_KINDS,
  UNIT_FEATURES,
} from '../../core/matching/rule-facts';
import { WISH_KINDS } from '../../core/matching/problem';

// The facts of core's `rule-facts`, key for key. All are optional: absent says that nobody filled it in.
const id = z.string().min(1).max(200);
const name = z.string().min(1).max(500);
const date = z.iso.date();
const count = z.int().min(0).max(1_000_000).optional();
const months = z.int().min(0).max(1_200).optional();
const days = z.int().min(0).max(36_500).optional();
const cents = z.int().min(0).max(100_000_000_000).optional();
const age = z.int().min(0).max(130).optional();
const metres = z.int().min(1).max(500_000);
/** Minutes within which somebody of the guidance can be there; a day at most. */
const minutes = z.int().min(0).max(1_440).optional();
/** The Rijksdriehoek grid reaches over the Netherlands and its waters. */
const point = z.strictObject({ x: z.int().min(-50_000).max(350_000), y: z.int().min(200_000).max(700_000) });
const group = z.strictObject({
  id,
  householdIds: z.array(id).min(2),
  within: z.enum(AREA_LEVELS),
  until: date.nullable(),
});

export const unitFacts = {
  location: point.optional(),
  features: z.partialRecord(z.enum(UNIT_FEATURES), z.boolean()).optional(),
  minPersons: count,
  maxAdults: count,
  minIncomeCents: cents,
  noticeDays: days,
  functionalProgramme: name.optional(),
  onCallMinutes: minutes,
  omklap: z.boolean().optional(),
  temporaryContract: z.boolean().optional(),
  portiekId: id.optional(),
};

export const householdFacts = {
  needs: z.array(z.enum(FUNCTIONAL_NEEDS)).optional(),
  functionalProgrammes: z.array(name).optional(),
  keepAway: z.array(z.strictObject({ point, metres, until: date.nullable() })).optional(),
  avoidLandmarks: z.array(z.strictObject({ kind: z.enum(LANDMARK_KINDS), metres, until: date.nullable() })).optional(),
  expected: z
    .strictObject({
      from: date,
      persons: z.int().min(1).max(100),
      bedroomsNeeded: z.int().min(0).max(100),
      children: z.int().min(0).max(100),
    })
    .optional(),
  vetoes: z.array(z.strictObject({ kind: z.enum(WISH_KINDS), value: id })).optional(),
  pausedUntil: date.optional(),
  pausedDays: days,
  noticeDays: days,
  requiredStayMonths: months,
  temporaryGround: z.enum(TEMPORARY_GROUNDS).optional(),
  tenancyFlags: z
    .array(z.strictObject({ corporatieId: id, kind: z.enum(TENANCY_FLAG_KINDS), settled: z.boolean(), until: date }))
    .optional(),
  onCallMinutes: minutes,
  network: z.strictObject({ gemeenteId: id, wijkId: id.nullable() }).optional(),
  nearby: z
    .array(
      z.strictObject({
        landmark: z.enum(LANDMARK_KINDS).nullable(),
        point: point.nullable(),
        metres,
        weight: z.int().min(1).max(5),
      }),
    )
    .optional(),
  passedOver: count,
};

export const urgencyFacts = { validFrom: date.optional(), validUntil: date.optional() };

export const wijkFacts = {
  vetoes: z
    .array(z.strictObject({ by: name, reason: name, minDraaglast: z.int().min(0).max(1_000_000), until: date }))
    .optional(),
};

const share = z.strictObject({
  homes: z.int().min(1).max(1_000_000),
  occupied: z.int().min(0).max(1_000_000),
  maxPercent: z.int().min(0).max(100),
});
export const complexFacts = {
  cooldownUntil: date.optional(),
  share: share.optional(),
  portieken: z
    .array(
      z.strictObject({
        id,
        name,
        max: z.int().min(0).max(1_000_000),
        occupied: z.int().min(0).max(1_000_000),
      }),
    )
    .optional(),
};

export const mixFacts = { ageFrom: age, ageBelow: age };

export const corporatieFacts = {
  passendMargins: z
    .array(z.strictObject({ year: z.int().min(2000).max(2200), left: z.int().min(0).max(1_000_000) }))
    .optional(),
};

export const rentTableFacts = { incomeLimitOnePersonCents: cents, incomeLimitMorePersonsCents: cents };

export const problemFacts = {
  landmarks: z
    .array(z.strictObject({ kind: z.enum(LANDMARK_KINDS), gemeenteId: id, points: z.array(point) }))
    .optional(),
  together: z.array(group).optional(),
  apart: z.array(group).optional(),
};
