import type { z } from 'zod';
import type { RouteInput } from './route-inputs';

/**
 * Why a route's input is not safe to take, or undefined when it is. Every value from the request needs a schema, and every
 * object in it must refuse unknown keys (`z.strictObject`): otherwise a misspelt field would be dropped in silence.
 */
export function looseInput(input: RouteInput): string | undefined {
  const where = input.name ? `${input.in} '${input.name}'` : input.in;
  if (!input.schema) return `${where} has no schema`;
  const loose = looseObject(input.schema, []);
  return loose && `${where} takes unknown keys at '${loose.join('.') || '(root)'}': use z.strictObject`;
}

/** Kinds of schema that cannot hold an object, so have no keys to be strict about. */
const PLAIN: ReadonlySet<string> = new Set([
  'string',
  'number',
  'int',
  'boolean',
  'enum',
  'literal',
  'null',
  'date',
  'bigint',
]);

function looseObject(schema: z.core.$ZodType, path: readonly string[]): readonly string[] | undefined {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (PLAIN.has(def.type)) return undefined;
  if (def.type === 'object') {
    return def.catchall?._zod.def.type === 'never' ? firstLoose(Object.entries(def.shape), path) : path;
  }
  if (def.type === 'array') return looseObject(def.element, [...path, '[]']);
  if (def.type === 'union')
    return firstLoose(
      def.options.map((option) => ['', option] as const),
      path,
    );
  // A preprocess step has nothing to say about keys; the schema after it does.
  if (def.type === 'pipe') return looseObject(def.in._zod.def.type === 'transform' ? def.out : def.in, path);
  if ('innerType' in def) return looseObject(def.innerType, path);
  return path;
}

function firstLoose(
  parts: readonly (readonly [string, z.core.$ZodType])[],
  path: readonly string[],
): readonly string[] | undefined {
  for (const [key, part] of parts) {
    const loose = looseObject(part, key ? [...path, key] : path);
    if (loose) return loose;
  }
  return undefined;
}
