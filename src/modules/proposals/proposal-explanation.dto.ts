import { z } from 'zod';

/** One proposal as the client may read it: plain Dutch, and nobody else in it. */
export const proposalExplanationSchema = z
  .object({
    id: z.uuid(),
    woonplek: z.string(),
    gemeente: z.string(),
    status: z.string(),
    gemaaktOp: z.iso.datetime(),
    geplandeStart: z.iso.date(),
    uitleg: z.array(z.string()).describe('Waarom deze woonplek, in gewone zinnen.'),
    regels: z.array(z.object({ titel: z.string(), uitkomst: z.string(), tekst: z.string() })),
    doelen: z
      .array(z.object({ titel: z.string(), tekst: z.string() }))
      .describe('Wat dit voorstel toevoegt aan elk doel van het beleid, het belangrijkste eerst.'),
    besluiten: z.array(
      z.object({
        op: z.iso.datetime(),
        wat: z.string(),
        rol: z.string().describe('In welke rol; namen van medewerkers staan er niet bij.'),
        reden: z.string().nullable(),
        toelichting: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'VoorstelUitgelegd' });
export type ProposalExplanationDto = z.infer<typeof proposalExplanationSchema>;
