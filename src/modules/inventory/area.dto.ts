import { z } from 'zod';
import { pageQuery } from '../../platform/http/page';

const reference = z.object({ id: z.string(), naam: z.string() });

export const regionSchema = z
  .object({
    id: z.string(),
    naam: z.string(),
    centrumgemeente: reference.nullable(),
    tijdzone: z.string().describe('Alle datums van de regio zijn datums in deze tijdzone.'),
    rondeRooster: z.string().nullable().describe('Cron-rooster van de matchronde; leeg: geen vast moment.'),
    doorlooptijdDagen: z.int().describe('Dagen tussen een ronde en de eerste dag waarop iemand kan starten.'),
  })
  .meta({ id: 'Regio' });
export type RegionDto = z.infer<typeof regionSchema>;

export const regionDetailSchema = regionSchema
  .extend({
    aantallen: z.object({
      gemeenten: z.int(),
      wijken: z.int(),
      complexen: z.int(),
      wooneenheden: z.int(),
      plaatsen: z.int(),
      clienten: z.int(),
    }),
  })
  .meta({ id: 'RegioDetail' });
export type RegionDetailDto = z.infer<typeof regionDetailSchema>;

export const gemeenteSchema = z
  .object({
    id: z.string().describe('CBS-code, bijvoorbeeld GM0106.'),
    naam: z.string(),
    regio: z.string(),
    centrumgemeente: z.boolean(),
    bron: z.string(),
    geldigVanaf: z.iso.date(),
    geldigTot: z.iso.date().nullable(),
  })
  .meta({ id: 'Gemeente' });
export type GemeenteDto = z.infer<typeof gemeenteSchema>;

export const wijkSchema = z
  .object({
    id: z.string(),
    naam: z.string(),
    soort: z.enum(['wijk', 'dorp']),
    cbsCode: z.string().nullable(),
    gemeente: reference,
    draagkracht: z
      .object({ punten: z.int(), maxPlaatsingen: z.int().nullable(), geldigVanaf: z.iso.date(), bron: z.string() })
      .nullable()
      .describe('De afspraak die vandaag geldt; leeg als er geen is.'),
    bron: z.string(),
    demonstratie: z.boolean(),
  })
  .meta({ id: 'Wijk' });
export type WijkDto = z.infer<typeof wijkSchema>;

export const doelgroepSchema = z
  .object({
    id: z.string(),
    naam: z.string(),
    veraCode: z.string().nullable(),
    bron: z.string(),
  })
  .meta({ id: 'Doelgroep' });
export type DoelgroepDto = z.infer<typeof doelgroepSchema>;

const gemeenteId = z.string().regex(/^GM\d{4}$/, 'een CBS-code van een gemeente, zoals GM0106');
const zoek = z.string().trim().min(1).max(60);

export const regionQuery = pageQuery({ sortable: ['naam'] });
export type RegionQuery = z.infer<typeof regionQuery>;

export const gemeenteQuery = pageQuery({
  sortable: ['naam', 'id'],
  filters: { zoek: zoek.optional().describe('Deel van de naam.') },
});
export type GemeenteQuery = z.infer<typeof gemeenteQuery>;

export const wijkQuery = pageQuery({
  sortable: ['naam', 'gemeente'],
  filters: {
    gemeente: gemeenteId.optional(),
    soort: z.enum(['wijk', 'dorp']).optional(),
    zoek: zoek.optional().describe('Deel van de naam.'),
  },
});
export type WijkQuery = z.infer<typeof wijkQuery>;

export const doelgroepQuery = pageQuery({ sortable: ['naam'] });
export type DoelgroepQuery = z.infer<typeof doelgroepQuery>;
