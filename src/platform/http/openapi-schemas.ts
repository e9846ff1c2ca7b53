import { z } from 'zod';

interface Converted {
  readonly schema: unknown;
  readonly components: Record<string, unknown>;
}

/**
 * Turns a Zod schema into JSON Schema for openapi.json. A schema with `.meta({id})` becomes a component under that name;
 * two different shapes under one name are refused.
 */
export function schemaConverter(): (
  schema: unknown,
  options: { schemaType: 'input' | 'output' },
) => Converted | undefined {
  const seen = new Map<string, string>();
  return (schema, { schemaType }) => {
    if (!(schema instanceof z.core.$ZodType)) return undefined;
    const {
      $schema: _,
      $defs,
      ...root
    } = withComponentReferences(
      z.toJSONSchema(schema, {
        target: 'draft-2020-12',
        io: schemaType,
        unrepresentable: 'any',
        override: ({ jsonSchema }) => trimBounds(jsonSchema),
      }),
    );
    const components: Record<string, unknown> = {};
    const keep = (name: string, shape: object): void => {
      const { id: __, ...rest } = shape as { id?: string };
      const text = JSON.stringify(rest);
      if ((seen.get(name) ?? text) !== text) throw new Error(`Two different schemas are called '${name}' in the API`);
      seen.set(name, text);
      components[name] = rest;
    };
    for (const [name, shape] of Object.entries($defs ?? {})) keep(name, shape);
    const name = typeof root['id'] === 'string' ? root['id'] : undefined;
    if (name === undefined) return { schema: root, components };
    keep(name, root);
    return { schema: { $ref: `#/components/schemas/${name}` }, components };
  };
}

/** Zod puts named schemas in `$defs` of each schema; in openapi.json they live in one place for all. */
function withComponentReferences<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
}

/** The bounds of a safe integer say nothing to a reader. */
function trimBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
