import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/** The version of Woonplek as a product; that of its API goes its own way. */
export function productVersion(): string {
  const file = path.resolve(__dirname, '..', '..', 'package.json');
  return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
