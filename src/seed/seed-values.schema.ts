import { z } from 'zod';
import { isIsoDate } from '../core/time/calendar';

/** Values that stand in more than one file of a region. */
export const text = z.string().trim().min(1);
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens only');
export const isoDate = z.string().refine(isIsoDate, 'a date that exists, YYYY-MM-DD');
export const cents = z.int().min(0).max(100_000_000);
export const count = z.int().min(0).max(10_000);
export const gemeenteId = z.string().regex(/^GM\d{4}$/, 'GM and four digits');

/** A fixed date, or a number of days from the reference date: demonstration data stay plausible on any day. */
export const seedDate = z.union([isoDate, z.strictObject({ daysFromReference: z.int().min(-3650).max(3650) })]);

/** Before the current half year, or within the part of it that has passed: so that it always counts as realised. */
export const placementStart = z.union([
  z.strictObject({ weeksBeforePeriod: z.int().min(1).max(520) }),
  z.strictObject({ shareOfPeriod: z.number().min(0).max(1) }),
]);

export const provenance = { source: text, demonstration: z.boolean() };
export const validity = { validFrom: isoDate, validTo: isoDate.nullable() };
