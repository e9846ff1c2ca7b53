import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FieldKey, FieldKeys } from '../../core/vocabulary/field-keys';

/** How every sealed text begins. */
export const SEAL_VERSION = 's1';
const ALGORITHM = 'aes-256-gcm';
/** NIST SP 800-38D: 96 bits, new for every text. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Texts are filled up to a multiple of this, so that their length tells little. */
const BLOCK_BYTES = 64;

/** A sealed text cannot be opened: it was changed, stands in another column, or its key is not there. */
export class SealError extends Error {}

/**
 * Seals a value (JSON) with the first key: AES-256-GCM, bound to the name of its column, as
 * `s1:<name of the key>:<base64url of nonce, tag and text>`.
 */
export function seal(value: unknown, column: string, [key]: FieldKeys): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, Buffer.from(key.secret, 'base64'), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(column));
  const text = Buffer.concat([cipher.update(padded(JSON.stringify(value))), cipher.final()]);
  return `${SEAL_VERSION}:${key.id}:${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
}

/** Opens what `seal` made for the same column. Throws `SealError`, which names the column and never the value. */
export function open(sealed: string, column: string, keys: FieldKeys): unknown {
  const [, , body] = partsOf(sealed);
  const key = keyOf(sealed, column, keys);
  const bytes = Buffer.from(body ?? '', 'base64url');
  try {
    const decipher = createDecipheriv(ALGORITHM, Buffer.from(key.secret, 'base64'), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(column));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(text.toString()) as unknown;
  } catch {
    throw new SealError(`Een waarde van ${column} is niet te openen: zij is veranderd of hoort ergens anders.`);
  }
}

/** Whether a text is sealed at all. */
export function isSealed(text: string): boolean {
  return partsOf(text)[0] === SEAL_VERSION;
}

function keyOf(sealed: string, column: string, keys: FieldKeys): FieldKey {
  const [version, id] = partsOf(sealed);
  if (version !== SEAL_VERSION) throw new SealError(`Een waarde van ${column} is niet verzegeld.`);
  const key = keys.find((each) => each.id === id);
  if (key === undefined) throw new SealError(`De sleutel ${id} waarmee ${column} is verzegeld, is er niet.`);
  return key;
}

function partsOf(text: string): string[] {
  return text.split(':', 3);
}

/** JSON takes no notice of spaces behind it. */
function padded(json: string): Buffer {
  const bytes = Buffer.from(json);
  const left = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  return Buffer.concat([bytes, Buffer.alloc(left, ' ')]);
}
