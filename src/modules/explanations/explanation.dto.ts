import { z } from 'zod';
import { codeList } from '../../core/vocabulary/code-list';
import { pageQuery } from '../../platform/http/page';
import { blockingRowSchema } from '../runs/unmatched.dto';
import { verdictSchema } from '../runs/verdict.dto';

const reference = z.object({ id: z.string(), naam: z.string() });
const client = z.object({ id: z.string(), nummer: z.string() });

/** Who may bring about a change. */
export const changeOwners = codeList([
  { internal: 'client', public: 'client', nl: 'de cliënt' },
  { internal: 'aanbieder', public: 'aanbieder', nl: 'de aanbieder' },
  { internal: 'corporatie', public: 'corporatie', nl: 'de corporatie' },
  { internal: 'gemeente', public: 'gemeente', nl: 'de gemeente' },
  { internal: 'coordinator', public: 'coordinator', nl: 'de coördinator' },
  { internal: 'nobody', public: 'niemand', nl: 'niemand' },
]);
const owner = z.object({ code: z.enum(changeOwners.publicCodes), naam: z.string() });

export const leverOutcomes = codeList([
  { internal: 'helps', public: 'helpt', nl: 'Dit helpt' },
  { internal: 'does-not-help', public: 'helpt-niet', nl: 'Dit helpt niet' },
  { internal: 'open', public: 'niet-bekend', nl: 'Nog niet bekend' },
]);

export const certainties = codeList([
  { internal: 'exact', public: 'exact', nl: 'Precies uitgerekend' },
  { internal: 'bound', public: 'ondergrens', nl: 'Ten minste' },
  { internal: 'impossible', public: 'onmogelijk', nl: 'Kan niet' },
]);

export const differenceCauses = codeList([
  { internal: 'arrived', public: 'nieuwe-client', nl: 'Nieuw in de ronde' },
  { internal: 'left', public: 'client-weg', nl: 'Doet niet meer mee' },
  { internal: 'own-fact', public: 'gegeven-client', nl: 'Gegeven van de cliënt' },
  { internal: 'home-gone', public: 'woonplek-weg', nl: 'Woonplek niet meer vrij' },
  { internal: 'new-home', public: 'nieuwe-woonplek', nl: 'Nieuwe woonplek' },
  { internal: 'home-fact', public: 'gegeven-woonplek', nl: 'Gegeven van de woonplek' },
  { internal: 'policy', public: 'beleid', nl: 'Ander beleid' },
  { internal: 'exception', public: 'besluit', nl: 'Besluit van een mens' },
  { internal: 'moved-by-another', public: 'door-een-ander', nl: 'Door een ander' },
  { internal: 'lottery', public: 'loting', nl: 'Loting' },
]);

const levelLossSchema = z
  .object({
    niveau: z.int(),
    doel: reference,
    eenheid: z.string(),
    nu: z.int().describe('Wat het plan van de ronde op dit niveau waard is.'),
    dan: z.int(),
    verlies: z.int().describe('Boven 0: slechter. Het eerste niveau dat niet 0 is, beslist.'),
  })
  .meta({ id: 'NiveauVerschil' });

export const whyNotSchema = z
  .object({
    client,
    wooneenheid: reference,
    vastgesteld: z.enum(['ondergrens', 'exact']).describe('Ondergrens: het precieze antwoord volgt bij `nauwkeurig`.'),
    uitkomst: z.enum(['geplaatst', 'voldoet-niet', 'onmogelijk', 'ondergrens', 'kost-iets', 'even-goed']),
    tekst: z.string(),
    tekstVoorClient: z.string().describe('Zonder gegevens van anderen; geschikt om te geven aan de cliënt.'),
    regels: z.array(verdictSchema).describe('Alle regels die niet kloppen of niet te beoordelen zijn.'),
    geblokkeerd: z.string().nullable().describe('Waarom een mens dit paar uitsloot; leeg: niet uitgesloten.'),
    veranderingen: z
      .array(z.object({ regel: z.string(), eigenaar: owner, tekst: z.string() }))
      .describe('Per regel de kleinste verandering die mag; ze zijn allemaal nodig.'),
    volleAfspraken: z.array(blockingRowSchema),
    beslistOpNiveau: z.int().nullable(),
    tenMinste: z.int().describe('Wat dat niveau ten minste verliest, als geen hoger niveau verliest.'),
    niveaus: z.array(levelLossSchema),
    aantalVerhuizingen: z.int().describe('Hoeveel anderen dan een andere woonplek krijgen, of geen.'),
    verhuizingen: z
      .array(z.object({ client, van: reference.nullable(), naar: reference.nullable() }))
      .describe('Wie dat zijn. Leeg voor wie geen cliënten mag bekijken.'),
  })
  .meta({ id: 'WaaromNiet' });
