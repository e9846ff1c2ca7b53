import { z } from 'zod';
import { REJECTION_REASONS } from '../../core/review/rejection-reasons';

const note = z.string().trim().min(3).max(1500);
const version = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');

/** Reasons of a landlord in VERA AANBIEDINGDETAILSTATUS. */
const OWNER_CODES = REJECTION_REASONS.filter(({ side }) => side === 'verhuurder').map(({ code }) => code);
const ownerCode = z
  .enum(OWNER_CODES as [string, ...string[]])
  .describe('Een reden van de verhuurder; zie /v1/afwijsredenen.');

export const confirmationRequestSchema = z
  .strictObject({
    toelichting: note
      .optional()
      .describe('Verplicht als de corporatie met deze toewijzing onder de norm voor passend toewijzen komt.'),
    versie: version,
  })
  .meta({ id: 'BevestigingVerzoek' });
export type ConfirmationRequestDto = z.infer<typeof confirmationRequestSchema>;

export const declineRequestSchema = z
  .strictObject({
    redenCode: ownerCode,
    toelichting: note.optional().describe('Verplicht bij sommige redenen.'),
    bewijs: note.max(400).optional().describe('Waar de reden uit blijkt, bijvoorbeeld een brief met datum.'),
    versie: version,
  })
  .meta({ id: 'TerugsturingVerzoek' });
export type DeclineRequestDto = z.infer<typeof declineRequestSchema>;

export const ownerWithdrawalSchema = z
  .strictObject({
    redenCode: ownerCode,
    toelichting: note.optional().describe('Verplicht bij sommige redenen.'),
    versie: version,
  })
  .meta({ id: 'IntrekkingEigenaarVerzoek' });
export type OwnerWithdrawalDto = z.infer<typeof ownerWithdrawalSchema>;
