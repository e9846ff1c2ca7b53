import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** A new key as it stands in a file or a variable. */
export function newFieldKey(id: string): string {
  return `${id}:${randomBytes(SECRET_BYTES).toString('base64')}`;
}
