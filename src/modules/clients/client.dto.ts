import { z } from 'zod';
import {
  accessibilities,
  closingReasons,
  entitlements,
  herkomstCertainties,
  householdStatuses,
  memberRoles,
  supportLevels,
  wishKinds,
} from '../../core/vocabulary/code-lists';
import { restrictionGrounds } from '../../core/review/client-request-transitions';
import { pageQuery, wholeNumber } from '../../platform/http/page';
import { contactFilter, contactSchema } from '../contacts/contact.dto';

const reference = z.object({ id: z.string(), naam: z.string() });
const named = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({ code: z.enum(codes), naam: z.string() });

const restriction = z
  .object({ sinds: z.iso.date(), grond: named(restrictionGrounds.publicCodes), tekst: z.string() })
  .nullable()
  .describe('De gegevens worden bewaard en getoond, en verder niet gebruikt (AVG artikel 18). Leeg: niet beperkt.');

/** What a list shows: enough to find a client, without names, birth dates, exclusion areas or income. */
export const clientSummarySchema = z
  .object({
    id: z.uuid(),
    nummer: z.string(),
    aanbieder: reference,
    herkomst: reference.nullable(),
    doelgroep: reference,
    huishoudgrootte: z.int(),
    begeleiding: named(supportLevels.publicCodes),
    urgentie: z.object({ klasse: z.int().min(0).max(3), wettelijkePlicht: z.boolean() }),
    uitstroomgereedOp: z.iso.date().nullable(),
    wachtSinds: z.iso.date(),
    wekenWachtend: z.int(),
    status: named(householdStatuses.publicCodes),
    beperking: restriction,
    contactpersoon: contactSchema,
    laatsteVoorstel: z.object({ id: z.uuid(), status: z.string() }).nullable(),
  })
  .meta({ id: 'ClientKort' });
export type ClientSummaryDto = z.infer<typeof clientSummarySchema>;

export const clientSchema = z
  .object({
    id: z.uuid(),
    nummer: z.string(),
    aanbieder: reference,
    herkomst: z.object({
      gemeente: reference.nullable(),
      grondslag: z.string().nullable(),
      zekerheid: named(herkomstCertainties.publicCodes),
    }),
    doelgroep: reference,
    leden: z.array(
      z.object({
        id: z.uuid(),
        rol: named(memberRoles.publicCodes),
        voornaam: z.string().nullable(),
        achternaam: z.string().nullable(),
        geboortedatum: z.iso.date(),
      }),
    ),
    huishoudgrootte: z.int(),
    begeleiding: z.object({
      niveau: named(supportLevels.publicCodes),
      urenPerWeek: z.int(),
      draaglast: z.int().describe('Punten die de begeleiding van een wijk vraagt.'),
    }),
    behoeften: z.object({
      slaapkamers: z.int(),
      toegankelijkheid: named(accessibilities.publicCodes),
      huisdieren: z.int(),
    }),
    wensen: z.array(
      z.object({ soort: named(wishKinds.publicCodes), waarde: reference, gewicht: z.int().min(1).max(5) }),
    ),
    urgentie: z.object({
      klasse: z.int().min(0).max(3).describe('0 is geen urgentie, 3 het dringendst.'),
      categorie: reference.nullable(),
      categorieGeldt: z
        .boolean()
        .nullable()
        .describe(
          'Of de categorie vandaag geldt; leeg zonder categorie. Een categorie die niet geldt, geeft geen plicht.',
        ),
      wettelijkePlicht: z.boolean(),
      grondslag: z.string().nullable(),
      bron: z.string().nullable(),
    }),
    uitstroomgereedOp: z.iso.date().nullable(),
    wachtSinds: z.iso.date(),
    wekenWachtend: z.int(),
    verblijf: z.object({ plek: z.string().nullable(), sinds: z.iso.date().nullable() }),
    rechthebbend: z.object({ status: named(entitlements.publicCodes), tot: z.iso.date().nullable() }),
    inkomenCent: z.int().nullable().describe('Inkomen per jaar in eurocent; leeg: niet bekend.'),
    toestemmingen: z.array(
      z.object({ corporatie: reference, gegevenOp: z.iso.date(), ingetrokkenOp: z.iso.date().nullable() }),
    ),
    weigeringen: z.array(
      z.object({
        wooneenheid: reference.nullable(),
        complex: reference.nullable(),
        redenCode: z.string(),
        tot: z.iso.date().nullable(),
        opgeheven: z.boolean(),
      }),
    ),
    status: named(householdStatuses.publicCodes),
    beperking: restriction,
    afsluiting: z
      .object({
        op: z.iso.date(),
        reden: named(closingReasons.publicCodes),
        bewaardTot: z.iso
          .date()
          .nullable()
          .describe('Vanaf deze dag wordt het dossier vernietigd; leeg: de regio heeft nog geen termijn vastgesteld.'),
      })
      .nullable()
      .describe('Leeg: het dossier is open.'),
    statusToelichting: z.string().nullable().describe('Wat bij het afsluiten of heropenen is opgeschreven.'),
    bewaarplichten: z
      .array(z.object({ id: z.uuid(), reden: z.string(), sinds: z.iso.date(), tot: z.iso.date().nullable() }))
      .describe('Zolang een van deze geldt, wordt er niets van dit dossier vernietigd.'),
    laatsteVoorstel: z
      .object({ id: z.uuid(), status: z.string(), wooneenheid: reference, startdatum: z.iso.date() })
      .nullable(),
    synthetisch: z.boolean().describe('Gemaakt om te oefenen; dit is geen bestaand persoon.'),
    versie: z.int(),
  })
  .meta({ id: 'Client' });
