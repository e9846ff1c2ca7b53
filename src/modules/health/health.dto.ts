import { z } from 'zod';

const part = z.enum(['goed', 'storing']);

const mail = z.object({
  ingesteld: z.boolean().describe('Of er een mailserver is ingesteld; zo niet, dan gaat er geen mail uit.'),
  oudsteWachtMinuten: z
    .int()
    .nullable()
    .describe('Hoe lang de oudste mail wacht die weg had moeten zijn; leeg: er wacht geen mail.'),
});

export const healthSchema = z
  .object({ status: z.literal('goed'), database: part, wachtrij: part, mail })
  .meta({ id: 'Gezondheid' });
export type HealthDto = z.infer<typeof healthSchema>;
