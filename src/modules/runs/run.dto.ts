import { z } from 'zod';
import { ENGINE_IDS } from '../../core/optimizer/engine';
import { pageQuery } from '../../platform/http/page';

export const RUN_STATUSES = ['wachtend', 'bezig', 'voltooid', 'mislukt'] as const;
export const RUN_TRIGGERS = ['rooster', 'persoon', 'eerste-start'] as const;
export const RUN_PHASES = ['wachtrij', 'voorbereiden', 'rekenen', 'opslaan', 'klaar'] as const;
export const RUN_WARNINGS = ['spreiding-ontbreekt', 'draagkracht-ontbreekt', 'verwerking-beperkt'] as const;

const regionId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'kleine letters, cijfers en koppeltekens');

export const runRequestSchema = z
  .strictObject({
    regio: regionId.describe('De regio waarvoor de ronde draait, bijvoorbeeld "assen".'),
    motor: z
      .enum(['auto', ...ENGINE_IDS])
      .default('auto')
      .describe('Het rekenprogramma. "auto" kiest per deel van het probleem.'),
    tijdslimietSeconden: z
      .number()
      .int()
      .min(1)
      .max(600)
      .default(60)
      .describe('Na zoveel seconden geldt het beste plan tot dan toe.'),
    tijdvak: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,79}$/, 'letters, cijfers en : . _ - (hoogstens 80 tekens)')
      .optional()
      .describe('Naam van het tijdvak. Een tweede verzoek voor hetzelfde tijdvak geeft de eerste ronde terug.'),
  })
  .meta({ id: 'MatchrondeVerzoek' });
export type RunRequestDto = z.infer<typeof runRequestSchema>;

const policySchema = z.object({ id: z.string(), versie: z.string() });

const runCountsSchema = z
  .object({
    clienten: z.int(),
    wooneenheden: z.int(),
    vrijePlaatsen: z.int(),
    mogelijkeParen: z.int(),
    voorstellen: z.int(),
    nietGematcht: z.int(),
  })
  .meta({ id: 'MatchrondeAantallen' });

const runLevelSchema = z
  .object({
    niveau: z.int().describe('1 gaat voor alles.'),
    doel: z.object({ id: z.string(), naam: z.string(), zin: z.string(), eenheid: z.string() }),
    waarde: z.int().describe('Wat het plan op dit niveau haalt.'),
    grens: z.int().describe('Meer kan geen enkel plan halen dat de niveaus erboven houdt.'),
    bewezen: z.boolean(),
    methode: z.enum(['lp-grens', 'zoekboom', 'niet-bewezen']),
    tolerantie: z.int().describe('Zoveel mogen latere niveaus van dit niveau inleveren.'),
    ingeleverd: z.int().nullable().describe('Zoveel is van dit niveau ingeleverd. Leeg als er geen tolerantie is.'),
    zonderToleranties: z
      .int()
      .nullable()
      .describe(
        'Wat dit niveau haalt als geen enkel niveau iets inlevert: het verschil is wat de toleranties opleveren. Leeg zonder toleranties.',
      ),
  })
  .meta({ id: 'MatchrondeNiveau' });

const runProgressSchema = z
  .object({
    fase: z.enum(RUN_PHASES),
    tekst: z.string(),
    niveau: z.int().nullable().describe('Het niveau dat nu aan de beurt is.'),
    stap: z.int().nullable(),
    stappen: z.int().nullable(),
    bijgewerktOp: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MatchrondeVoortgang' });

const runFailureSchema = z
  .object({ code: z.string(), tekst: z.string().describe('In gewoon Nederlands: wat er misging en wat u kunt doen.') })
  .meta({ id: 'MatchrondeFout' });

const runWarningSchema = z
  .object({ code: z.enum(RUN_WARNINGS), tekst: z.string() })
  .meta({ id: 'MatchrondeWaarschuwing' });

const swapCheckSchema = z
  .object({
    ruilen: z.int().describe('Twee cliënten ruilen van woonplek.'),
    verhuizen: z.int().describe('Een cliënt gaat naar een plek die vrij bleef.'),
    plaatsen: z.int().describe('Een cliënt zonder voorstel krijgt een plek die vrij bleef.'),
    vervangen: z.int().describe('Een cliënt zonder voorstel komt in de plaats van een ander.'),
    volledig: z.boolean().describe('Alle kleine veranderingen zijn geprobeerd.'),
    beter: z.boolean().describe('Er is een verandering gevonden die alle regels houdt en beter is.'),
  })
  .meta({ id: 'MatchrondeRuiltoets' });

export const runSummarySchema = z
  .object({
    id: z.uuid(),
    regio: z.object({ id: z.string(), naam: z.string() }),
    tijdvak: z.string(),
    status: z.enum(RUN_STATUSES),
    aanleiding: z.enum(RUN_TRIGGERS),
    aangevraagdDoor: z.string().nullable(),
    aangevraagdOp: z.iso.datetime(),
    gestartOp: z.iso.datetime().nullable(),
    klaarOp: z.iso.datetime().nullable(),
    duurSeconden: z.number().nullable(),
    motor: z.string().nullable(),
    aantallen: runCountsSchema.nullable().describe('Bekend als de ronde klaar is.'),
    bewezenOptimaal: z.boolean().nullable(),
    fout: runFailureSchema.nullable(),
  })
  .meta({ id: 'MatchrondeKort' });
export type RunSummaryDto = z.infer<typeof runSummarySchema>;

export const runDetailSchema = runSummarySchema
  .extend({
    pogingen: z.int(),
    voortgang: runProgressSchema,
    beleid: policySchema,
    motorversie: z.string().nullable(),
    tijdslimietSeconden: z.int(),
    peildatum: z.iso.date().describe('De dag waarop de gegevens zijn gelezen.'),
    seedVastlegging: z.string().describe('SHA-256 van het begingetal van de loting, bekend voordat de ronde rekent.'),
    seed: z.string().nullable().describe('Het begingetal zelf; pas bekend als de ronde klaar is.'),
    snapshotHash: z.string(),
    waarschuwingen: z
      .array(runWarningSchema)
      .describe('Wat u over deze ronde moet weten, zoals een afspraak die niet is vastgelegd en dus niets begrenst.'),
    niveaus: z.array(runLevelSchema),
    bewezenTotNiveau: z.int().nullable(),
    gecontroleerd: z.boolean().nullable().describe('De onafhankelijke controle vond geen enkele overtreding.'),
    ruiltoets: swapCheckSchema
      .nullable()
      .describe('Hoeveel kleine veranderingen van het plan zijn geprobeerd. Bekend als de ronde klaar is.'),
    vervallenVoorstellen: z.int().describe('Voorstellen van een vorige ronde die door deze ronde zijn vervallen.'),
    vernietigdOp: z.iso
      .datetime()
      .nullable()
      .describe('Sinds wanneer de bestanden van deze ronde zijn vernietigd, omdat hun bewaartermijn voorbij is.'),
  })
  .meta({ id: 'Matchronde' });
export type RunDetailDto = z.infer<typeof runDetailSchema>;

export const runListQuerySchema = pageQuery({
  sortable: ['aangevraagdOp', 'status', 'tijdvak'],
  order: '-aangevraagdOp',
  filters: { regio: regionId.optional(), status: z.enum(RUN_STATUSES).optional() },
});
export type RunListQuery = z.infer<typeof runListQuerySchema>;
