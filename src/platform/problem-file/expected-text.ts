import { z } from 'zod';

type Issue = z.core.$ZodIssue;

const inDutch = z.locales.nl().localeError;

const TYPES: Readonly<Record<string, string>> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  object: 'een JSON-object',
  record: 'een JSON-object',
  array: 'een lijst',
  date: 'een datum',
  null: 'null',
  nonoptional: 'een waarde',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'een UUID',
  guid: 'een UUID',
  date: 'een bestaande datum in de vorm jjjj-mm-dd',
  datetime: 'een tijdstip met tijdzone, zoals 2026-01-31T09:30:00Z',
  time: 'een tijd in de vorm uu:mm:ss',
  email: 'een e-mailadres',
  url: 'een URL',
  json_string: 'JSON',
};

/** One of them, and more. */
const SIZES: Readonly<Record<string, readonly [string, string]>> = {
  string: ['teken', 'tekens'],
  array: ['element', 'elementen'],
  set: ['element', 'elementen'],
  map: ['element', 'elementen'],
};

/**
 * What a schema wanted to see at the place of an issue, as the end of the Dutch sentence "hier wordt verwacht: …". A
 * message that a schema states itself wins over the general text.
 */
export function expectedText(issue: Issue, value: unknown): string {
  if (issue.code === 'custom' || issue.message !== generalMessage(issue, value)) return issue.message;
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? issue.expected;
      return value === undefined ? `verplicht: ${type}` : type;
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return issue.values.length === 1 ? values : `een van: ${values}`;
    }
    case 'too_big':
      return bound('ten hoogste', 'minder dan', issue.inclusive, issue.maximum, issue.origin);
    case 'too_small':
      return bound('ten minste', 'meer dan', issue.inclusive, issue.minimum, issue.origin);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ??
        (issue.pattern ? `tekst volgens het patroon ${issue.pattern}` : `tekst in de vorm ${issue.format}`)
      );
    case 'not_multiple_of':
      return `een veelvoud van ${issue.divisor}`;
    case 'invalid_union': {
      if ('options' in issue && Array.isArray(issue.options)) return `een van: ${issue.options.map(String).join(', ')}`;
      const options = issue.errors.flatMap((each) => each.slice(0, 1).map((first) => expectedText(first, value)));
      return options.length > 0 ? [...new Set(options)].join(', of ') : 'een van de beschreven vormen';
    }
    case 'unrecognized_keys':
      return 'dit veld bestaat niet; laat het weg';
    case 'invalid_key':
    case 'invalid_element':
      return issue.message;
  }
}

/**
 * For `safeParse`: names the form of a text also where no text stands at all, such as a date that is missing. The issue
 * itself says no more than that it wanted text.
 */
export const formOfText: z.core.$ZodErrorMap = ({ code, inst, input }) => {
  const form = code === 'invalid_type' && inst instanceof z.ZodStringFormat ? FORMATS[inst.format ?? ''] : undefined;
  return form && (input === undefined ? `verplicht: ${form}` : form);
};

function bound(
  atBound: string,
  beyond: string,
  inclusive: boolean | undefined,
  limit: number | bigint,
  origin: string,
): string {
  const size = SIZES[origin]?.[Number(limit) === 1 ? 0 : 1];
  return `${inclusive === false ? beyond : atBound} ${limit}${size ? ` ${size}` : ''}`;
}

/** The text that the locale gives when the schema itself says nothing; it names the type of the input, so it needs that. */
function generalMessage(issue: Issue, value: unknown): string | undefined {
  const said = inDutch({ ...issue, input: value } as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : said?.message;
}
