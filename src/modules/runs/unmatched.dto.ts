import { z } from 'zod';
import { pageQuery } from '../../platform/http/page';
import { verdictSchema } from './verdict.dto';
import { codeList } from '../../core/vocabulary/code-list';

/** Why a household has no match, as core tells it and as the API says it. */
export const unmatchedCauses = codeList([
  { internal: 'no-homes', public: 'geen-woonplekken', nl: 'Er waren geen woonplekken' },
  { internal: 'no-eligible-home', public: 'geen-passende-woonplek', nl: 'Geen enkele woonplek past' },
  { internal: 'outranked', public: 'anderen-gingen-voor', nl: 'Anderen gingen voor' },
  { internal: 'quota-full', public: 'afspraak-vol', nl: 'Een afspraak laat geen plaatsing meer toe' },
  { internal: 'not-chosen', public: 'niet-gekozen', nl: 'Niet gekozen in dit plan' },
]);

const reference = z.object({ id: z.string(), naam: z.string() });

export const unmatchedSchema = z
  .object({
    clientId: z.string(),
    nummer: z.string(),
    doelgroep: reference,
    herkomst: reference.nullable(),
    urgentie: z.object({ klasse: z.int(), categorie: reference.nullable(), wettelijkePlicht: z.boolean() }),
    weken: z.int().describe('Weken wachten op de peildatum van de ronde.'),
    oorzaak: z.enum(unmatchedCauses.publicCodes),
    oorzaakTekst: z.string(),
    mogelijkePlekken: z.int().describe('Woonplekken die aan alle regels voldoen.'),
    regels: z
      .array(z.object({ regel: z.string(), titel: z.string(), aantal: z.int() }))
      .describe('Regels waarop de meeste woonplekken afvallen, vaakst eerst.'),
  })
  .meta({ id: 'NietGematchteClient' });
export type UnmatchedDto = z.infer<typeof unmatchedSchema>;

export const blockingRowSchema = z
  .object({
    regel: z.string(),
    titel: z.string(),
    onderwerp: z.string(),
    tekst: z.string(),
    geteld: z.int().describe('Wat er met het plan meetelt.'),
    grens: z.int(),
    erbij: z.int().describe('Wat dit huishouden zou toevoegen.'),
  })
  .meta({ id: 'VolQuotum' });

const unmatchedUnitSchema = z
  .object({
    wooneenheid: reference,
    gemeente: reference,
    voldoet: z.boolean(),
    vrijePlaatsen: z.int().describe('Plaatsen die het plan vrij laat.'),
    geblokkeerd: z.string().nullable().describe('Waarom een mens dit paar uitsloot; leeg: niet uitgesloten.'),
    regels: z.array(verdictSchema).describe('Alle regels die niet kloppen of niet te beoordelen zijn.'),
    geblokkeerdDoor: z.array(blockingRowSchema),
    tekst: z.string(),
  })
  .meta({ id: 'WoonplekVoorClient' });
export type UnmatchedUnitDto = z.infer<typeof unmatchedUnitSchema>;

export const unmatchedDetailSchema = unmatchedSchema
  .extend({ woonplekken: z.array(unmatchedUnitSchema) })
  .meta({ id: 'NietGematchteClientUitleg' });
export type UnmatchedDetailDto = z.infer<typeof unmatchedDetailSchema>;

export const unmatchedListQuerySchema = pageQuery({
  sortable: ['weken', 'nummer', 'mogelijkePlekken', 'urgentie'],
  order: '-weken',
  filters: {
    oorzaak: z.enum(unmatchedCauses.publicCodes).optional(),
    gemeente: z.string().max(20).optional().describe('Gemeente van herkomst.'),
    doelgroep: z.string().max(60).optional(),
    zoek: z.string().max(60).optional().describe('Zoekt in het clientnummer.'),
  },
});
export type UnmatchedListQuery = z.infer<typeof unmatchedListQuerySchema>;
