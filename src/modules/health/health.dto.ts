import { z } from 'zod';

const part = z.enum(['goed', 'storing']);

export const healthSchema = z
  .object({ status: z.literal('goed'), database: part, wachtrij: part })
  .meta({ id: 'Gezondheid' });
export type HealthDto = z.infer<typeof healthSchema>;
