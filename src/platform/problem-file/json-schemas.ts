import { z } from 'zod';
import { planSchema } from './plan.schema';
import { problemSchema } from './problem.schema';
import { receiptSchema } from './receipt.schema';

/** The JSON Schema of each file format, by its file name in `docs/`. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'problem.schema.json': asJson(problemSchema, 'Woonplek: probleem van één matchronde'),
    'plan.schema.json': asJson(planSchema, 'Woonplek: plan van één matchronde'),
    'receipt.schema.json': asJson(receiptSchema, 'Woonplek: bewijs van één matchronde'),
  };
}

function asJson(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) }, null, 2)}\n`;
}
