import { z } from 'zod';
import { REJECTION_CODES } from '../../core/review/rejection-reasons';

const why = z.string().trim().min(3).max(1500);
const versie = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');

/** A step that says why in words. */
export const noteRequestSchema = z.strictObject({ toelichting: why, versie }).meta({ id: 'StapMetToelichting' });
export type NoteRequestDto = z.infer<typeof noteRequestSchema>;

/** Taking a promise back: for a reason of the list, because the corporatie sent it back, or because the home closes. */
export const withdrawalRequestSchema = z
  .discriminatedUnion('grond', [
    z.strictObject({
      grond: z.literal('reden'),
      redenCode: z.enum(REJECTION_CODES as [string, ...string[]]),
      toelichting: why.optional().describe('Verplicht bij sommige redenen.'),
      versie,
    }),
    z.strictObject({
      grond: z.literal('terugsturing').describe('Met de reden waarmee de corporatie het terugstuurde.'),
      toelichting: why.optional(),
      versie,
    }),
    z.strictObject({
      grond: z
        .literal('woning')
        .describe('De woning gaat buiten gebruik. Het paar mag later opnieuw worden voorgesteld.'),
      reden: why.max(500).describe('Waarom de woning buiten gebruik gaat.'),
      tot: z.iso.date().optional().describe('De laatste dag dat de woning buiten gebruik is, als die bekend is.'),
      versie,
    }),
  ])
  .meta({ id: 'IntrekkingVerzoek' });
export type WithdrawalRequestDto = z.infer<typeof withdrawalRequestSchema>;
