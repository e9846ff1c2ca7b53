import { z } from 'zod';
import { pairDecisionKinds } from '../../core/review/pair-decisions';
import { pageQuery } from '../../platform/http/page';

const DECISION_STATES = ['geldig', 'verlopen', 'opgeheven'] as const;

const kind = z.enum(pairDecisionKinds.publicCodes);
const reference = z.object({ id: z.string(), naam: z.string() });
const note = z.string().trim().min(1).max(2000);

const pair = {
  clientId: z.uuid().describe('De cliënt.'),
  wooneenheidId: z.uuid().describe('De woonplek.'),
};
const rule = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'de code van een regel, zoals in /v1/regels')
  .describe('De regel die voor dit paar niet geldt.');
const signed = {
  reden: note.describe('Waarom; leesbaar voor iedereen die het besluit mag zien.'),
  tot: z.iso.date().describe('De laatste dag waarop het besluit geldt, hoogstens een jaar vooruit.'),
};

export const pairDecisionRequestSchema = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('vastzetting'), ...pair, ...signed }),
    z.strictObject({ soort: z.literal('blokkade'), ...pair, ...signed }),
    z.strictObject({ soort: z.literal('uitzondering'), ...pair, regel: rule, ...signed }),
  ])
  .meta({ id: 'PaarbesluitVerzoek' });
export type PairDecisionRequestDto = z.infer<typeof pairDecisionRequestSchema>;

export const liftRequestSchema = z.strictObject({ toelichting: note }).meta({ id: 'OpheffingVerzoek' });
export type LiftRequestDto = z.infer<typeof liftRequestSchema>;

export const pairDecisionSchema = z
  .object({
    id: z.uuid(),
    soort: z.object({ code: kind, naam: z.string() }),
    status: z.enum(DECISION_STATES),
    client: z.object({ id: z.uuid(), nummer: z.string() }),
    wooneenheid: reference,
    regel: reference.nullable().describe('Alleen bij een uitzondering.'),
    reden: z.string(),
    tot: z.iso.date().nullable().describe('De laatste dag; leeg: tot het wordt opgeheven.'),
    genomenOp: z.iso.datetime(),
    genomenDoor: z.string().nullable(),
    voorstelId: z.uuid().nullable().describe('Het afgewezen voorstel waar een blokkade uit volgt.'),
    opheffing: z
      .object({ op: z.iso.datetime(), door: z.string().nullable(), toelichting: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Paarbesluit' });
export type PairDecisionDto = z.infer<typeof pairDecisionSchema>;

export const pairDecisionListQuerySchema = pageQuery({
  sortable: ['genomenOp', 'tot'],
  order: '-genomenOp',
  filters: {
    regio: z.string().max(60).optional(),
    soort: kind.optional(),
    status: z.enum(DECISION_STATES).optional(),
    client: z.uuid().optional(),
    wooneenheid: z.uuid().optional(),
    zoek: z.string().trim().min(1).max(60).optional().describe('Deel van het cliëntnummer of de naam van de woonplek.'),
  },
});
export type PairDecisionListQuery = z.infer<typeof pairDecisionListQuerySchema>;

export const previewRequestSchema = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('vastzetting'), ...pair }),
    z.strictObject({ soort: z.literal('blokkade'), ...pair }),
    z.strictObject({ soort: z.literal('uitzondering'), ...pair, regel: rule }),
  ])
  .meta({ id: 'VooruitblikVerzoek' });
export type PreviewRequestDto = z.infer<typeof previewRequestSchema>;

export const previewSchema = z
  .object({
    matchronde: z.uuid().describe('De ronde waarmee is vergeleken.'),
    peildatum: z.iso.date(),
    mogelijk: z.boolean().describe('Onwaar: met dit besluit is er geen plan dat alle regels houdt.'),
    redenen: z.array(z.string()).describe('Waarom het niet kan.'),
    bewezen: z.boolean().describe('Het nieuwe plan is op elk niveau bewezen het beste.'),
    samenvatting: z.string(),
    niveaus: z.array(
      z.object({
        niveau: z.int(),
        naam: z.string(),
        eenheid: z.string(),
        nu: z.int(),
        straks: z.int(),
        verschil: z.int(),
      }),
    ),
    verschuivingen: z
      .array(
        z.object({
          client: z.object({ id: z.uuid(), nummer: z.string() }),
          van: reference.nullable(),
          naar: reference.nullable(),
        }),
      )
      .describe('Wie door het besluit een andere, een of geen woonplek zou krijgen.'),
  })
  .meta({ id: 'Vooruitblik' });
export type PreviewDto = z.infer<typeof previewSchema>;
