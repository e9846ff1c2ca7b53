import { z } from 'zod';

const reference = z.object({ id: z.string(), naam: z.string() });

export const consentChangeSchema = z
  .strictObject({
    corporatie: z.uuid().describe('De corporatie waarmee gegevens gedeeld mogen worden, of niet meer.'),
    besluit: z.enum(['geven', 'intrekken']),
  })
  .meta({ id: 'ToestemmingWijzigen' });
export type ConsentChangeDto = z.infer<typeof consentChangeSchema>;

/** What consent there is now, and what a withdrawal touches. */
export const consentSchema = z
  .object({
    id: z.uuid(),
    toestemmingen: z.array(
      z.object({ corporatie: reference, gegevenOp: z.iso.date(), ingetrokkenOp: z.iso.date().nullable() }),
    ),
    geraakteVoorstellen: z
      .array(z.object({ id: z.uuid(), status: z.string(), wooneenheid: reference }))
      .describe(
        'Voorstellen die nog lopen voor een woonplek van een corporatie zonder toestemming. Zij kunnen niet verder: de coördinator wijst ze af of trekt ze in, en de volgende ronde zoekt een andere plek.',
      ),
  })
  .meta({ id: 'Toestemmingen' });
export type ConsentDto = z.infer<typeof consentSchema>;
