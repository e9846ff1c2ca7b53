import fc from './fast-check';
import type { RawRequest } from './raw-request';
import type { ApiOperation, ApiParameter, JsonSchema } from './openapi-operations';

/** A request with something wrong in it, and the fields that a 400 has to name. */
export interface HostileRequest extends RawRequest {
  readonly mustName: readonly string[];
}

/** Texts that have broken servers before. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  "'",
  "' OR '1'='1",
  '"; TRUNCATE unit; --',
  '%',
  '%_\\',
  '\\',
  '${7*7}',
  '{{7*7}}',
  '<script>x</script>',
  '../../etc/passwd',
  '\ud800',
  '𝕳\u202eé\u0301',
  '\ufeff',
  'NaN',
  '1e999',
  '-1',
  '0',
  '0x10',
  '9223372036854775808',
  '99999999999999999999999999',
  'null',
  '[]',
  '__proto__',
  'constructor',
  '2026-02-30',
  '0000-00-00',
  '+010000-01-01',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(61),
  'x'.repeat(5000),
];

/** Encoded in a way that no text has: each must be taken as a refusal of the request, not as an error of the server. */
const BROKEN_ENCODINGS = ['%', '%zz', '%ff', '%c0%af', '%ed%a0%80', '%u0041', '%00', '%2e%2e', '%0d%0aX-A: b'];

const VALUES: readonly unknown[] = [
  ...TEXTS,
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  [],
  {},
  [[]],
  [{ a: 1 }],
  { toString: 1, then: 1 },
  { $ne: null },
];

const BODIES_AS_TEXT = [
  '',
  ' ',
  'null',
  'true',
  '7',
  '"tekst"',
  '[]',
  '[{}]',
  '{',
  '{"a":1e400}',
  '{"a":1,"a":2}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"\\u0000":1}',
  '{"":""}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
  `{${Array.from({ length: 3000 }, (_, at) => `"veld${at}":${at}`).join(',')}}`,
];

const BODIES_AS_BYTES: readonly Pick<RawRequest, 'body' | 'headers'>[] = [
  { body: Buffer.from([0xff, 0xfe, 0x00, 0xd8]), headers: { 'Content-Type': 'application/json' } },
  { body: Buffer.from('{"a":"\xff"}', 'latin1'), headers: { 'Content-Type': 'application/json' } },
  { body: '{}', headers: { 'Content-Type': 'application/json; charset=utf-99' } },
  { body: Buffer.from('{}', 'utf16le'), headers: { 'Content-Type': 'application/json; charset=utf-16' } },
  { body: 'not gzip', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } },
  { body: '{}', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'zzz' } },
  { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  { body: '{}', headers: { 'Content-Type': 'x' } },
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/**
 * Requests for one operation: something that fits or something hostile at every place. `known` gives ids that exist, by the
 * name of the path they belong to, so that the hostile part also reaches code behind the first look-up.
 */
export function hostileRequests(
  operation: ApiOperation,
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<HostileRequest> {
  const inPath = operation.parameters.filter((each) => each.in === 'path');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  return fc
    .tuple(hostilePath(operation.path, inPath, known), hostileQuery(inQuery), hostileBody(operation))
    .map(([path, query, body]) => ({
      method: operation.method,
      path: path + query.text,
      body: body.body,
      headers: body.headers,
      // An address that cannot be read is refused before anybody looks at fields.
      mustName: isReadable(path + query.text) ? [...query.mustName, ...body.mustName] : [],
    }));
}

function hostilePath(
  path: string,
  parameters: readonly ApiParameter[],
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<string> {
  const values = parameters.map(({ name }) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(known[`${path}#${name}`] ?? '00000000-0000-4000-8000-000000000000') },
      { weight: 1, arbitrary: text.map(encode) },
      { weight: 1, arbitrary: fc.constantFrom(...BROKEN_ENCODINGS.map(asPath)) },
    ),
  );
  return fc
    .tuple(...values)
    .map((chosen) => parameters.reduce((at, { name }, index) => at.replace(`{${name}}`, chosen[index] ?? ''), path));
}

interface QueryPart {
  readonly text: string;
  readonly mustName: string | undefined;
}

function hostileQuery(parameters: readonly ApiParameter[]): fc.Arbitrary<{ text: string; mustName: string[] }> {
  const stranger: fc.Arbitrary<QueryPart> = fc.oneof(
    text.filter((name) => /^[\w.]+$/.test(name)).map((name) => ({ text: `${name}=1`, mustName: name })),
    fc.constantFrom(
      { text: '__proto__=1', mustName: '__proto__' },
      { text: 'hasOwnProperty=1', mustName: 'hasOwnProperty' },
      { text: 'a[b][c]=1', mustName: undefined },
      { text: '&&=&', mustName: undefined },
      { text: 'x=%ff', mustName: 'x' },
    ),
  );
  const parts = parameters.map(({ name, schema }): fc.Arbitrary<QueryPart> =>
    fc.oneof(
      text.map((sent) => ({ text: `${name}=${encode(sent)}`, mustName: undefined })),
      fc
        .constantFrom(...BROKEN_ENCODINGS.map(asPath))
        .map((sent) => ({ text: `${name}=${sent}`, mustName: undefined })),
      fc
        .constantFrom(...fitting(schema))
        .map((sent) => ({ text: `${name}=${encode(String(sent))}`, mustName: undefined })),
      fc.constant({ text: `${name}=a&${name}=b`, mustName: name }),
      fc.constant({ text: `${name}[x]=1`, mustName: undefined }),
    ),
  );
  const nothing = { weight: 3, arbitrary: fc.constant<QueryPart | undefined>(undefined) };
  return fc
    .tuple(
      fc.oneof(nothing, { weight: 1, arbitrary: stranger }),
      ...parts.map((part) => fc.oneof({ ...nothing, weight: parts.length }, { weight: 1, arbitrary: part })),
    )
    .map((chosen) => {
      const present = chosen.filter((each) => each !== undefined);
      return {
        text: present.length > 0 ? `?${present.map((each) => each.text).join('&')}` : '',
        mustName: present.flatMap((each) => each.mustName ?? []),
      };
    });
}

type Body = Pick<RawRequest, 'body' | 'headers'> & { readonly mustName: readonly string[] };

const JSON_TYPE = { 'Content-Type': 'application/json' };

function hostileBody({ method, body }: ApiOperation): fc.Arbitrary<Body> {
  const none: Body = { mustName: [] };
  if (method === 'GET') return fc.constant(none);
  const raw = fc.constantFrom(...BODIES_AS_TEXT).map((each) => ({ body: each, headers: JSON_TYPE, mustName: [] }));
  const bytes = fc.constantFrom(...BODIES_AS_BYTES).map((each) => ({ ...each, mustName: [] }));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(none) },
    { weight: 3, arbitrary: raw },
    { weight: 2, arbitrary: bytes },
    { weight: 10, arbitrary: hostileObject(body ?? {}) },
  );
}

