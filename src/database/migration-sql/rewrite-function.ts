import type { RunSql } from './run-sql';

/**
 * Changes one place in the text of a function that other migrations change too. Throws where the function does not say what has
 * to change.
 */
export async function rewriteFunction(run: RunSql, name: string, before: string, after: string): Promise<void> {
  const [{ body }] = (await run(`SELECT pg_get_functiondef($1::regprocedure) AS body`, [name])) as [{ body: string }];
  if (!body.includes(before)) throw new Error(`${name} does not say: ${before}`);
  // A function: in a plain replacement text a dollar sign has a meaning of its own.
  await run(body.replace(before, () => after));
}

/** Removes a household for good: names each table that goes with it. */
export const PURGE_HOUSEHOLD = 'purge_household(uuid, text, date, text, text)';
/** Refuses a change of a row that is only ever added: names the tables of which a purge may remove rows. */
export const REFUSE_REWRITE = 'refuse_rewrite()';
