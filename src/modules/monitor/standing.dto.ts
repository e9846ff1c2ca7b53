import { z } from 'zod';

const reference = z.object({ id: z.string(), naam: z.string() });

/** What every answer of the monitor says first: for which region, on which day, with the proposals of which round. */
const header = {
  regio: reference,
  peildatum: z.iso.date(),
  matchronde: z
    .object({ id: z.uuid(), klaarOp: z.iso.datetime().nullable() })
    .nullable()
    .describe('De laatste voltooide ronde; haar open en goedgekeurde voorstellen tellen als voorgesteld.'),
};

/** A number that a gemeente is not told when it is small. */
const hideable = z.int().nullable();
const HIDDEN = 'Leeg voor een gemeente: minder dan 5, of daaruit af te leiden.';

const counts = {
  gerealiseerd: hideable.describe(
    `Plaatsingen die in de periode zijn begonnen of een afgesproken start hebben. ${HIDDEN}`,
  ),
  voorgesteld: hideable.describe(`Open en goedgekeurde voorstellen van de laatste ronde. ${HIDDEN}`),
  verwacht: hideable.describe(`Gerealiseerd en voorgesteld samen. ${HIDDEN}`),
  afgeschermd: z.boolean().describe('Of een aantal hier leeg is omdat het naar iemand kan wijzen.'),
};

const spreidingSchema = z
  .object({
    id: z.uuid(),
    gemeente: reference,
    doelgroep: reference.nullable().describe('Leeg: alle doelgroepen tellen mee.'),
    periode: z.object({ van: z.iso.date(), tot: z.iso.date() }),
    vloer: z.int().nullable(),
    plafond: z.int().nullable(),
    ...counts,
    resterend: z.int().nullable().describe('Ruimte onder het plafond; leeg zonder plafond.'),
    over: hideable.describe('Boven het plafond.'),
    tekort: hideable.describe('Nog nodig om de vloer te halen.'),
    verdeelsleutel: z.string().nullable(),
    bron: z.string(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Spreiding' });
export type SpreidingDto = z.infer<typeof spreidingSchema>;

export const spreidingOverviewSchema = z
  .object({ ...header, items: z.array(spreidingSchema) })
  .meta({ id: 'Spreidingsoverzicht' });
export type SpreidingOverviewDto = z.infer<typeof spreidingOverviewSchema>;

const draagkrachtSchema = z
  .object({
    wijk: reference,
    soort: z.enum(['wijk', 'dorp']),
    gemeente: reference,
    draagkracht: z.int().nullable().describe('Punten; leeg: niets afgesproken.'),
    belasting: z.int().describe('Punten van eerdere plaatsingen, die met de tijd minder wegen.'),
    voorgesteld: hideable.describe(`Punten die de voorstellen erbij brengen. ${HIDDEN}`),
    verwacht: hideable,
    resterend: z.int().nullable(),
    over: hideable,
    maxPlaatsingen: z.int().nullable(),
    voorgesteldePlaatsingen: hideable.describe(HIDDEN),
    afgeschermd: z.boolean().describe('Of een aantal hier leeg is omdat het naar iemand kan wijzen.'),
    bron: z.string().nullable(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Draagkracht' });
export type DraagkrachtDto = z.infer<typeof draagkrachtSchema>;

export const draagkrachtOverviewSchema = z
  .object({ ...header, items: z.array(draagkrachtSchema) })
  .meta({ id: 'Draagkrachtoverzicht' });
export type DraagkrachtOverviewDto = z.infer<typeof draagkrachtOverviewSchema>;

const agreementSchema = z
  .object({
    id: z.uuid(),
    corporatie: reference,
    gemeente: reference,
    doelgroep: reference.nullable(),
    jaar: z.int(),
    afgesproken: z.int(),
    ...counts,
    tekort: hideable.describe('Nog nodig om de afspraak te halen.'),
    bron: z.string(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Prestatieafspraak' });
export type AgreementDto = z.infer<typeof agreementSchema>;

export const agreementOverviewSchema = z
  .object({ ...header, items: z.array(agreementSchema) })
  .meta({ id: 'Prestatieafsprakenoverzicht' });
export type AgreementOverviewDto = z.infer<typeof agreementOverviewSchema>;

const regio = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/, 'kleine letters, cijfers en koppeltekens')
  .optional()
  .describe('De regio; leeg: uw eigen regio.');
const gemeente = z
  .string()
  .regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106')
  .optional();

const peildatum = z.iso
  .date()
  .optional()
  .describe('Afspraken van de periode waarin deze dag valt. Standaard: vandaag.');

export const spreidingQuery = z.strictObject({
  regio,
  gemeente,
  doelgroep: z.string().min(1).max(60).optional().describe('Alleen afspraken voor deze doelgroep.'),
  peildatum,
});
export type SpreidingQuery = z.infer<typeof spreidingQuery>;

export const draagkrachtQuery = z.strictObject({ regio, gemeente });
export type DraagkrachtQuery = z.infer<typeof draagkrachtQuery>;

export const agreementQuery = z.strictObject({ regio, gemeente, corporatie: z.uuid().optional(), peildatum });
export type AgreementQuery = z.infer<typeof agreementQuery>;
