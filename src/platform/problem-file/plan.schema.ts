import { z } from 'zod';

const id = z.string().min(1);
const count = z.int().min(0);

/** The plan file, key for key as core's `Plan`. */
export const planSchema = z.strictObject({
  format: z.literal('woonplek-plan/1'),
  problemHash: z.string().regex(/^[0-9a-f]{64}$/),
  regionId: id,
  policyVersion: id,
  seed: id,
  engine: z.strictObject({ id: z.string(), version: z.string() }),
  status: z.enum(['optimal', 'feasible']),
  matches: z.array(
    z.strictObject({
      householdId: id,
      unitId: id,
      plannedStart: z.iso.date(),
      decidedAtLevel: z.int().min(1).nullable(),
    }),
  ),
  levels: z.array(
    z.strictObject({
      level: z.int().min(1),
      objectiveId: id,
      epsilon: count,
      value: z.int(),
      bound: z.int(),
      proven: z.boolean(),
      method: z.enum(['lp-bound', 'branch-and-bound', 'not-proven']),
    }),
  ),
  statistics: z.strictObject({
    households: count,
    units: count,
    freePlaces: count,
    eligiblePairs: count,
    rows: count,
    components: count,
  }),
});
