import { z } from 'zod';
import { PROPOSAL_ACTIONS } from '../../core/review/proposal-transitions';
import { mailRhythms } from '../../core/vocabulary/code-lists';
import { CALLS } from '../../database/entities/notified';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

export const notificationSchema = z
  .object({
    id: z.uuid(),
    actie: z.enum([...PROPOSAL_ACTIONS, ...CALLS]).describe('De stap die is gezet.'),
    tekst: z.string().describe('De stap in woorden, zoals deze rol die krijgt.'),
    voorstel: z
      .uuid()
      .nullable()
      .describe(
        'Kenmerk van het voorstel; voor een corporatie van het toewijzingsprofiel. Leeg: het gaat om iets anders.',
      ),
    warmeOverdracht: z.uuid().nullable().describe('Kenmerk van de warme overdracht waar het om gaat.'),
    bijeenkomst: z.uuid().nullable().describe('Kenmerk van de bijeenkomst waar het om gaat.'),
    gemaaktOp: z.iso.datetime(),
    gelezenOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Melding' });
export type NotificationDto = z.infer<typeof notificationSchema>;

export const notificationQuery = pageQuery({
  sortable: ['gemaaktOp'],
  order: '-gemaaktOp',
  filters: { gelezen: trueOrFalse().optional().describe('Alleen gelezen (true) of alleen nieuwe (false) meldingen.') },
});
export type NotificationQuery = z.infer<typeof notificationQuery>;

export const readSchema = z
  .object({ gelezen: z.int().describe('Hoeveel nieuwe meldingen nu gelezen zijn.') })
  .meta({ id: 'MeldingenGelezen' });
export type ReadDto = z.infer<typeof readSchema>;

const rhythm = z.enum(mailRhythms.publicCodes);
const hour = z.int().min(0).max(23).describe('Het uur van de dagelijkse mail, op de klok van de regio.');

export const preferenceSchema = z
  .object({
    ritme: rhythm,
    uur: hour,
    mail: z
      .enum(['mogelijk', 'geen-mailserver', 'geen-adres'])
      .describe('Of er mail kan komen; anders staan meldingen alleen in Woonplek.'),
    adres: z.string().nullable().describe('Het eigen adres waar mail heen gaat.'),
  })
  .meta({ id: 'Meldingsvoorkeur' });
export type PreferenceDto = z.infer<typeof preferenceSchema>;

export const preferenceRequestSchema = z
  .strictObject({ ritme: rhythm, uur: hour })
  .meta({ id: 'MeldingsvoorkeurVerzoek' });
export type PreferenceRequestDto = z.infer<typeof preferenceRequestSchema>;

/** How many people of one role were told of a step, and how far that got. */
export const stepDeliverySchema = z
  .object({
    rol: z.object({ code: z.string(), naam: z.string() }),
    mensen: z.int().describe('Hoeveel mensen een melding kregen.'),
    gemaild: z.int(),
    wachtOpMail: z.int(),
    mailMislukt: z.int(),
    gezien: z.int().describe('Hoeveel van hen de melding in Woonplek hebben gelezen.'),
  })
  .meta({ id: 'Meldingsstand' });
export type StepDeliveryDto = z.infer<typeof stepDeliverySchema>;
