import { z } from 'zod';
import { pageQuery } from '../../platform/http/page';

const DRAW_STATES = ['open', 'gesloten', 'onthuld'] as const;

const regionId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'kleine letters, cijfers en koppeltekens');

export const lotteryDrawSchema = z
  .object({
    id: z.uuid(),
    vastlegging: z.string().describe('SHA-256 van het begingetal, bekend vanaf het moment dat de inname opent.'),
    geopendOp: z.iso.datetime().describe('Toen ging de inname van deze ronde open en lag het begingetal vast.'),
    status: z
      .enum(DRAW_STATES)
      .describe('open: de ronde moet nog komen. gesloten: de ronde rekent. onthuld: de ronde is klaar of mislukt.'),
    ronde: z
      .object({ id: z.uuid(), tijdvak: z.string(), aangevraagdOp: z.iso.datetime() })
      .nullable()
      .describe('De ronde waarin dit begingetal is gebruikt.'),
    seed: z.string().nullable().describe('Het begingetal zelf; pas bekend als de ronde klaar is.'),
  })
  .meta({ id: 'Loting' });
export type LotteryDrawDto = z.infer<typeof lotteryDrawSchema>;

export const lotteryDrawListQuerySchema = pageQuery({
  sortable: ['geopendOp'],
  order: '-geopendOp',
  filters: { regio: regionId.optional() },
});
export type LotteryDrawListQuery = z.infer<typeof lotteryDrawListQuerySchema>;
