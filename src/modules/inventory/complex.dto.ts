import { z } from 'zod';
import { supportLevels } from '../../core/vocabulary/code-lists';

const reference = z.object({ id: z.string(), naam: z.string() });

export const complexSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    naam: z.string(),
    gemeente: reference,
    wijk: reference,
    programma: z.string(),
    plaatsen: z.int().describe('Plaatsen van alle wooneenheden samen; kantoren en ontmoetingsruimten tellen niet mee.'),
    wooneenheden: z.int(),
    bron: z.string(),
    geldigVanaf: z.iso.date(),
    geldigTot: z.iso.date().nullable(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'ComplexKort' });
export type ComplexDto = z.infer<typeof complexSchema>;

export const complexDetailSchema = complexSchema
  .extend({
    doel: z.string().nullable(),
    instroom: z.array(z.string()).describe('Waar de bewoners vandaan komen, zoals de bron het noemt.'),
    overigeRuimten: z
      .array(z.object({ soort: z.string(), aantal: z.int() }))
      .describe('Ruimten die geen woonplek zijn.'),
    toelichting: z.string().nullable(),
    mix: z
      .array(
        z.object({
          id: z.uuid(),
          naam: z.string(),
          doelgroepen: z.array(reference),
          vanafNiveau: z.object({ code: z.enum(supportLevels.publicCodes), naam: z.string() }),
          hoogstens: z.int(),
          bezet: z.int(),
          bron: z.string(),
        }),
      )
      .describe('Afspraken over wie er hoogstens hoeveel tegelijk wonen.'),
    eenheden: z.array(
      z.object({ id: z.uuid(), code: z.string(), naam: z.string(), plaatsen: z.int(), plaatsenVrij: z.int() }),
    ),
  })
  .meta({ id: 'Complex' });
export type ComplexDetailDto = z.infer<typeof complexDetailSchema>;
