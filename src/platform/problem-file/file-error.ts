import { z } from 'zod';
import { expectedText, formOfText } from './expected-text';
import { withoutFaults } from './readable';

/** One fault in a file: where, what stands there, and what should. In Dutch, for the person who made the file. */
export interface FileError {
  /** Keys and places from the top, such as `units/3/freePlaces`. */
  readonly pad: string;
  readonly waarde: unknown;
  readonly verwacht: string;
}

const inDutch = z.locales.nl().localeError;
const explain: z.core.$ZodErrorMap = (issue) => formOfText(issue) ?? inDutch(issue);

/** Some editors and spreadsheets put it before the first character. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** What is wrong with a file, and what of it has the right shape. */
export interface UnusableFile {
  readonly errors: readonly FileError[];
  readonly rest: unknown;
}

/** Reads JSON of one shape; every fault is named, none is mended. */
export function readJson<T>(schema: z.ZodType<T>, text: string): { readonly value: T } | UnusableFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    const verwacht = `geldige JSON${whereJsonEnds(text, error)}`;
    return { errors: [{ pad: '', waarde: text.slice(0, 80), verwacht }], rest: undefined };
  }
  const parsed = schema.safeParse(json, { error: explain, reportInput: true });
  if (parsed.success) return { value: parsed.data };
  const { issues } = parsed.error;
  return { errors: issues.flatMap(errorsOf), rest: withoutFaults(json, issues) };
}

function errorsOf(issue: z.core.$ZodIssue): FileError[] {
  const pad = issue.path.map(String).join('/');
  if (issue.code !== 'unrecognized_keys') return [{ pad, waarde: issue.input, verwacht: expectedOf(issue) }];
  return issue.keys.map((key) => ({
    pad: pad === '' ? key : `${pad}/${key}`,
    waarde: issue.input?.[key],
    verwacht: 'deze sleutel bestaat niet in dit formaat',
  }));
}

/** That something is required is plain where the file says that it is missing. */
function expectedOf(issue: z.core.$ZodIssue): string {
  return expectedText(issue, issue.input).replace(/^verplicht: /, '');
}

/** Engines say in English, and each in its own words, where a text stops being JSON; what they have in common, in Dutch. */
function whereJsonEnds(text: string, error: unknown): string {
  if (text.trim() === '') return '; het bestand is leeg';
  const reason = String(error);
  const at = Number(/position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
  if (/unexpected end|unterminated/i.test(reason) || at >= text.length) return '; het bestand houdt te vroeg op';
  return Number.isNaN(at) ? '' : `; het gaat mis op regel ${text.slice(0, at).split('\n').length}`;
}
