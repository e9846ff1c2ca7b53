import { SetMetadata } from '@nestjs/common';

export const READS_PERSONS = 'woonplek:reads-persons';

export interface PersonRead {
  /** What is done, as `object.verb`. */
  readonly action: string;
  /** The kind of thing whose ids are logged: 'household', 'proposal', 'match-run'. */
  readonly objectType: string;
  /** Why this data may be read here, or what the caller says why; Dutch, shown in the access log. */
  readonly purpose: string | ((query: Readonly<Record<string, unknown>>) => string);
  /** The ids of what was shown, out of the handler's result and the path parameters. */
  readonly ids: (result: unknown, params: Readonly<Record<string, string>>) => readonly string[];
}

/**
 * For every handler whose answer speaks of a person. A row is written to the access log before the answer leaves, also when
 * the call is refused or fails; when the row cannot be written the caller gets a 500 and no data.
 */
export function ReadsPersons<Result>(
  read: Omit<PersonRead, 'ids' | 'purpose'> & {
    readonly purpose?: PersonRead['purpose'];
    readonly ids: (result: Result, params: Readonly<Record<string, string>>) => readonly string[];
  },
): MethodDecorator {
  return SetMetadata(READS_PERSONS, { purpose: 'Toewijzen van woonruimte', ...read } as PersonRead);
}
