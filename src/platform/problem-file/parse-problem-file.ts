import type { Problem } from '../../core/matching/problem';
import { checkReferences } from './check-references';
import { readJson, type FileError } from './file-error';
import { problemSchema } from './problem.schema';
import type { Readable } from './readable';

/** A problem that is whole and consistent, or everything that is wrong with the file. */
export function parseProblemFile(
  text: string,
): { readonly problem: Problem } | { readonly errors: readonly FileError[] } {
  const read = readJson(problemSchema, text);
  if ('errors' in read) {
    const rest = (read.rest ?? {}) as Readable<Problem>;
    return { errors: [...read.errors, ...checkReferences(rest)] };
  }
  const errors = checkReferences(read.value);
  return errors.length > 0 ? { errors } : { problem: read.value };
}
