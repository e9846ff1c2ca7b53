import { z } from 'zod';
import { REJECTION_CODES } from '../../core/review/rejection-reasons';

const note = z.string().trim().min(1).max(2000);
const version = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');
const code = z.enum(REJECTION_CODES as [string, ...string[]]);

/** A review: agreed, or rejected with a reason from the list. */
export const reviewRequestSchema = z
  .discriminatedUnion('besluit', [
    z.strictObject({ besluit: z.literal('akkoord'), toelichting: note.optional(), versie: version }),
    z.strictObject({ besluit: z.literal('afgewezen'), redenCode: code, toelichting: note.optional(), versie: version }),
  ])
  .meta({ id: 'BeoordelingVerzoek' });
export type ReviewRequestDto = z.infer<typeof reviewRequestSchema>;

export const revocationRequestSchema = z
  .strictObject({ toelichting: note.optional(), versie: version })
  .meta({ id: 'HerroepingVerzoek' });
export type RevocationRequestDto = z.infer<typeof revocationRequestSchema>;

export const rejectionReasonSchema = z
  .object({
    code,
    tekst: z.string(),
    veraNaam: z.string().nullable().describe('Naam in VERA AANBIEDINGDETAILSTATUS; null bij een eigen reden.'),
    kant: z.enum(['client', 'verhuurder', 'regio']),
    toelichtingVerplicht: z.boolean(),
    blokkade: z.enum(['geen', 'tot-opheffing', 'dagen']).describe('Hoe lang dit paar niet opnieuw wordt voorgesteld.'),
    blokkadeDagen: z.int().nullable(),
  })
  .meta({ id: 'Afwijsreden' });
export type RejectionReasonDto = z.infer<typeof rejectionReasonSchema>;
