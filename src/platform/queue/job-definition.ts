import type { z } from 'zod';

/** A kind of work: its name, the shape of its payload and how often it is tried. The handler is a separate class. */
export interface JobDefinition<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly attempts: number;
  /** Milliseconds before the first repeat; each next one waits twice as long. */
  readonly backoffMilliseconds: number;
}

/**
 * Defines a kind of work. A job is carried at least once, on any backend, so its handler must be repeatable. Keep the
 * payload to ids: the database is the truth and the queue only carries.
 */
export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  options: { readonly attempts?: number; readonly backoffMilliseconds?: number } = {},
): JobDefinition<Payload> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`Job name '${name}' is not kebab-case`);
  return { name, payload, attempts: options.attempts ?? 3, backoffMilliseconds: options.backoffMilliseconds ?? 1000 };
}
