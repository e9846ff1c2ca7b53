import { z } from 'zod';
import { timelineKinds } from '../../core/review/timeline-kinds';
import { pageQuery } from '../../platform/http/page';

const person = z.object({
  naam: z.string().describe('"Woonplek" voor het systeem zelf.'),
  rol: z.string().nullable().describe('De rol van toen. Leeg: het systeem, of niet vastgelegd.'),
  organisatie: z.string().nullable(),
});

export const timelineEntrySchema = z
  .object({
    id: z.string(),
    op: z.iso.datetime(),
    alleenDag: z.boolean().describe('Alleen de dag is bekend, niet het uur.'),
    soort: z.object({ code: z.enum(timelineKinds.publicCodes), naam: z.string() }),
    wat: z.string(),
    door: person,
    namens: z.string().nullable().describe('Voor wie iemand sprak.'),
    reden: z.string().nullable(),
    toelichting: z.string().nullable(),
    client: z
      .object({ id: z.uuid(), nummer: z.string() })
      .nullable()
      .describe('Leeg: u ziet niet om wie het gaat, of het gaat over niemand.'),
    wooneenheid: z.object({ id: z.uuid(), naam: z.string() }).nullable(),
    voorstel: z.uuid().nullable().describe('Voor wie de woning verhuurt: van het toewijzingsprofiel.'),
  })
  .meta({ id: 'Verloopregel' });
export type TimelineEntryDto = z.infer<typeof timelineEntrySchema>;

export const timelineQuerySchema = pageQuery({
  sortable: ['op'],
  order: '-op',
  filters: { soort: z.enum(timelineKinds.publicCodes).optional() },
});
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
