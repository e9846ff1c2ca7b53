import { In, type EntityManager, type EntityMetadata, type ObjectLiteral } from 'typeorm';
import { clientRequestKinds } from '../../core/review/client-request-transitions';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { OfferContactEntity } from '../../database/entities/offer-contact.entity';
import { PlacementEntity } from '../../database/entities/placement.entity';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { DATA_CATEGORIES } from '../../database/person-columns/data-categories';
import { PERSON_COLUMNS } from '../../database/person-columns/person-columns';
import { TRACED_TABLES } from '../../database/traced-tables';
import { dayIn } from '../../platform/clock';
import type { ClientExportDto } from './client-export.dto';
import { shownValue, type Names } from './export-values';

type Kind = ClientExportDto['gegevens'][number];

/** Tables whose rows have a name that people know them by; never of people. */
const NAMED = ['gemeente', 'wijk', 'complex', 'unit', 'organisation', 'doelgroep', 'urgency_category'] as const;
const IDS = /[A-Za-z0-9-]{2,60}/g;

/**
 * Every column of every table about a household, in plain Dutch: a table or column that is added to `PERSON_COLUMNS` is in
 * here by that alone. `leaveOut` names tables that this reader may not give.
 */
export async function exportRows(
  manager: EntityManager,
  householdId: string,
  leaveOut: readonly string[],
): Promise<Kind[]> {
  const tables = Object.keys(PERSON_COLUMNS).filter((table) => !leaveOut.includes(table));
  const found: { metadata: EntityMetadata; rows: ObjectLiteral[] }[] = [];
  for (const table of tables) {
    const metadata = manager.connection.entityMetadatas.find(({ tableName }) => tableName === table)!;
    found.push({ metadata, rows: await rowsOf(manager, metadata, householdId) });
  }
  const rows = found.flatMap((each) => each.rows);
  const names = new Map([...(await namesIn(manager, rows)), ...ownNames(rows)]);
  return found.flatMap(({ metadata, rows: of }) =>
    of.length === 0
      ? []
      : [{ soort: TRACED_TABLES[metadata.tableName]!, rijen: of.map((row) => rowAnswer(metadata, row, names)) }],
  );
}

async function rowsOf(manager: EntityManager, metadata: EntityMetadata, householdId: string): Promise<ObjectLiteral[]> {
  const repository = manager.getRepository<ObjectLiteral>(metadata.target);
  if (metadata.tableName === 'household') return repository.findBy({ id: householdId });
  if (metadata.findColumnWithPropertyName('householdId')) return repository.findBy({ householdId });
  const proposals = await manager.query<{ id: string }[]>('SELECT id FROM proposal WHERE household_id = $1', [
    householdId,
  ]);
  return repository.findBy({ proposalId: In(proposals.map(({ id }) => id)) });
}

/** The names of all that the rows refer to, wherever in a value the reference stands. */
async function namesIn(manager: EntityManager, rows: readonly ObjectLiteral[]): Promise<Names> {
  const words = [...new Set(JSON.stringify(rows).match(IDS) ?? [])];
  const names = new Map<string, string>();
  for (const table of NAMED) {
    const known = await manager.query<{ id: string; name: string }[]>(
      `SELECT id::text AS id, name FROM "${table}" WHERE id::text = ANY ($1)`,
      [words],
    );
    for (const { id, name } of known) names.set(id, name);
  }
  return names;
}

/** What rows of this household itself are called where another row refers to them. */
function ownNames(rows: readonly ObjectLiteral[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows) {
    if (row instanceof ClientRequestEntity) {
      const kind = clientRequestKinds.named(row.kind).naam.toLowerCase();
      names.set(row.id, `verzoek om ${kind} van ${row.receivedOn}`);
    } else if (row instanceof HouseholdMemberEntity) names.set(row.id, `${row.givenName} ${row.familyName}`);
    else if (row instanceof PlacementEntity) names.set(row.id, `plaatsing vanaf ${row.startDate}`);
    else if (row instanceof OfferContactEntity) names.set(row.id, `antwoord van ${row.onDay}`);
    else if (row instanceof ProposalEntity) names.set(row.id, `voorstel van ${dayOf(row.createdAt)}`);
    else if (row instanceof ProposalEventEntity) names.set(row.id, `besluit van ${dayOf(row.at)}`);
  }
  return names;
}

const dayOf = (moment: Date): string => dayIn('Europe/Amsterdam', moment);

function rowAnswer(metadata: EntityMetadata, row: ObjectLiteral, names: Names): Kind['rijen'][number] {
  const moment = (property: string): string | null =>
    row[property] instanceof Date ? row[property].toISOString() : null;
  const source: unknown = row.source;
  return {
    vastgelegdOp: moment('createdAt') ?? moment('at')!,
    gewijzigdOp: moment('updatedAt'),
    bron: typeof source === 'string' ? source : null,
    velden: Object.entries(PERSON_COLUMNS[metadata.tableName]!).map(([name, [words, category]]) => {
      const column = metadata.columns.find(({ databaseName }) => databaseName === name)!;
      const value = shownValue(column, row[column.propertyName], names);
      return { gegeven: words, categorie: DATA_CATEGORIES[category], waarde: value };
    }),
  };
}
