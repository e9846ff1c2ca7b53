import { z } from 'zod';
import { pauseReasons } from '../../core/vocabulary/code-lists';
import { isIsoDate } from '../../core/time/calendar';

const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const note = z.string().trim().min(1).max(500);
const version = z.int().min(1).describe('De versie van het dossier die u zag.');

/** What a refusal or a warm handover leads to is not chosen here. */
const REASONS = pauseReasons.publicCodes.filter((code) => code !== 'weigering' && code !== 'overdracht');
type Reason = Exclude<(typeof pauseReasons.publicCodes)[number], 'weigering' | 'overdracht'>;

export const parkingRequestSchema = z
  .strictObject({
    reden: z.enum(REASONS as [Reason, ...Reason[]]),
    tot: day.nullable().describe('De laatste dag van de pauze; leeg: tot iemand haar beëindigt.'),
    toelichting: note,
    versie: version,
  })
  .meta({ id: 'ParkeringVerzoek' });
export type ParkingRequestDto = z.infer<typeof parkingRequestSchema>;

export const resumptionRequestSchema = z
  .strictObject({ toelichting: note, versie: version })
  .meta({ id: 'ParkeringEindeVerzoek' });
export type ResumptionRequestDto = z.infer<typeof resumptionRequestSchema>;

export const parkedSchema = z
  .object({
    client: z.uuid(),
    wacht: z.boolean().describe('Of de cliënt vandaag meedoet in een ronde.'),
    reden: z.object({ code: z.enum(pauseReasons.publicCodes), naam: z.string() }).nullable(),
    tot: z.iso.date().nullable(),
    versie: z.int(),
  })
  .meta({ id: 'Pauze' });
export type ParkedDto = z.infer<typeof parkedSchema>;
