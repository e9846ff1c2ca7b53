import type { QueryRunner } from 'typeorm';

export type RunSql = (sql: string, values?: unknown[]) => Promise<unknown>;

/**
 * How a migration runs its statements. What stands in this folder makes the SQL of migrations that databases have run: it may
 * be written in another way, but what it makes stays the same to the letter.
 */
export const runSql =
  (queryRunner: QueryRunner): RunSql =>
  (sql, values) =>
    queryRunner.query(sql, values);
