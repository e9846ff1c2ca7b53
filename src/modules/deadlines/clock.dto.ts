import { z } from 'zod';
import { REGION_CLOCKS } from '../../core/review/region-clocks';
import { pageQuery, trueOrFalse } from '../../platform/http/page';

const CODES = REGION_CLOCKS.map(({ code }) => code) as [string, ...string[]];

export const clockSchema = z
  .object({
    id: z.string().describe('Van deze regel; hetzelfde zolang de klok loopt.'),
    klok: z.object({ code: z.enum(CODES), naam: z.string() }),
    bron: z.string().describe('Waar deze termijn vandaan komt.'),
    client: z.object({ id: z.string(), nummer: z.string() }).nullable(),
    wooneenheid: z.object({ id: z.string(), naam: z.string() }).nullable(),
    begin: z.iso.date().describe('De dag vanaf welke is geteld.'),
    uiterlijkOp: z.iso.date(),
    dagenOver: z.int().describe('Dagen tot die dag; onder nul is te laat.'),
    teLaat: z.boolean(),
    moment: z.int().nullable().describe('Het moment dat het laatst voorbijging: zoveel maanden voor het einde.'),
  })
  .meta({ id: 'Klok' });
export type ClockDto = z.infer<typeof clockSchema>;

export const clockListQuerySchema = pageQuery({
  sortable: ['uiterlijkOp', 'begin'],
  filters: {
    klok: z.enum(CODES).optional(),
    teLaat: trueOrFalse().optional(),
    zoek: z.string().max(60).optional().describe('Zoekt in cliëntnummer en naam van de woonplek.'),
  },
});
export type ClockListQuery = z.infer<typeof clockListQuerySchema>;
