import { z } from 'zod';
import { accessibilities, housingForms, unitStatuses } from '../../core/vocabulary/code-lists';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });
const status = z.enum(unitStatuses.publicCodes);

export const unitSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    naam: z.string(),
    complex: reference.nullable(),
    gemeente: reference,
    wijk: reference,
    corporatie: reference.nullable(),
    aanbieders: z.array(reference).describe('Wie hier kan begeleiden; leeg: de eigen aanbieder van de bewoner.'),
    programma: z.string(),
    woonvorm: z.enum(housingForms.publicCodes),
    plaatsen: z.int(),
    plaatsenVrij: z
      .int()
      .describe('Plaatsen zonder bewoner en zonder goedgekeurd voorstel, als de status het toelaat.'),
    plaatsenBezet: z.int(),
    doelgroepen: z.array(reference).describe('Leeg: voor iedereen.'),
    leeftijdVanaf: z.int().nullable(),
    leeftijdTot: z.int().nullable().describe('Tot, niet tot en met.'),
    slaapkamers: z.int(),
    maxPersonen: z.int(),
    kinderenToegestaan: z.boolean(),
    huisdierenToegestaan: z.boolean().nullable(),
    toegankelijkheid: z.object({ code: z.enum(accessibilities.publicCodes), naam: z.string() }).nullable(),
    huurCent: z.int().nullable().describe('Kale huur per maand in eurocent; leeg: niet bekend.'),
    zelfstandig: z.boolean(),
    beschikbaarVanaf: z.iso.date(),
    beschikbaarTot: z.iso.date().nullable(),
    maxVerblijfMaanden: z.int().nullable(),
    housingFirst: z.boolean(),
    status: z.object({
      code: status,
      naam: z.string(),
      reden: z.string().nullable(),
      vanaf: z.iso.date(),
      tot: z.iso.date().nullable(),
    }),
    bron: z.string(),
    geldigVanaf: z.iso.date(),
    geldigTot: z.iso.date().nullable(),
    demonstratie: z.boolean(),
    versie: z.int(),
  })
  .meta({ id: 'Wooneenheid' });
export type UnitDto = z.infer<typeof unitSchema>;

const unitStatusEventSchema = z
  .object({
    id: z.string(),
    van: z.object({ code: status, naam: z.string() }).nullable(),
    naar: z.object({ code: status, naam: z.string() }),
    reden: z.string().nullable(),
    vanaf: z.iso.date(),
    tot: z.iso.date().nullable(),
    op: z.iso.datetime(),
    door: z.string().describe('Naam van wie de status wijzigde.'),
  })
  .meta({ id: 'Statuswijziging' });
export type UnitStatusEventDto = z.infer<typeof unitStatusEventSchema>;

export const unitDetailSchema = unitSchema
  .extend({
    statusGeschiedenis: z.array(unitStatusEventSchema).describe('Nieuwste eerst.'),
    mogelijkeStatussen: z
      .array(z.object({ code: status, naam: z.string(), redenNodig: z.boolean(), totMogelijk: z.boolean() }))
      .describe('Welke status hierna kan.'),
    plaatsingen: z.object({ lopend: z.int(), geeindigd: z.int() }),
    openVoorstellen: z.array(z.object({ id: z.uuid(), status: z.string(), startdatum: z.iso.date() })),
    vera: z.object({ eenheiddetailsoort: z.string().nullable(), woonvorm: z.string().nullable() }),
  })
  .meta({ id: 'WooneenheidDetail' });
export type UnitDetailDto = z.infer<typeof unitDetailSchema>;

export const unitStatusChangeSchema = z
  .strictObject({
    status: status.describe('De nieuwe status.'),
    reden: z
      .string()
      .trim()
      .min(3)
      .max(500)
      .optional()
      .describe('Verplicht bij gereserveerd, buiten gebruik en beëindigd.'),
    vanaf: z.iso.date().describe('Eerste dag van de nieuwe status.'),
    tot: z.iso.date().optional().describe('Laatste dag, als die bekend is.'),
    versie: z.int().min(1).describe('De versie van de wooneenheid die u zag.'),
  })
  .meta({ id: 'StatuswijzigingVerzoek' });
export type UnitStatusChangeDto = z.infer<typeof unitStatusChangeSchema>;

export const unitQuery = pageQuery({
  sortable: ['code', 'naam', 'gemeente', 'plaatsen', 'plaatsenVrij', 'huurCent', 'beschikbaarVanaf', 'status'],
  filters: {
    gemeente: z
      .string()
      .regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106')
      .optional(),
    wijk: z.string().min(1).max(60).optional(),
    complex: z.uuid().optional(),
    corporatie: z.uuid().optional(),
    status: status.optional(),
    woonvorm: z.enum(housingForms.publicCodes).optional(),
    doelgroep: z.string().min(1).max(60).optional().describe('Woonplekken waar deze doelgroep terecht kan.'),
    vrij: trueOrFalse().optional().describe('true: alleen met een vrije plaats; false: alleen zonder.'),
    zoek: z.string().trim().min(1).max(60).optional().describe('Deel van de naam of code.'),
  },
});
export type UnitQuery = z.infer<typeof unitQuery>;
