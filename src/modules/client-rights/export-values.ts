import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { housingForms } from '../../core/vocabulary/code-lists';
import { CODE_WORDS, FACT_WORDS, INNER_WORDS, ruleTitle } from './export-words';

/** The names behind ids: of homes, areas and organisations, and never of people. */
export type Names = ReadonlyMap<string, string>;

const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const OUTCOMES: Readonly<Record<string, string>> = {
  holds: 'klopt',
  fails: 'klopt niet',
  unknown: 'niet te beoordelen',
  excepted: 'uitzondering',
};
/** A place that somebody stays away from, or wants to be near, can be somebody else's home (AVG article 15 lid 4). */
const LEFT_OUT = new Set(['point']);

interface Check {
  readonly ruleId?: string;
  readonly outcome?: string;
  readonly facts?: object;
}

/** A value of a column as a client reads it. Null: nothing is known. */
export function shownValue(column: ColumnMetadata, value: unknown, names: Names): string | null {
  if (value === null || value === undefined || value === '') return null;
  const place = `${column.entityMetadata.tableName}.${column.databaseName}`;
  if (place === 'proposal.justification') return 'Zie de uitleg bij de voorstellen.';
  if (place === 'proposal_event.checks')
    return (value as readonly Check[]).map((each) => checkText(each, names)).join('\n') || 'geen';
  // The column says that return is not safe; its words ask whether it is.
  if (place === 'household.herkomst_waived') return value === true ? 'niet veilig' : 'geen bezwaar bekend';
  if (place === 'household.facts') return factsText(value, names);
  if (place.endsWith('_cents')) return euro.format(Number(value) / 100);
  if (isAccount(column)) return 'een medewerker';
  return leaf(value, names, CODE_WORDS[place]);
}

/** Columns that say which person of the staff did something: the client is told the role. */
function isAccount({ entityMetadata, databaseName }: ColumnMetadata): boolean {
  return entityMetadata.foreignKeys.some(
    ({ columnNames, referencedEntityMetadata }) =>
      columnNames.includes(databaseName) && referencedEntityMetadata.tableName === 'account',
  );
}

function leaf(value: unknown, names: Names, words: ((code: string) => string | undefined) | undefined): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => leaf(each, names, words)).join(', ') || 'geen';
  if (typeof value === 'object' && value !== null) return inner(value, names);
  const text = String(value);
  return words?.(text) ?? names.get(text) ?? housingForm(text) ?? text;
}

function housingForm(code: string): string | undefined {
  return housingForms.entries.find(({ internal }) => internal === code)?.nl;
}

function factsText(facts: object, names: Names): string {
  const lines = Object.entries(facts).map(
    ([name, value]) =>
      `${(FACT_WORDS as Readonly<Record<string, string>>)[name] ?? name}: ${leaf(value, names, undefined)}`,
  );
  return lines.join('\n') || 'geen';
}

function inner(value: object, names: Names): string {
  return Object.entries(value)
    .filter(([name, each]) => !LEFT_OUT.has(name) && each !== null)
    .map(([name, each]) => `${INNER_WORDS[name] ?? name} ${leaf(each, names, undefined)}`)
    .join(', ');
}

function checkText({ ruleId, outcome, facts }: Check, names: Names): string {
  if (ruleId === undefined) return 'een nieuwe ronde';
  const title = ruleTitle(ruleId) ?? ruleId;
  const compared = facts === undefined ? '' : inner(facts, names);
  return `${title}: ${OUTCOMES[outcome ?? ''] ?? 'onbekend'}${compared === '' ? '' : ` (${compared})`}`;
}