export type ClientDto = z.infer<typeof clientSchema>;

/** For what shielded data may be looked at; the sentence stands in the access log. */
export const SHIELDED_PURPOSES = {
  voorstel: 'Een voorstel of een plaatsing beoordelen',
  gegevens: 'De gegevens van de cliënt nakijken of verbeteren',
  inzage: 'De cliënt vraagt om inzage',
} as const;
export type ShieldedPurpose = keyof typeof SHIELDED_PURPOSES;

export const shieldedQuery = z.strictObject({
  doel: z
    .enum(Object.keys(SHIELDED_PURPOSES) as [ShieldedPurpose, ...ShieldedPurpose[]])
    .describe('Waarvoor u deze gegevens nodig hebt. Het doel komt in het inzagelogboek.'),
});
export type ShieldedQuery = z.infer<typeof shieldedQuery>;

/** What can put somebody in danger: shown on its own, for a purpose, and only to who has the permission for it. */
export const shieldedSchema = z
  .object({
    id: z.uuid(),
    terugkeerNietVeilig: z.boolean().describe('Terugkeer naar de gemeente van herkomst is niet veilig.'),
    uitsluitingsgebieden: z
      .array(z.object({ gemeenten: z.array(reference), wijken: z.array(reference), tot: z.iso.date().nullable() }))
      .describe('Waar de cliënt niet mag of kan wonen. De reden staat er bewust niet bij.'),
    afstandHouden: z
      .array(z.object({ meters: z.int(), tot: z.iso.date().nullable() }))
      .describe(
        'Van hoeveel punten de cliënt op afstand moet blijven. Welke punten het zijn, staat er bewust niet bij.',
      ),
  })
  .meta({ id: 'AfgeschermdeGegevens' });
export type ShieldedDto = z.infer<typeof shieldedSchema>;

export const clientQuery = pageQuery({
  sortable: ['nummer', 'wachtSinds', 'urgentie', 'uitstroomgereedOp', 'doelgroep', 'herkomst', 'aanbieder'],
  filters: {
    gemeenteVanHerkomst: z
      .string()
      .regex(/^(GM\d{4}|onbekend)$/, 'een CBS-code van een gemeente, zoals GM0106, of onbekend')
      .optional(),
    doelgroep: z.string().min(1).max(60).optional(),
    status: z.enum(householdStatuses.publicCodes).optional(),
    aanbieder: z.uuid().optional(),
    urgentie: wholeNumber({ min: 0, max: 3 }).optional().describe('Klasse: 0 is geen urgentie, 3 het dringendst.'),
    contactpersoon: contactFilter,
    zoek: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9-]{1,20}$/, 'letters, cijfers en koppeltekens (hoogstens 20 tekens)')
      .optional()
      .describe('Deel van het cliëntnummer. Op naam zoeken kan bewust niet.'),
  },
});
export type ClientQuery = z.infer<typeof clientQuery>;
