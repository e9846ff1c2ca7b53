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

function looseObject(schema: z.core.$ZodType, path: readonly string[]): readonly string[] | undefined {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      if (def.catchall?._zod.def.type !== 'never') return path;
      return firstLoose(Object.entries(def.shape), path);
    case 'array':
      return looseObject(def.element, [...path, '[]']);
    case 'union':
      return firstLoose(
        def.options.map((option) => ['', option] as const),
        path,
      );
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return looseObject(def.innerType, path);
    case 'pipe':
      // A preprocess step has nothing to say about keys; the schema after it does.
      return looseObject(def.in._zod.def.type === 'transform' ? def.out : def.in, path);
    default:
      return undefined;
  }
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
