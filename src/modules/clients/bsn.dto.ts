import { z } from 'zod';
import { isBsn } from '../../core/vocabulary/bsn';

const memberId = z.uuid().describe('Het lid van het huishouden.');

/** The numbers of one household; null: not known. */
export const bsnSchema = z
  .object({
    id: z.uuid(),
    leden: z.array(z.object({ id: z.uuid(), naam: z.string(), bsn: z.string().nullable() })),
  })
  .meta({ id: 'Bsn' });
export type BsnDto = z.infer<typeof bsnSchema>;

export const bsnRecordSchema = z
  .strictObject({
    lid: memberId,
    bsn: z
      .string()
      .refine(isBsn, { error: 'een burgerservicenummer: negen cijfers die aan de elfproef voldoen' })
      .nullable()
      .describe('Het burgerservicenummer; leeg (null) wist wat er stond.'),
  })
  .meta({ id: 'BsnVastleggen' });
export type BsnRecordDto = z.infer<typeof bsnRecordSchema>;
