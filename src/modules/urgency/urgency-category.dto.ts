import { z } from 'zod';
import { pageQuery } from '../../platform/http/page';

export const urgencyCategorySchema = z
  .object({
    id: z.string(),
    naam: z.string(),
    geldtVandaag: z.boolean(),
    perioden: z
      .array(
        z.object({
          geldigVanaf: z.iso.date(),
          geldigTot: z.iso.date().nullable().describe('De laatste dag; leeg: geen einde bekend.'),
          geldtVandaag: z.boolean(),
          wettelijkePlicht: z.boolean(),
          grondslag: z.string().nullable(),
          bron: z.string(),
          demonstratie: z.boolean(),
        }),
      )
      .min(1)
      .describe('Oudste eerst. Een nieuwe wet is een nieuwe periode.'),
  })
  .meta({ id: 'Urgentiecategorie' });
export type UrgencyCategoryDto = z.infer<typeof urgencyCategorySchema>;

export const urgencyCategoryQuery = pageQuery({ sortable: ['naam', 'id'] });
export type UrgencyCategoryQuery = z.infer<typeof urgencyCategoryQuery>;
