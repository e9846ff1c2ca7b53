import { z } from 'zod';
import { PROPOSAL_ACTIONS, PROPOSAL_STATES } from '../../core/review/proposal-transitions';
import { pageQuery, trueOrFalse } from '../../platform/http/page';
import { contactFilter, contactSchema } from '../contacts/contact.dto';
import { stepDeliverySchema } from '../notifications/notification.dto';
import { verdictSchema } from '../runs/verdict.dto';
import { ledgerSchema } from './ledger.dto';

const named = z.object({ code: z.string(), naam: z.string() });
const reference = z.object({ id: z.string(), naam: z.string() });

export const proposalSummarySchema = z
  .object({
    id: z.uuid(),
    matchronde: z.object({ id: z.uuid(), tijdvak: z.string() }),
    status: z.enum(PROPOSAL_STATES),
    client: z.object({ id: z.string(), nummer: z.string() }),
    doelgroep: reference,
    herkomst: reference.nullable(),
    urgentie: z.object({ klasse: z.int(), categorie: reference.nullable(), wettelijkePlicht: z.boolean() }),
    weken: z.int().describe('Weken wachten op dit moment.'),
    wooneenheid: z.object({ id: z.string(), naam: z.string(), complex: z.string().nullable() }),
    gemeente: reference,
    wijk: reference,
    corporatie: reference.nullable(),
    aanbieder: reference,
    contactpersoon: contactSchema,
    geplandeStart: z.iso.date(),
    beslistOpNiveau: z.int().nullable(),
    versie: z.int(),
    gewijzigdOp: z.iso.datetime(),
  })
  .meta({ id: 'VoorstelKort' });
export type ProposalSummaryDto = z.infer<typeof proposalSummarySchema>;

const householdProfileSchema = z
  .object({
    personen: z.int(),
    minderjarigen: z.int(),
    leeftijdHoofdbewoner: z.int().nullable().describe('Op de geplande start.'),
    slaapkamersNodig: z.int(),
    toegankelijkheid: named,
    huisdieren: z.int(),
    begeleiding: named,
    begeleidingUren: z.int(),
    draaglast: z.int(),
    wachtendSinds: z.iso.date(),
    uitstroomgereedOp: z.iso.date().nullable(),
    herkomstZekerheid: named,
  })
  .meta({ id: 'Huishoudenprofiel' });

const unitProfileSchema = z
  .object({
    programma: z.string(),
    woonvorm: named,
    slaapkamers: z.int(),
    maximumPersonen: z.int(),
    huurCent: z.int().nullable(),
    toegankelijkheid: named.nullable(),
    beschikbaarVanaf: z.iso.date(),
    beschikbaarTot: z.iso.date().nullable(),
    maximumVerblijfMaanden: z.int().nullable(),
    plaatsen: z.int(),
    vrijePlaatsen: z.int().describe('Plaatsen die nu vrij zijn: niet bewoond en niet goedgekeurd voor een ander.'),
  })
  .meta({ id: 'Woonplekprofiel' });

const proposalEventSchema = z
  .object({
    id: z.uuid(),
    actie: z.enum(PROPOSAL_ACTIONS),
    van: z.enum(PROPOSAL_STATES),
    naar: z.enum(PROPOSAL_STATES),
    op: z.iso.datetime(),
    door: z.string().describe('Naam van wie het deed; "Woonplek" voor het systeem.'),
    reden: z.object({ code: z.string(), tekst: z.string() }).nullable(),
    toelichting: z.string().nullable(),
    beleidsversie: z.string().nullable(),
    meldingen: z.array(stepDeliverySchema).describe('Wie er van deze stap hoorde: per rol, in aantallen.'),
  })
  .meta({ id: 'VoorstelGebeurtenis' });

export const proposalDetailSchema = proposalSummarySchema
  .extend({
    contactpersoonVerhuurder: z
      .string()
      .nullable()
      .describe(
        'Wie bij de corporatie de contactpersoon voor de woonplek is. Leeg: de woonplek staat bij de organisatie, of u bent geen coördinator.',
      ),
    huishouden: householdProfileSchema,
    woonplek: unitProfileSchema,
    redenen: z.array(verdictSchema).describe('Alle regels voor dit paar, zoals de ronde ze beoordeelde.'),
    niveaus: z.array(
      z.object({
        niveau: z.int(),
        doel: z.object({ id: z.string(), naam: z.string() }),
        bijdrage: z.int().nullable().describe('Leeg: dit doel gaat over het hele plan, niet over één voorstel.'),
        eenheid: z.string(),
        tekst: z.string(),
      }),
    ),
    beslistTekst: z.string(),
    alternatieven: z
      .array(z.object({ wooneenheid: reference, bezetInPlan: z.boolean() }))
      .describe('Andere woonplekken waarvoor dit huishouden aan alle regels voldeed.'),
    andereKandidaten: z.int().describe('Andere huishoudens die voor deze woonplek aan alle regels voldeden.'),
    gebeurtenissen: z.array(proposalEventSchema),
    afspraken: z.array(ledgerSchema).describe('De prestatieafspraken waarvoor deze woning telt.'),
    toegestaneActies: z
      .array(z.enum(PROPOSAL_ACTIONS))
      .describe('De stappen die u nu kunt vragen. Een stap kan nog worden geweigerd, en dan staat erbij waarom.'),
    metDeHand: z
      .object({ reden: z.string(), door: z.string(), doorUzelf: z.boolean() })
      .nullable()
      .describe('Wie dit voorstel met de hand maakte en waarom. Wie dat deed, keurt het niet goed.'),
    veranderdSindsRonde: z.array(z.string()).describe('Wat vandaag anders is dan toen de ronde draaide.'),
  })
  .meta({ id: 'Voorstel' });
export type ProposalDetailDto = z.infer<typeof proposalDetailSchema>;
export type ProposalEventDto = z.infer<typeof proposalEventSchema>;

export const proposalListQuerySchema = pageQuery({
  sortable: ['weken', 'urgentie', 'geplandeStart', 'gewijzigdOp', 'nummer', 'wooneenheid'],
  order: '-urgentie',
  filters: {
    matchronde: z.uuid().optional(),
    regio: z.string().max(40).optional(),
    status: z.enum(PROPOSAL_STATES).optional(),
    teBeoordelen: trueOrFalse()
      .optional()
      .describe('Alleen met een weigering die nog niemand heeft beoordeeld, of juist zonder.'),
    gemeente: z.string().max(20).optional().describe('Gemeente van de woonplek.'),
    corporatie: z.uuid().optional(),
    aanbieder: z.uuid().optional().describe('Aanbieder van de client.'),
    doelgroep: z.string().max(60).optional(),
    contactpersoon: contactFilter,
    zoek: z.string().max(60).optional().describe('Zoekt in clientnummer en naam van de woonplek.'),
  },
});
export type ProposalListQuery = z.infer<typeof proposalListQuerySchema>;
