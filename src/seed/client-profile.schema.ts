import { z } from 'zod';
import { SUPPORT_LEVELS } from '../core/matching/problem';

const text = z.string().trim().min(1);
const share = z.number().positive().max(1000);

const group = z.strictObject({
  doelgroepId: text,
  share,
  /** Ages of the main resident on the reference date: from (inclusive) and below (exclusive). */
  ageFrom: z.int().min(16).max(100),
  ageBelow: z.int().min(17).max(101),
  composition: z.enum(['single', 'adults', 'family']),
  supportLevels: z.array(z.strictObject({ level: z.enum(SUPPORT_LEVELS), share })).min(1),
  aanbieders: z.array(z.strictObject({ code: text, share })).min(1),
  /** Where they stay now; `capacity` is the number of people that fit, over all groups. */
  stays: z.array(z.strictObject({ name: text, share, capacity: z.int().min(1).nullable() })).min(1),
  urgency: z.array(z.strictObject({ category: text.nullable(), share })).min(1),
});

/** What the made-up clients of a region look like, as shares. Describes nobody. */
export const clientProfileSchema = z.strictObject({
  source: text,
  referencePrefix: z.string().regex(/^[A-Z]{2,4}$/),
  seed: z.int().min(0),
  households: z.int().min(0).max(100_000),
  givenNames: z.array(text).min(1),
  familyNames: z.array(text).min(1),
  herkomst: z.array(z.strictObject({ gemeenteId: text, share })).min(1),
  support: z.record(
    z.enum(SUPPORT_LEVELS),
    z.strictObject({ guidanceHours: z.int().min(0).max(168), draaglast: z.int().min(0).max(100) }),
  ),
  groups: z.array(group).min(1),
});

export type ClientProfile = z.infer<typeof clientProfileSchema>;
export type ClientGroup = z.infer<typeof group>;
