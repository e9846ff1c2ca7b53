import { z } from 'zod';
import { planSchema } from './plan.schema';

const id = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'een SHA-256: 64 tekens van 0 tot en met f');
const place = z.int().min(0);
const whole = z.union([z.int(), z.string().regex(/^-?[1-9]\d{0,200}$/)], {
  error: 'een geheel getal, of een geheel getal als tekst',
});
const pair = z.tuple([id, id]).readonly();

const multipliers = z.strictObject({ scale: whole, rows: z.array(z.tuple([place, whole]).readonly()) });

const round = z.strictObject({
  multipliers,
  learnt: z.array(multipliers.extend({ fromUpper: z.array(place).optional() })),
});

const node = z.strictObject({
  multipliers: z.array(multipliers),
  split: z.tuple([place, z.int()]).readonly().optional(),
});

/** The receipt file, key for key as core's `ReceiptFile`. */
export const receiptSchema = z.strictObject({
  format: z.literal('woonplek-receipt/2'),
  regionId: id,
  problemHash: hash,
  policyHash: hash,
  planHash: hash,
  policyVersion: z.string().min(1),
  seed: id,
  engine: planSchema.shape.engine,
  columns: z.array(
    z.strictObject({
      pair: pair.optional(),
      shortageOf: place.optional(),
      part: place,
      lower: z.int().optional(),
      upper: z.int().optional(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      ruleId: id.nullable(),
      key: z.string().min(1).max(1_000),
      lower: z.int().optional(),
      upper: z.int().optional(),
      columns: z.array(place),
      weights: z.array(z.int()).optional(),
    }),
  ),
  levels: z.array(
    planSchema.shape.levels.element.extend({
      constant: z.int(),
      worth: z.array(z.tuple([place, z.int()]).readonly()),
      proofs: z.array(
        z.strictObject({
          witness: z.array(place).optional(),
          rounds: z.array(round).optional(),
          nodes: z.array(node).min(1),
        }),
      ),
    }),
  ),
  matches: z.array(pair),
});
