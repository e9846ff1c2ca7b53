import { z } from 'zod';

/** How much work somebody has in a role. Numbers only: whoever ends a role need not see a client. */
export const workSchema = z
  .object({
    clienten: z.int().describe('Cliënten waarvan deze persoon in deze rol contactpersoon is.'),
    voorstellen: z.int().describe('Voorstellen voor die cliënten die nog lopen.'),
    verzoeken: z.int().describe('Verzoeken van die cliënten die nog open zijn.'),
    eersteTermijn: z.iso
      .date()
      .nullable()
      .describe('Wanneer het eerste van die verzoeken uiterlijk antwoord moet hebben.'),
  })
  .meta({ id: 'OpenWerk' });
export type WorkDto = z.infer<typeof workSchema>;

const to = z.uuid().describe('Wie het werk overneemt: iemand met dezelfde rol in dezelfde organisatie.');
const note = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .nullable()
  .default(null)
  .describe('Voor de collega. Komt in elk dossier te staan, en dus ook in het overzicht voor de cliënt.');
const count = z
  .int()
  .min(1)
  .describe('Hoeveel cliënten u zag. Zijn het er intussen meer of minder, dan volgt 409 en is er niets overgedragen.');

export const handOverSchema = z
  .strictObject({
    naar: to,
    clienten: z
      .array(z.uuid())
      .min(1)
      .max(1000)
      .nullable()
      .default(null)
      .describe('Welke cliënten; leeg: alle cliënten waarvan u contactpersoon bent.'),
    aantal: count,
    toelichting: note,
  })
  .meta({ id: 'OverdrachtVerzoek' });
export type HandOverDto = z.infer<typeof handOverSchema>;

/** Of somebody else's work: all of it, by who sees no clients. */
export const handOverOfRoleSchema = z
  .strictObject({ naar: to, aantal: count, toelichting: note })
  .meta({ id: 'OverdrachtVanRolVerzoek' });
export type HandOverOfRoleDto = z.infer<typeof handOverOfRoleSchema>;

export const handedOverSchema = z
  .object({ overgedragen: z.int(), naar: z.object({ id: z.uuid(), naam: z.string() }) })
  .meta({ id: 'Overdracht' });
export type HandedOverDto = z.infer<typeof handedOverSchema>;
