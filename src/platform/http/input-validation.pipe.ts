import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';

/** Thrown when one part of the input fails its schema; the interceptor turns it into one answer with all faults. */
export class InputRefused extends Error {}

/** Validates and converts every `@Body({schema})`, `@Query({schema})` and `@Param('name', {schema})`. */
export function inputValidationPipe(): StandardSchemaValidationPipe {
  z.config(z.locales.nl());
  return new StandardSchemaValidationPipe({ exceptionFactory: () => new InputRefused('Ongeldige invoer') });
}
