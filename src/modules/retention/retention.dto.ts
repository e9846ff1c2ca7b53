import { z } from 'zod';
import { isIsoDate } from '../../core/time/calendar';
import { retentionCategories, retentionStarts } from '../../core/vocabulary/code-lists';
import { pageQuery } from '../../platform/http/page';

const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });
const category = z.enum(retentionCategories.publicCodes);
const namedCategory = z.object({ code: category, naam: z.string() });

const termSchema = z.object({
  maanden: z.int(),
  geldtVanaf: z.iso.date(),
  bron: z.string().describe('Wet, norm of besluit waar de termijn op rust.'),
  reden: z.string().nullable().describe('Waarom de regio dit besloot; leeg: zo begon de regio.'),
});

/** What one kind of data is kept for, and what is due. */
const retentionSchema = z
  .object({
    categorie: namedCategory,
    verwijdert: z.string().describe('Wat er dan wordt verwijderd.'),
    begint: z.object({ code: z.enum(retentionStarts.publicCodes), naam: z.string() }),
    grondslag: z.string(),
    minimum: z
      .object({ maanden: z.int(), artikel: z.string() })
      .nullable()
      .describe('Korter mag niet; leeg: de regio beslist.'),
    termijn: termSchema.nullable().describe('Wat vandaag geldt; leeg: nog niets, en dan wordt er niets vernietigd.'),
    komend: z.array(termSchema).describe('Wat later gaat gelden.'),
    aanDeBeurt: z.int().nullable().describe('Hoeveel er nu aan de beurt is; leeg bij de logboeken.'),
    binnenkort: z.int().nullable().describe('Hoeveel er binnen 90 dagen aan de beurt is, met wat nu aan de beurt is.'),
  })
  .meta({ id: 'Bewaartermijn' });
export type RetentionDto = z.infer<typeof retentionSchema>;

export const retentionListSchema = z.object({ items: z.array(retentionSchema) }).meta({ id: 'Bewaartermijnen' });
export type RetentionListDto = z.infer<typeof retentionListSchema>;

export const retentionChangeSchema = z
  .strictObject({
    categorie: category,
    maanden: z.int().min(1).max(1200),
    geldtVanaf: day.describe('Vandaag of later.'),
    bron: z.string().trim().min(3).max(300).describe('Het besluit, de wet of de norm.'),
    reden: z.string().trim().min(3).max(500),
  })
  .meta({ id: 'BewaartermijnVerzoek' });
export type RetentionChangeDto = z.infer<typeof retentionChangeSchema>;

export const holdSchema = z
  .object({
    id: z.uuid(),
    client: z
      .object({ id: z.uuid(), nummer: z.string() })
      .nullable()
      .describe('Leeg bij de hele regio, en voor wie geen cliënten mag zien.'),
    reikwijdte: z.enum(['dossier', 'regio']),
    reden: z.string(),
    sinds: z.iso.date(),
    tot: z.iso.date().nullable(),
    ingesteldDoor: z.string().nullable(),
    status: z.enum(['geldt', 'voorbij', 'opgeheven']),
    opgehevenOp: z.iso.datetime().nullable(),
    opgehevenDoor: z.string().nullable(),
    toelichtingBijOpheffen: z.string().nullable(),
  })
  .meta({ id: 'Bewaarplicht' });
export type HoldDto = z.infer<typeof holdSchema>;

export const holdQuery = pageQuery({
  sortable: ['sinds'],
  order: '-sinds',
  filters: { status: z.enum(['geldt', 'voorbij', 'opgeheven']).optional() },
});
export type HoldQuery = z.infer<typeof holdQuery>;

export const holdRequestSchema = z
  .strictObject({
    client: z.uuid().nullable().describe('Leeg: de hele regio.'),
    reden: z.string().trim().min(3).max(500).describe('Bezwaar, klacht of rechtszaak; geen bijzonderheden.'),
    sinds: day.describe('Sinds wanneer het speelt: vandaag of eerder.'),
    tot: day.nullable().default(null).describe('De laatste dag; leeg: tot iemand haar opheft.'),
  })
  .meta({ id: 'BewaarplichtVerzoek' });
export type HoldRequestDto = z.infer<typeof holdRequestSchema>;

export const holdLiftSchema = z
  .strictObject({ toelichting: z.string().trim().min(3).max(500) })
  .meta({ id: 'BewaarplichtOpheffen' });
export type HoldLiftDto = z.infer<typeof holdLiftSchema>;

export const purgeRecordSchema = z
  .object({
    id: z.uuid(),
    categorie: namedCategory,
    op: z.iso.date().describe('De dag waarop is vernietigd.'),
    termijnMaanden: z.int(),
    peildatum: z.iso.date().describe('Wat op of voor deze dag begon te tellen, was aan de beurt.'),
    rijen: z.int().describe('Hoeveel rijen er in totaal zijn vernietigd of gewist.'),
    tabellen: z.array(z.object({ tabel: z.string(), rijen: z.int() })),
    hash: z.string().describe('SHA-256 over de gesorteerde namen van de rijen, als tabel/kenmerk, één op een regel.'),
    duurMs: z.int(),
    vastgelegdOp: z.iso.datetime(),
  })
  .meta({ id: 'Vernietiging' });
export type PurgeRecordDto = z.infer<typeof purgeRecordSchema>;

export const purgeRecordQuery = pageQuery({
  sortable: ['op', 'categorie'],
  order: '-op',
  filters: { categorie: category.optional(), vanaf: day.optional(), tot: day.optional() },
});
export type PurgeRecordQuery = z.infer<typeof purgeRecordQuery>;

export const purgeStatementSchema = z
  .object({
    verklaring: z.string(),
    regio: z.object({ id: z.string(), naam: z.string() }),
    termijn: z.object({ maanden: z.int(), bron: z.string(), geldtVanaf: z.iso.date() }).nullable(),
    vernietiging: purgeRecordSchema,
  })
  .meta({ id: 'VerklaringVanVernietiging' });
export type PurgeStatementDto = z.infer<typeof purgeStatementSchema>;
