import { z } from 'zod';
import { ORGANISATION_KINDS } from '../../database/entities/organisation.entity';
import { isIsoDate } from '../../core/time/calendar';
import { ROLES } from '../../platform/access/permissions';
import { pageQuery } from '../../platform/http/page';

const day = z.iso.date().refine(isIsoDate, { error: 'een datum die bestaat, als 2026-11-22' });

export const roleAssignmentSchema = z
  .object({
    id: z.uuid(),
    persoon: z.object({ id: z.uuid(), naam: z.string(), email: z.string().nullable() }),
    rol: z.enum(ROLES),
    rolnaam: z.string(),
    organisatie: z.object({ id: z.uuid(), naam: z.string(), soort: z.enum(ORGANISATION_KINDS) }),
    vanaf: z.iso.date(),
    tot: z.iso.date().nullable().describe('De laatste dag; leeg: geen einde bekend.'),
    status: z.enum(['geldig', 'nog-niet', 'beeindigd']),
    gegevenDoor: z.string().nullable().describe('Leeg: op de opdrachtregel gegeven.'),
    beoordeeldOp: z.iso.datetime().nullable(),
    beoordeeldDoor: z.string().nullable(),
    beoordelenVoor: z.iso.date().describe('Uiterlijk op deze dag moet iemand opnieuw voor deze rol tekenen.'),
    achterstallig: z.boolean(),
    laatstAangemeld: z.iso
      .datetime()
      .nullable()
      .describe('Wanneer deze persoon voor het laatst in deze rol bezig was.'),
  })
  .meta({ id: 'Roltoewijzing' });
export type RoleAssignmentDto = z.infer<typeof roleAssignmentSchema>;

export const roleAssignmentQuery = pageQuery({
  sortable: ['beoordelenVoor', 'naam', 'rol'],
  filters: {
    rol: z.enum(ROLES).optional(),
    status: z.enum(['geldig', 'nog-niet', 'beeindigd']).optional(),
    zoek: z.string().max(100).optional().describe('Deel van de naam of van de organisatie.'),
  },
});
export type RoleAssignmentQuery = z.infer<typeof roleAssignmentQuery>;

export const roleGrantSchema = z
  .strictObject({
    naam: z.string().trim().min(1).max(200).describe('Naam van één persoon; geen afdeling of groep.'),
    email: z
      .email({ error: 'een e-mailadres' })
      .max(200)
      .describe('Het eigen adres van deze persoon bij de aanmelddienst.'),
    rol: z.enum(ROLES),
    organisatie: z.uuid().describe('Kenmerk van de organisatie waarvoor deze persoon werkt.'),
    vanaf: day,
    tot: day.nullable().default(null),
  })
  .meta({ id: 'RoltoewijzingVerzoek' });
export type RoleGrantDto = z.infer<typeof roleGrantSchema>;

export const roleReviewSchema = z
  .strictObject({
    besluit: z.enum(['behouden', 'beeindigen']),
    toelichting: z.string().trim().max(1000).nullable().default(null),
  })
  .meta({ id: 'Rolbeoordeling' });
export type RoleReviewDto = z.infer<typeof roleReviewSchema>;
