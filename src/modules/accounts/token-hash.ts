import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie: 256 bits of chance. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. Without salt: 256 bits of chance cannot be guessed from a list. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
