import type { DataSource } from 'typeorm';
import { PERSON_COLUMNS } from '../../src/database/person-columns/person-columns';

/** Shorter ones are found in any text. */
const SHORTEST = 4;

/** Every text and moment in the tables about households, opened, and in those that are named: what may not leak. */
export async function valuesAboutPersons(app: DataSource, others: readonly string[]): Promise<Set<string>> {
  const values = new Set<string>();
  const collect = (value: unknown): void => {
    if (value instanceof Date) values.add(value.toISOString());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else if (typeof value === 'string' && value.length >= SHORTEST) values.add(value);
  };
  for (const { tableName, target } of app.entityMetadatas) {
    if (tableName in PERSON_COLUMNS || others.includes(tableName)) collect(await app.manager.find(target));
  }
  return values;
}
