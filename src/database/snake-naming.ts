import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table } from 'typeorm';

const MAX_IDENTIFIER = 63;

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Tables, columns and constraints in snake case, so that a violated constraint is named after what it guards. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, givenName: string | undefined): string {
    return givenName ?? snake(className.replace(/Entity$/, ''));
  }

  override columnName(property: string, givenName: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), givenName ?? snake(property)].join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return this.constraint(table, [], 'pk');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.constraint(table, columns, 'key');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.constraint(table, columns, 'fk');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return this.constraint(table, columns, 'idx');
  }

  private constraint(table: Table | string, columns: string[], kind: string): string {
    const name = [this.getTableName(table), ...columns, kind].join('_');
    if (name.length <= MAX_IDENTIFIER) return name;
    const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
    return `${name.slice(0, MAX_IDENTIFIER - mark.length - kind.length - 2)}_${mark}_${kind}`;
  }
}
