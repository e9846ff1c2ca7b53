import { z } from 'zod';
import { ORGANISATION_KINDS } from '../../database/entities/organisation.entity';
import { PERMISSIONS, type Permission, ROLES } from '../../platform/access/permissions';

const heldRoleSchema = z
  .object({
    toewijzing: z.uuid().describe('Kenmerk van de roltoewijzing.'),
    rol: z.enum(ROLES),
    rolnaam: z.string(),
    organisatie: z.object({ id: z.uuid(), naam: z.string(), soort: z.enum(ORGANISATION_KINDS) }),
    regio: z.object({ id: z.string(), naam: z.string() }),
  })
  .meta({ id: 'Rol' });
export type HeldRoleDto = z.infer<typeof heldRoleSchema>;

export const sessionSchema = z
  .object({
    persoon: z.object({ id: z.uuid(), naam: z.string(), email: z.string().nullable() }),
    rol: heldRoleSchema.describe('De rol waarin deze persoon nu werkt.'),
    rollen: z.array(heldRoleSchema).describe('Alle rollen van deze persoon; kies er een met een rolwisseling.'),
    bevoegdheden: z
      .array(z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]))
      .describe('Wat deze rol mag.'),
    magClientgegevens: z
      .boolean()
      .describe('Of de aanmelding sterk genoeg is voor gegevens van cliënten; zo niet, meld opnieuw aan.'),
    geldigTot: z.iso.datetime().describe('Daarna is opnieuw aanmelden nodig, ook wie bezig is.'),
    stilteMinuten: z.int().describe('Wie zo lang niets doet, moet zich opnieuw aanmelden.'),
  })
  .meta({ id: 'Sessie' });
export type SessionDto = z.infer<typeof sessionSchema>;

export const roleSwitchSchema = z
  .strictObject({ toewijzing: z.uuid().describe('Een van de eigen rollen.') })
  .meta({ id: 'Rolwisseling' });
export type RoleSwitchDto = z.infer<typeof roleSwitchSchema>;

export const signOutSchema = z
  .object({
    adres: z
      .string()
      .describe('Waar de browser heen moet om zich ook bij de aanmelddienst af te melden, of de eigen startpagina.'),
  })
  .meta({ id: 'Afmelding' });
export type SignOutDto = z.infer<typeof signOutSchema>;
