import { z } from 'zod';

/** One fault in a file: where, what stands there, and what should. In Dutch, for the person who made the file. */
export interface FileError {
  /** Keys and places from the top, such as `units/3/freePlaces`. */
  readonly pad: string;
  readonly waarde: unknown;
  readonly verwacht: string;
}

const DUTCH = z.locales.nl().localeError;

/** Reads JSON of one shape; every fault is named, none is mended. */
export function readJson<T>(schema: z.ZodType<T>, text: string): { value: T } | { errors: readonly FileError[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { errors: [{ pad: '', waarde: text.slice(0, 80), verwacht: `geldige JSON (${reason})` }] };
  }
  const parsed = schema.safeParse(json, { error: DUTCH, reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { errors: parsed.error.issues.flatMap(errorsOf) };
}

function errorsOf(issue: z.core.$ZodIssue): FileError[] {
  const pad = issue.path.map(String).join('/');
  if (issue.code !== 'unrecognized_keys') return [{ pad, waarde: issue.input, verwacht: issue.message }];
  return issue.keys.map((key) => ({
    pad: pad === '' ? key : `${pad}/${key}`,
    waarde: issue.input?.[key],
    verwacht: 'deze sleutel bestaat niet in dit formaat',
  }));
}
