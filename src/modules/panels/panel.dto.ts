import { z } from 'zod';
import { panelEntryKinds, panelKinds, panelNeeds } from '../../core/review/case-panels';
import { pageQuery } from '../../platform/http/page';
import { PANEL_STANDINGS } from './panel-standing';

const reference = z.object({ id: z.uuid(), naam: z.string() });
const named = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({ code: z.enum(codes), naam: z.string() });
const day = z.iso.date();
const words = z.string().trim().min(1).max(4000);
const version = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');

export const panelLineSchema = z
  .object({
    id: z.uuid(),
    soort: named(panelKinds.publicCodes),
    titel: z.string(),
    op: z.iso.date(),
    status: z.enum(PANEL_STANDINGS),
    zaken: z.int().describe('Hoeveel zaken er op de agenda staan.'),
  })
  .meta({ id: 'VeldtafelKort' });
export type PanelLineDto = z.infer<typeof panelLineSchema>;

const attendeeSchema = z.object({
  id: z.uuid(),
  persoon: reference,
  organisatie: reference,
  aanwezig: z.boolean().nullable().describe('Leeg: nog niet vastgelegd.'),
});

const entrySchema = z.object({
  soort: named(panelEntryKinds.publicCodes),
  tekst: z.string(),
  door: z.string(),
  op: z.iso.datetime(),
});

const caseSchema = z.object({
  id: z.uuid(),
  client: z.object({ id: z.uuid(), nummer: z.string() }),
  vraag: z.string(),
  inbrenger: z.string(),
  gegevens: z
    .array(z.object({ code: z.enum(panelNeeds.publicCodes), naam: z.string(), waarde: z.string() }))
    .describe('Wat de tafel van de cliënt weet, zoals het was toen de zaak op de agenda kwam.'),
  bijdragen: z.array(entrySchema).describe('Adviezen, het besluit en aanvullingen, oudste eerst.'),
});

export const panelSchema = panelLineSchema
  .extend({
    deelnemers: z.array(attendeeSchema),
    agenda: z.array(caseSchema),
    vastgesteldDoor: z.string().nullable(),
    vastgesteldOp: z.iso.datetime().nullable(),
    afgelast: z
      .object({ door: z.string(), op: z.iso.datetime(), reden: z.string() })
      .nullable()
      .describe('Leeg: de bijeenkomst gaat door.'),
    uitTeNodigen: z
      .array(z.object({ persoon: reference, organisatie: reference }))
      .describe('Wie nog kan worden uitgenodigd. Leeg voor wie de tafel niet voorbereidt.'),
    teDelen: z
      .array(named(panelNeeds.publicCodes))
      .describe('Welke gegevens van een cliënt de regio laat delen. Leeg voor wie de tafel niet voorbereidt.'),
    bijdragenVan: z.array(z.enum(panelEntryKinds.publicCodes)).describe('Wat u nu bij een zaak mag schrijven.'),
    versie: z.int(),
  })
  .meta({ id: 'Veldtafel' });
export type PanelDto = z.infer<typeof panelSchema>;

export const newPanelSchema = z
  .strictObject({
    soort: z.enum(panelKinds.publicCodes),
    titel: z.string().trim().min(1).max(200),
    op: day,
  })
  .meta({ id: 'VeldtafelVerzoek' });
export type NewPanelDto = z.infer<typeof newPanelSchema>;

export const inviteSchema = z
  .strictObject({ persoon: z.uuid().describe('Een lid van de veldtafel of een wooncoördinator van de regio.') })
  .meta({ id: 'VeldtafelUitnodiging' });
export type InviteDto = z.infer<typeof inviteSchema>;

export const attendanceSchema = z
  .strictObject({ deelnemer: z.uuid(), aanwezig: z.boolean() })
  .meta({ id: 'VeldtafelAanwezigheid' });
export type AttendanceDto = z.infer<typeof attendanceSchema>;

export const newPanelCaseSchema = z
  .strictObject({
    client: z.string().trim().min(1).max(60).describe('Het nummer van de cliënt.'),
    vraag: words.describe('Wat de tafel wordt gevraagd, zonder naam en zonder adres.'),
    delen: z
      .array(z.enum(panelNeeds.publicCodes))
      .max(panelNeeds.publicCodes.length)
      .describe('Welke gegevens de vraag nodig heeft, van wat de regio laat delen.'),
  })
  .meta({ id: 'VeldtafelZaakVerzoek' });
export type NewPanelCaseDto = z.infer<typeof newPanelCaseSchema>;

export const newEntrySchema = z
  .strictObject({ soort: z.enum(panelEntryKinds.publicCodes), tekst: words })
  .meta({ id: 'VeldtafelBijdrage' });
export type NewEntryDto = z.infer<typeof newEntrySchema>;

export const seenPanelSchema = z.strictObject({ versie: version }).meta({ id: 'VeldtafelGezien' });
export type SeenPanelDto = z.infer<typeof seenPanelSchema>;

export const takenBackSchema = z
  .strictObject({
    reden: z.string().trim().min(3).max(2000).describe('Waarom, zonder naam en zonder adres.'),
    versie: version,
  })
  .meta({ id: 'VeldtafelTerugnemen' });
export type TakenBackDto = z.infer<typeof takenBackSchema>;

export const panelListQuery = pageQuery({
  sortable: ['op', 'titel'],
  order: '-op',
  filters: {
    soort: z.enum(panelKinds.publicCodes).optional(),
    status: z.enum(PANEL_STANDINGS).optional(),
  },
});
export type PanelListQuery = z.infer<typeof panelListQuery>;
