import { z } from 'zod';
import { isIsoDate } from '../../core/time/calendar';
import { closingReasons } from '../../core/vocabulary/code-lists';

const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const note = z.string().trim().min(1).max(500);
const version = z.int().min(1).describe('De versie van het dossier die u zag.');

/** Somebody who closes a file knows why. */
const REASONS = closingReasons.publicCodes.filter((code) => code !== 'niet-vastgelegd');
type Reason = Exclude<(typeof closingReasons.publicCodes)[number], 'niet-vastgelegd'>;

export const closingSchema = z
  .strictObject({
    reden: z.enum(REASONS as [Reason, ...Reason[]]),
    op: day.describe('De dag waarop het dossier dicht ging. Vanaf deze dag tellen de bewaartermijnen.'),
    toelichting: note.nullable().default(null),
    versie: version,
  })
  .meta({ id: 'AfsluitingVerzoek' });
export type ClosingDto = z.infer<typeof closingSchema>;

export const reopeningSchema = z.strictObject({ reden: note, versie: version }).meta({ id: 'HeropeningVerzoek' });
export type ReopeningDto = z.infer<typeof reopeningSchema>;
