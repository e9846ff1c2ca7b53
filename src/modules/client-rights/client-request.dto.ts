import { z } from 'zod';
import {
  CLIENT_REQUEST_ACTIONS,
  CLIENT_REQUEST_STATES,
  clientRequestKinds,
  restrictionGrounds,
} from '../../core/review/client-request-transitions';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });
const named = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({ code: z.enum(codes), naam: z.string() });
const day = z.iso.date();
const words = z.string().trim().min(1).max(4000);
const version = z.int().min(1).describe('De versie die u zag. Is er intussen iets veranderd, dan volgt 409.');
const told = day
  .optional()
  .describe(
    'Wanneer de cliënt heeft gehoord dat de beperking eindigt (AVG artikel 18 lid 3). Verplicht als door dit verzoek de verwerking is beperkt, en alleen dan.',
  );

const clientRequestSchema = z
  .object({
    id: z.uuid(),
    soort: named(clientRequestKinds.publicCodes),
    status: z.enum(CLIENT_REQUEST_STATES),
    ontvangenOp: z.iso.date(),
    uiterlijkOp: z.iso.date().describe('De laatste dag waarop het antwoord op tijd is.'),
    teLaat: z.boolean().describe('Het verzoek is open en de termijn is voorbij.'),
    verlengdOp: z.iso.date().nullable(),
    redenVerlenging: z.string().nullable(),
    vraag: z.string(),
    vraagtBeperking: z.boolean(),
    antwoord: z.string().nullable(),
    afgehandeldOp: z.iso.datetime().nullable(),
    hervatting: z
      .object({ clientAkkoordOp: z.iso.date(), reden: z.string() })
      .nullable()
      .describe('Na een bezwaar dat is ingewilligd: de cliënt wil weer meedoen.'),
    toegestaneActies: z.array(z.enum(CLIENT_REQUEST_ACTIONS)),
    versie: z.int(),
  })
  .meta({ id: 'ClientVerzoek' });
export type ClientRequestDto = z.infer<typeof clientRequestSchema>;

const restrictionSchema = z
  .object({
    id: z.uuid(),
    grond: named(restrictionGrounds.publicCodes).describe('AVG artikel 18 lid 1 onder a tot en met d.'),
    tekst: z.string(),
    sinds: z.iso.date(),
    verzoek: z.uuid().nullable().describe('Het verzoek waaruit de beperking volgt.'),
    opgehevenOp: z.iso.datetime().nullable(),
    toelichting: z.string().nullable(),
    clientGeinformeerdOp: z.iso.date().nullable(),
  })
  .meta({ id: 'Beperking' });
export type RestrictionDto = z.infer<typeof restrictionSchema>;

/** All that a client asked about their data, and what followed. */
export const clientRequestsSchema = z
  .object({
    id: z.uuid().describe('De cliënt.'),
    items: z.array(clientRequestSchema).describe('De verzoeken, nieuwste eerst.'),
    beperkingen: z.array(restrictionSchema).describe('Ook die zijn opgeheven, nieuwste eerst.'),
    kanHervatten: z.boolean().describe('De cliënt staat op pauze na een bezwaar, en kan weer meedoen als die dat wil.'),
    geraakteVoorstellen: z
      .array(z.object({ id: z.uuid(), status: z.string(), wooneenheid: reference }))
      .describe(
        'Voorstellen die lopen en niet verder kunnen. De coördinator wijst ze af of trekt ze in, of wacht tot de beperking eindigt.',
      ),
  })
  .meta({ id: 'VerzoekenVanClient' });
export type ClientRequestsDto = z.infer<typeof clientRequestsSchema>;

export const newClientRequestSchema = z
  .strictObject({
    soort: z.enum(clientRequestKinds.publicCodes),
    ontvangenOp: day.describe('Wanneer de cliënt het vroeg: vandaag of eerder. Van deze dag telt de termijn.'),
    vraag: words.describe('Wat de cliënt vraagt, in diens eigen woorden.'),
    vraagtBeperking: z
      .boolean()
      .default(false)
      .describe('Bij een correctie: de cliënt wil dat er tot het besluit niets met de gegevens gebeurt.'),
  })
  .meta({ id: 'VerzoekVastleggen' });
export type NewClientRequestDto = z.infer<typeof newClientRequestSchema>;

export const requestDecisionSchema = z
  .discriminatedUnion('besluit', [
    z.strictObject({
      besluit: z.literal('inwilligen'),
      antwoord: words,
      grond: z
        .enum(restrictionGrounds.publicCodes)
        .optional()
        .describe('Bij een beperking verplicht: waarom de verwerking wordt beperkt.'),
      clientGeinformeerdOp: told,
      versie: version,
    }),
    z.strictObject({
      besluit: z.literal('afwijzen'),
      antwoord: words.describe('Met de reden, en dat de cliënt een klacht kan indienen (AVG artikel 12 lid 4).'),
      clientGeinformeerdOp: told,
      versie: version,
    }),
    z.strictObject({ besluit: z.literal('intrekken'), antwoord: words.optional(), versie: version }),
    z.strictObject({
      besluit: z.literal('verlengen'),
      reden: words.describe('Waarom het antwoord langer duurt. De cliënt hoort dit binnen de eerste maand.'),
      versie: version,
    }),
  ])
  .meta({ id: 'BesluitOverVerzoek' });
export type RequestDecisionDto = z.infer<typeof requestDecisionSchema>;

export const endRestrictionSchema = z
  .strictObject({
    toelichting: words,
    clientGeinformeerdOp: day.describe('Wanneer de cliënt heeft gehoord dat de beperking eindigt: vandaag of eerder.'),
  })
  .meta({ id: 'BeperkingOpheffen' });
export type EndRestrictionDto = z.infer<typeof endRestrictionSchema>;

export const resumptionSchema = z
  .strictObject({
    clientAkkoordOp: day.describe(
      'Wanneer de cliënt zei weer mee te willen doen: vandaag of eerder, en na het besluit.',
    ),
    reden: words,
  })
  .meta({ id: 'HervattingVerzoek' });
export type ResumptionDto = z.infer<typeof resumptionSchema>;

/** A line of the work list: what has to be answered before when, and nothing of what was asked. */
export const requestLineSchema = clientRequestSchema
  .pick({ id: true, soort: true, status: true, ontvangenOp: true, uiterlijkOp: true, teLaat: true, verlengdOp: true })
  .extend({
    client: z.object({ id: z.uuid(), nummer: z.string() }),
    aanbieder: reference,
    dagenOver: z.int().nullable().describe('Dagen tot de laatste dag; onder nul is het te laat. Leeg: afgehandeld.'),
    beperkt: z.boolean().describe('De verwerking van de gegevens van deze cliënt is nu beperkt.'),
  })
  .meta({ id: 'VerzoekKort' });
export type RequestLineDto = z.infer<typeof requestLineSchema>;

export const requestListQuery = pageQuery({
  sortable: ['uiterlijkOp', 'ontvangenOp', 'nummer'],
  filters: {
    status: z.enum(CLIENT_REQUEST_STATES).optional(),
    soort: z.enum(clientRequestKinds.publicCodes).optional(),
    teLaat: trueOrFalse().optional().describe('Alleen wat te laat is, of alleen wat dat niet is.'),
  },
});
export type RequestListQuery = z.infer<typeof requestListQuery>;
