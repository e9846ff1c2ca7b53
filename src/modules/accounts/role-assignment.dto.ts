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
    opvolger: z
      .object({ id: z.uuid(), naam: z.string() })
      .nullable()
      .describe('Wie het werk overneemt als de rol eindigt; leeg: het gaat terug naar de organisatie.'),
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
    organisatie: z.uuid().optional(),
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

/** Instead of a colleague: the work goes to nobody, and stands on the list of clients without a contact person. */
export const BACK_TO_ORGANISATION = 'organisatie';

const workTo = z
  .string()
  .regex(/^(organisatie|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, 'organisatie, of het kenmerk van een collega')
  .nullable()
  .default(null)
  .describe(
    'Wie de cliënten van deze persoon overneemt: een collega met dezelfde rol in dezelfde organisatie, of de organisatie. Is er werk en staat er niets, dan volgt 409.',
  );
const note = z.string().trim().max(1000).nullable().default(null);

export const roleReviewSchema = z
  .strictObject({
    besluit: z.enum(['behouden', 'beeindigen']),
    toelichting: note,
    werkNaar: workTo,
  })
  .meta({ id: 'Rolbeoordeling' });
export type RoleReviewDto = z.infer<typeof roleReviewSchema>;

export const roleEndSchema = z
  .strictObject({
    laatsteDag: day
      .nullable()
      .describe('De laatste dag in deze rol, vandaag of later; null: meteen, en wie erin werkt is afgemeld.'),
    werkNaar: workTo,
    toelichting: note,
  })
  .meta({ id: 'Rolbeeindiging' });
export type RoleEndDto = z.infer<typeof roleEndSchema>;
