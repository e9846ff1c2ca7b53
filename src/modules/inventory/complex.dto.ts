import { z } from 'zod';
import { supportLevels } from '../../core/vocabulary/code-lists';
import { pageQuery } from '../../platform/http/page';

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

export const complexQuery = pageQuery({
  sortable: ['naam', 'code', 'gemeente', 'plaatsen'],
  filters: {
    gemeente: z
      .string()
      .regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106')
      .optional(),
    wijk: z.string().min(1).max(60).optional(),
    zoek: z.string().trim().min(1).max(60).optional().describe('Deel van de naam of code.'),
  },
});
export type ComplexQuery = z.infer<typeof complexQuery>;
