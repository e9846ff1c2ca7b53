import { z } from 'zod';
import { previewSchema } from '../pair-decisions/pair-decision.dto';
import { verdictSchema } from '../runs/verdict.dto';

const pair = {
  clientId: z.uuid().describe('De cliënt.'),
  wooneenheidId: z.uuid().describe('De woonplek.'),
};

export const manualPreviewRequestSchema = z.strictObject(pair).meta({ id: 'HandmatigVooruitblikVerzoek' });
export type ManualPreviewRequestDto = z.infer<typeof manualPreviewRequestSchema>;

export const manualMatchRequestSchema = z
  .strictObject({
    ...pair,
    reden: z.string().trim().min(1).max(2000).describe('Waarom u van de ronde afwijkt.'),
    verdringt: z
      .array(z.uuid())
      .max(20)
      .describe(
        'De voorstellen die hierdoor vervallen, zoals de vooruitblik ze noemde. Kloppen ze niet meer, dan volgt 409.',
      ),
  })
  .meta({ id: 'HandmatigVoorstelVerzoek' });
export type ManualMatchRequestDto = z.infer<typeof manualMatchRequestSchema>;

const displacedSchema = z.object({
  voorstel: z.uuid(),
  client: z.object({ id: z.uuid(), nummer: z.string() }),
  wooneenheid: z.object({ id: z.uuid(), naam: z.string() }),
  vanwege: z.enum(['woonplek', 'client']).describe('Het is voor deze woonplek, of voor deze cliënt.'),
});

export const manualPreviewSchema = z
  .object({
    client: z.uuid().describe('Over wie het gaat.'),
    mogelijk: z.boolean(),
    start: z.iso.date().describe('De eerste dag waarop de cliënt kan beginnen.'),
    regels: z.array(verdictSchema).describe('Alle harde regels voor dit paar, op de gegevens van vandaag.'),
    bezwaren: z
      .array(z.object({ soort: z.string(), regel: z.string().nullable(), titel: z.string(), tekst: z.string() }))
      .describe('Wat in de weg staat. Leeg: het kan.'),
    verdringt: z.array(displacedSchema).describe('Open voorstellen die hierdoor vervallen.'),
    gevolgen: previewSchema
      .nullable()
      .describe('Wat het op de niveaus van de laatste ronde kost. Leeg: niet te zeggen.'),
    geenGevolgen: z.string().nullable().describe('Waarom dat niet te zeggen is.'),
  })
  .meta({ id: 'HandmatigeVooruitblik' });
export type ManualPreviewDto = z.infer<typeof manualPreviewSchema>;

export const manualMatchSchema = z
  .object({ voorstel: z.uuid(), client: z.uuid(), vervallen: z.array(z.uuid()) })
  .meta({ id: 'HandmatigVoorstel' });
export type ManualMatchDto = z.infer<typeof manualMatchSchema>;
