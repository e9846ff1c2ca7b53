import { z } from 'zod';
import { proposalExplanationSchema } from '../proposals/proposal-explanation.dto';

/** Everything that is held about one household, for the client to read (AVG article 15). */
export const clientExportSchema = z
  .object({
    formaat: z.literal('woonplek-gegevens/1'),
    gemaaktOp: z.iso.datetime(),
    client: z.object({ id: z.uuid(), nummer: z.string() }),
    regio: z.string(),
    aanbieder: z.string().describe('De organisatie die het dossier bijhoudt.'),
    synthetisch: z.boolean().describe('Gemaakt om te oefenen; dit is geen bestaand persoon.'),
    categorieen: z.array(
      z.object({
        naam: z.string(),
        waarvoor: z.string(),
        grondslag: z.string(),
        bewaartermijn: z.string(),
      }),
    ),
    gegevens: z.array(
      z.object({
        soort: z.string(),
        rijen: z.array(
          z.object({
            vastgelegdOp: z.iso.datetime(),
            gewijzigdOp: z.iso.datetime().nullable(),
            bron: z.string().nullable(),
            velden: z.array(z.object({ gegeven: z.string(), categorie: z.string(), waarde: z.string().nullable() })),
          }),
        ),
      }),
    ),
    nietOpgenomen: z.array(z.string()).describe('Wat er niet in staat, en waarom.'),
    voorstellen: z.array(proposalExplanationSchema),
    ontvangers: z
      .array(z.object({ rol: z.string(), mag: z.array(z.string()) }))
      .describe('Wie in welke rol iets van deze gegevens kan zien.'),
    inzage: z.object({ tekst: z.string(), adres: z.string() }).describe('Wie de gegevens heeft gezien.'),
    rechten: z.array(z.string()),
  })
  .meta({ id: 'GegevensVanClient' });
export type ClientExportDto = z.infer<typeof clientExportSchema>;