export type WhyNotDto = z.infer<typeof whyNotSchema>;

const ranked = z.object({
  rang: z.int().nullable().describe('Leeg: nog niet bekend. Gelijk verlies geeft gelijke rang.'),
  inPlan: z.boolean(),
  vastgesteld: z.enum(certainties.publicCodes),
  beslistOpNiveau: z.int().nullable(),
  tenMinste: z.int(),
  niveaus: z.array(levelLossSchema),
  aantalVerhuizingen: z.int(),
  tekst: z.string(),
});
export const optionSchema = ranked.extend({ wooneenheid: reference, gemeente: reference }).meta({ id: 'Optie' });
export type OptionDto = z.infer<typeof optionSchema>;
export const candidateSchema = ranked
  .extend({ client, doelgroep: reference, weken: z.int() })
  .meta({ id: 'Kandidaat' });
export type CandidateDto = z.infer<typeof candidateSchema>;

export const leversSchema = z
  .object({
    client,
    hefbomen: z.array(
      z.object({
        id: z.string(),
        titel: z.string(),
        eigenaar: owner,
        tekst: z.string(),
        uitkomst: z.enum(leverOutcomes.publicCodes),
        wooneenheid: reference.nullable().describe('De woonplek die de cliënt dan krijgt.'),
        niveaus: z.array(levelLossSchema).describe('Een verlies onder 0 is winst voor het hele plan.'),
      }),
    ),
    volledig: z.boolean().describe('Of alle mogelijkheden tot het einde zijn geprobeerd.'),
  })
  .meta({ id: 'Hefbomen' });
export type LeversDto = z.infer<typeof leversSchema>;

export const conflictSchema = z
  .object({
    client,
    tekst: z.string(),
    beslistOpNiveau: z.int().nullable(),
    wooneenheid: reference.nullable().describe('De woonplek die het plan het minst zou kosten.'),
    niveaus: z.array(levelLossSchema),
    afspraken: z
      .array(
        z.object({
          regel: z.string(),
          titel: z.string(),
          onderwerp: z.string(),
          tekst: z.string(),
          vanClient: z
            .boolean()
            .describe(
              'Of deze afspraak telt voor een woonplek die bij de cliënt past. Zo niet, dan gaat zij over anderen, die ergens anders moeten wonen als deze cliënt hun plek krijgt.',
            ),
        }),
      )
      .describe('Samen laten deze afspraken geen plaats over; geen ervan kan worden weggelaten.'),
    volledig: z.boolean(),
  })
  .meta({ id: 'Knelpunt' });
export type ConflictDto = z.infer<typeof conflictSchema>;

export const differencesSchema = z
  .object({
    met: z.object({ id: z.string(), tijdvak: z.string() }).nullable().describe('Leeg: er is geen eerdere ronde.'),
    verschillen: z.array(
      z.object({
        client,
        van: reference.nullable(),
        naar: reference.nullable(),
        oorzaken: z.array(z.object({ code: z.enum(differenceCauses.publicCodes), tekst: z.string() })),
        niveau: z.object({ niveau: z.int(), doel: reference }).nullable().describe('Het niveau dat besliste.'),
      }),
    ),
    volledig: z.boolean(),
  })
  .meta({ id: 'Rondeverschillen' });
export type DifferencesDto = z.infer<typeof differencesSchema>;

const exactly = z
  .enum(['true', 'false'])
  .default('true')
  .transform((value) => value === 'true')
  .describe('false: meteen een ondergrens; true: precies uitgerekend. Verbreek de verbinding om te stoppen.');

export const whyNotQuerySchema = z.strictObject({ client: z.uuid(), wooneenheid: z.uuid(), nauwkeurig: exactly });
export type WhyNotQuery = z.infer<typeof whyNotQuerySchema>;
export const clientQuerySchema = z.strictObject({ client: z.uuid() });
export type ClientQuery = z.infer<typeof clientQuerySchema>;
export const rankedQuerySchema = pageQuery({ sortable: ['rang'], filters: { nauwkeurig: exactly } });
export type RankedQuery = z.infer<typeof rankedQuerySchema>;
export const differencesQuerySchema = z.strictObject({
  met: z.uuid().optional().describe('De eerdere ronde. Standaard de vorige ronde van de regio.'),
});
export type DifferencesQuery = z.infer<typeof differencesQuerySchema>;
