import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * States what a handler answers when all goes well: `@Answers(pageSchema(homeSchema), {description: '…'})`. The schema is
 * the output side and lands in openapi.json; the problem answers are added to every route there and need no mention.
 */
export function Answers(
  schema: z.ZodType,
  options: { readonly status?: 200 | 201 | 202; readonly description: string },
): MethodDecorator {
  return ApiResponse({
    status: options.status ?? 200,
    description: options.description,
    standardSchema: schema as never,
  });
}
