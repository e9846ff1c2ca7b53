import { SYSTEM_IN_REGION } from './row-rules';
import { traceWrites } from './row-triggers';
import type { RunSql } from './run-sql';

interface TableGuard {
  /** What the application may do to the table at all, as GRANT says it. */
  readonly grants: readonly string[];
  readonly triggers?: readonly string[];
  /** What the log tells of each write; none: it is not traced. */
  readonly traced?: string;
  /** Who sees, makes, changes and removes which rows. Where it is not said: the system. */
  readonly sees: string;
  readonly makes?: string;
  readonly changes?: string;
  readonly removes?: string;
}

/** The rights on a new table, its triggers, the trace of each write, and who sees and makes its rows. */
export async function guardTable(
  run: RunSql,
  table: string,
  { grants, triggers = [], traced, sees, makes, changes, removes }: TableGuard,
): Promise<void> {
  for (const grant of grants) await run(`GRANT ${grant} ON "${table}" TO woonplek_app`);
  for (const trigger of triggers) await run(trigger);
  if (traced !== undefined) for (const trigger of traceWrites(table, traced)) await run(trigger);
  await run(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  await run(`CREATE POLICY "${table}_seen" ON "${table}" FOR SELECT USING (${sees})`);
  const made = makes ?? SYSTEM_IN_REGION;
  await run(`CREATE POLICY "${table}_made" ON "${table}" FOR INSERT WITH CHECK (${made})`);
  const changed = changes ?? SYSTEM_IN_REGION;
  await run(`CREATE POLICY "${table}_changed" ON "${table}" FOR UPDATE USING (${changed}) WITH CHECK (${changed})`);
  await run(`CREATE POLICY "${table}_removed" ON "${table}" FOR DELETE USING (${removes ?? SYSTEM_IN_REGION})`);
}
