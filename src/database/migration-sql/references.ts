import type { RunSql } from './run-sql';

export const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';
export const CASCADE = 'ON DELETE CASCADE ON UPDATE NO ACTION';
export const SET_NULL = 'ON DELETE SET NULL ON UPDATE NO ACTION';
const DEFERRED = `${NO_ACTION} DEFERRABLE INITIALLY DEFERRED`;

/** A column that refers to a row of another table, and what happens when that row goes. */
export type Reference = readonly [column: string, target: string, rule?: string];

export const RECORDED_BY: readonly Reference[] = [
  ['created_by', 'account', DEFERRED],
  ['updated_by', 'account', DEFERRED],
];

export async function addReferences(run: RunSql, table: string, references: readonly Reference[]): Promise<void> {
  for (const [column, target, rule = ''] of references) {
    await run(
      `ALTER TABLE "${table}" ADD CONSTRAINT "${table}_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
    );
  }
}
