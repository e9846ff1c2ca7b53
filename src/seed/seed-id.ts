import { createHash } from 'node:crypto';

/**
 * The id of a row that comes from a seed file: a UUID (version 8, RFC 9562) made from its name, so that a region has the
 * same ids in every installation and a round on it can be repeated anywhere.
 */
export function seedId(regionId: string, kind: string, ...name: readonly string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([regionId, kind, ...name]))
    .digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0b0011) | 0b1000).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
