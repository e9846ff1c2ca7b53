import type { ValueTransformer } from 'typeorm';
import { fieldKeys } from './key-ring';
import { open, seal } from './sealed-text';

/** Turns a value into sealed text on its way to the database, and back. `column` is `table.column`. */
export class Sealed implements ValueTransformer {
  constructor(readonly column: string) {}

  to(value: unknown): unknown {
    // TypeORM also sends operators through, such as those of a condition; a sealed field can be in none.
    return value === undefined || value === null ? value : seal(value, this.column, fieldKeys());
  }

  from(stored: unknown): unknown {
    return typeof stored === 'string' ? open(stored, this.column, fieldKeys()) : stored;
  }
}
