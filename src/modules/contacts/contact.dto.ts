import { z } from 'zod';
import { CONTACT_ROLES } from '../../database/entities/household-contact.entity';

const person = z.object({ id: z.uuid(), naam: z.string() });

/** Who a client is with today, in each role, and who it was with before. */
export const contactsSchema = z
  .object({
    id: z.uuid().describe('De cliënt.'),
    contactpersonen: z
      .array(
        z.object({
          rol: z.enum(CONTACT_ROLES),
          rolnaam: z.string(),
          persoon: person.nullable().describe('Leeg: er is geen contactpersoon, of die heeft de rol niet meer.'),
          sinds: z.iso.date().nullable(),
          toelichting: z.string().nullable().describe('Wat bij de overdracht is opgeschreven.'),
          toewijzing: z
            .uuid()
            .nullable()
            .describe(
              'Geef dit als vorige mee bij een wijziging, zodat niemand de wijziging van een ander overschrijft.',
            ),
          magWijzigen: z.boolean().describe('U kiest de contactpersoon van uw eigen rol.'),
        }),
      )
      .describe('Een voor elke rol die een contactpersoon heeft.'),
    eerder: z.array(z.object({ rolnaam: z.string(), persoon: person, vanaf: z.iso.date(), tot: z.iso.datetime() })),
  })
  .meta({ id: 'Contactpersonen' });
export type ContactsDto = z.infer<typeof contactsSchema>;

export const contactChangeSchema = z
  .strictObject({
    persoon: z
      .uuid()
      .nullable()
      .describe(
        'Een collega met dezelfde rol; leeg: er is geen contactpersoon meer, de cliënt of woning staat bij de organisatie.',
      ),
    vorige: z
      .uuid()
      .nullable()
      .describe('De toewijzing die u zag; leeg: er was er geen. Is dat niet meer zo, dan volgt 409.'),
  })
  .meta({ id: 'ContactpersoonVerzoek' });
export type ContactChangeDto = z.infer<typeof contactChangeSchema>;

/** A filter of lists about clients and homes. */
export const contactFilter = z
  .string()
  .regex(/^(mij|geen|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'mij, geen, of het kenmerk van een collega')
  .optional()
  .describe('De contactpersoon in uw eigen rol: uzelf, niemand, of een collega.');

/** Who that filter asks for; null: those without a contact person; undefined: it asks nothing. */
export function askedContact(filter: string | undefined, accountId: string): string | null | undefined {
  if (filter === 'geen') return null;
  return filter === 'mij' ? accountId : filter;
}

export const contactSchema = person
  .nullable()
  .describe('De contactpersoon in uw eigen rol. Leeg: er is er geen, of die heeft de rol niet meer.');

export const colleagueSchema = person.extend({ uzelf: z.boolean() }).meta({ id: 'Collega' });
export type ColleagueDto = z.infer<typeof colleagueSchema>;
