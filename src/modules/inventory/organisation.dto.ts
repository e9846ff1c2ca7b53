import { z } from 'zod';
import { supportLevels } from '../../core/vocabulary/code-lists';
import { ORGANISATION_KINDS } from '../../database/entities/organisation.entity';
import { pageQuery } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });

export const corporatieSchema = z
  .object({
    id: z.uuid(),
    naam: z.string(),
    korteNaam: z.string(),
    aantalWooneenheden: z.int(),
    bron: z.string(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Corporatie' });
export type CorporatieDto = z.infer<typeof corporatieSchema>;

export const aanbiederSchema = z
  .object({
    id: z.uuid(),
    naam: z.string(),
    korteNaam: z.string(),
    capaciteit: z
      .object({
        gemeenten: z.array(reference).describe('Waar de aanbieder volgens het contract begeleidt.'),
        hoogsteNiveau: z.object({ code: z.enum(supportLevels.publicCodes), naam: z.string() }),
        urenPerWeek: z.int().nullable().describe('Leeg: niet begrensd.'),
        geldigVanaf: z.iso.date(),
        geldigTot: z.iso.date().nullable(),
        bron: z.string(),
        demonstratie: z.boolean(),
      })
      .nullable()
      .describe('De capaciteit die vandaag geldt.'),
    bron: z.string(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Aanbieder' });
export type AanbiederDto = z.infer<typeof aanbiederSchema>;

export const organisationSchema = z
  .object({ id: z.uuid(), naam: z.string(), korteNaam: z.string(), soort: z.enum(ORGANISATION_KINDS) })
  .meta({ id: 'Organisatie' });
export type OrganisationDto = z.infer<typeof organisationSchema>;

export const organisationQuery = pageQuery({
  sortable: ['naam', 'soort'],
  filters: {
    soort: z.enum(ORGANISATION_KINDS).optional(),
    zoek: z.string().trim().min(1).max(60).optional().describe('Deel van de naam.'),
  },
});
export type OrganisationQuery = z.infer<typeof organisationQuery>;

export const corporatieQuery = pageQuery({
  sortable: ['naam', 'aantalWooneenheden'],
  filters: { zoek: z.string().trim().min(1).max(60).optional().describe('Deel van de naam.') },
});
export type CorporatieQuery = z.infer<typeof corporatieQuery>;

export const aanbiederQuery = pageQuery({
  sortable: ['naam'],
  filters: {
    gemeente: z
      .string()
      .regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106')
      .optional()
      .describe('Alleen aanbieders die daar begeleiden.'),
    zoek: z.string().trim().min(1).max(60).optional().describe('Deel van de naam.'),
  },
});
export type AanbiederQuery = z.infer<typeof aanbiederQuery>;
