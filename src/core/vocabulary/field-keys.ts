/** A key for sealed fields, with a name that is stored beside what it seals. */
export interface FieldKey {
  readonly id: string;
  /** 32 bytes in base64, for AES-256. */
  readonly secret: string;
}

/** The first key seals; all of them open. */
export type FieldKeys = readonly [FieldKey, ...FieldKey[]];

export const FIELD_KEYS_FORM =
  'een of meer sleutels als naam:waarde, met komma’s ertussen en de nieuwste eerst; een naam heeft letters en cijfers, een waarde is base64 van 32 bytes';

const KEY = /^(?<id>[A-Za-z0-9]{1,20}):(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)$/;

/** Reads `name:base64,name:base64`, newest first; undefined where the text is anything else. */
export function parseFieldKeys(text: string): FieldKeys | undefined {
  const keys: FieldKey[] = [];
  for (const part of text.trim().split(/\s*,\s*/)) {
    const { id, secret } = KEY.exec(part)?.groups ?? {};
    if (id === undefined || secret === undefined || keys.some((key) => key.id === id)) return undefined;
    keys.push({ id, secret });
  }
  const [first, ...rest] = keys;
  return first && [first, ...rest];
}
