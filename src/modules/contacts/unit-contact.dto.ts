import { z } from 'zod';

/** Who at its corporatie is the contact person for a home. */
export const unitContactSchema = z
  .object({
    id: z.uuid().describe('De wooneenheid.'),
    persoon: z
      .object({ id: z.uuid(), naam: z.string() })
      .nullable()
      .describe('Leeg: er is geen contactpersoon, of die heeft de rol niet meer. De woning staat bij de organisatie.'),
    sinds: z.iso.date().nullable(),
    toewijzing: z
      .uuid()
      .nullable()
      .describe('Geef dit als vorige mee bij een wijziging, zodat niemand de wijziging van een ander overschrijft.'),
    eigenWoningen: z.int().describe('Van hoeveel woningen u zelf contactpersoon bent: het aantal bij een overdracht.'),
  })
  .meta({ id: 'ContactpersoonVanWooneenheid' });
export type UnitContactDto = z.infer<typeof unitContactSchema>;

export const homesHandOverSchema = z
  .strictObject({
    naar: z.uuid().describe('Wie de woningen overneemt: iemand met dezelfde rol in dezelfde organisatie.'),
    aantal: z
      .int()
      .min(1)
      .describe(
        'Hoeveel woningen u zag. Zijn het er intussen meer of minder, dan volgt 409 en is er niets overgedragen.',
      ),
  })
  .meta({ id: 'WoningenoverdrachtVerzoek' });
export type HomesHandOverDto = z.infer<typeof homesHandOverSchema>;