/** An object with fields that fit, fields with something hostile in them, fields of a wrong type and fields that do not exist. */
function hostileObject(schema: JsonSchema): fc.Arbitrary<Body> {
  const fields = Object.entries(schema.properties ?? {});
  type Sent = { readonly is: 'absent' } | { readonly is: 'wrong' | 'any'; readonly value: unknown };
  const choices = fields.map(([, field]): fc.Arbitrary<Sent> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<Sent>({ is: 'absent' }) },
      { weight: 4, arbitrary: fc.constantFrom(...fitting(field)).map((each): Sent => ({ is: 'any', value: each })) },
      { weight: 3, arbitrary: value.map((each): Sent => ({ is: 'any', value: each })) },
      {
        weight: 2,
        arbitrary: fc.constantFrom({ a: 1 }, [{}], [['x']]).map((each): Sent => ({ is: 'wrong', value: each })),
      },
    ),
  );
  const strangers = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Record<string, unknown>>({}) },
    { weight: 1, arbitrary: value.map((each): Record<string, unknown> => ({ bestaatNiet: each })) },
  );
  return fc.tuple(strangers, ...choices).map(([extra, ...sent]) => {
    const object: Record<string, unknown> = { ...extra };
    const mustName = Object.keys(extra);
    for (const [index, [name]] of fields.entries()) {
      const choice = sent[index];
      if (choice === undefined || choice.is === 'absent') {
        if (schema.required?.includes(name)) mustName.push(name);
        continue;
      }
      object[name] = choice.value;
      if (choice.is === 'wrong') mustName.push(name);
    }
    return { body: JSON.stringify(object), headers: JSON_TYPE, mustName };
  });
}

/** Values at and beyond the edges of what a schema allows. */
function fitting(schema: JsonSchema): readonly unknown[] {
  if (schema.anyOf) return schema.anyOf.flatMap(fitting);
  if (schema.enum) return schema.enum;
  if (schema.format === 'uuid') return ['00000000-0000-4000-8000-000000000000'];
  if (schema.format === 'date') return ['2026-12-01', '0001-01-01', '9999-12-31'];
  if (schema.format === 'date-time') return ['2026-12-01T00:00:00Z', '2026-12-01T00:00:00+14:00'];
  if (schema.type === 'integer' || schema.type === 'number') {
    return [1, schema.minimum ?? 0, schema.maximum ?? 2_147_483_648, (schema.maximum ?? 9e15) + 1];
  }
  if (schema.type === 'boolean') return [true, false];
  return ['assen', 'a', 'x'.repeat(schema.maxLength ?? 200)];
}

function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch {
    return false;
  }
}

/** Percent-encodes any text, also one that is not well-formed Unicode. */
function encode(raw: string): string {
  return [...Buffer.from(raw, 'utf8')]
    .map((byte) => (/[\w.-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hex(byte)))
    .join('');
}

function hex(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`;
}

/** Node's client refuses raw spaces and line ends in a path. */
function asPath(raw: string): string {
  return raw.replaceAll(' ', '%20');
}
