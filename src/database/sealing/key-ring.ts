import type { FieldKeys } from '../../core/vocabulary/field-keys';

let ring: FieldKeys | undefined;

/** Gives this process the keys of its fields. One installation has one set, whatever databases it opens. */
export function useFieldKeys(keys: FieldKeys): void {
  ring = keys;
}

/** The keys of this process. Throws where a sealed field is touched before there are any. */
export function fieldKeys(): FieldKeys {
  if (ring === undefined) throw new Error('A sealed field was touched before the keys were opened');
  return ring;
}
