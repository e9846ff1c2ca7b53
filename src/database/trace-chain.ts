import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { TraceLog } from './entities/trace-link.entity';

/** A place in the chain, as somebody can note it elsewhere. */
export interface ChainHead {
  readonly position: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface TraceFault {
  /** Null: the chain itself is shorter than, or other than, what was noted. */
  readonly row: { readonly log: TraceLog; readonly id: string } | null;
  readonly position: number | null;
  readonly kind: 'changed' | 'removed' | 'gap' | 'never-sealed' | 'not-as-noted';
}

export interface TraceVerdict {
  readonly links: number;
  readonly head: ChainHead | null;
  /** The first thing that does not fit; null: everything does. */
  readonly fault: TraceFault | null;
}

const ROWS_AT_ONCE = 5000;
const NOTHING_BEFORE = Buffer.alloc(32);

const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * The text of each link as `seal_traces` made it, from the rows as they are now. It asks PostgreSQL for the text and hashes it
 * here, so that nothing in the database that somebody could have replaced takes part.
 */
const LINES = `
  SELECT l.position, l.log, l.row_id AS "rowId", encode(l.hash, 'hex') AS hash,
         jsonb_build_array(l.position, ${utc('l.at')}, l.log, CASE l.log
           WHEN 'access' THEN jsonb_build_array(a.id, ${utc('a.at')}, a.region_id, a.actor, a.role, a.organisation_id,
             a.action, a.object_type, a.object_ids, a.outcome, a.origin, a.purpose, a.request_id)
           ELSE jsonb_build_array(c.id, ${utc('c.at')}, c.region_id, c.actor, c.role, c.organisation_id, c.table_name,
             c.row_id, c.operation, c.household_id, c.before, c.after) END)::text AS line,
         coalesce(a.id, c.id) IS NULL AS removed
    FROM trace_link l
    LEFT JOIN access_log a ON l.log = 'access' AND a.id = l.row_id
    LEFT JOIN change_log c ON l.log = 'change' AND c.id = l.row_id
   WHERE l.position > $1 ORDER BY l.position LIMIT ${ROWS_AT_ONCE}`;

interface Line {
  readonly position: string;
  readonly log: TraceLog;
  readonly rowId: string;
  readonly hash: string;
  readonly line: string;
  readonly removed: boolean;
}

/** A row that has no link and does not wait for one was kept from the chain; one that waits and is gone was removed. */
const LOOSE = `
  SELECT log, id, removed FROM (
    SELECT 'access' AS log, id, false AS removed FROM access_log
    UNION ALL SELECT 'change', id, false FROM change_log
  ) r
  WHERE NOT EXISTS (SELECT FROM trace_link l WHERE l.log = r.log AND l.row_id = r.id)
    AND NOT EXISTS (SELECT FROM trace_pending p WHERE p.log = r.log AND p.row_id = r.id)
  UNION ALL
  SELECT p.log, p.row_id, true FROM trace_pending p
   WHERE NOT EXISTS (SELECT FROM access_log a WHERE p.log = 'access' AND a.id = p.row_id)
     AND NOT EXISTS (SELECT FROM change_log c WHERE p.log = 'change' AND c.id = p.row_id)
  ORDER BY 1, 2 LIMIT 1`;

/** Links every row that waits, and returns how many. Any number of processes may do so at once. */
export async function sealTraces(dataSource: DataSource): Promise<number> {
  for (let total = 0; ;) {
    const [{ sealed }] = await dataSource.query<[{ sealed: number }]>('SELECT seal_traces($1) AS sealed', [
      ROWS_AT_ONCE,
    ]);
    total += sealed;
    if (sealed < ROWS_AT_ONCE) return total;
  }
}

/**
 * Recomputes the whole chain and names the first thing that does not fit. `noted` is a head that was written down earlier,
 * outside the database: without one, nobody can see that the end of the logs was cut off together with its links.
 */
export function verifyTraces(dataSource: DataSource, noted: ChainHead | null = null): Promise<TraceVerdict> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const { links, head, fault } = await walk(manager, noted);
    return { links, head, fault: fault ?? (await looseRow(manager)) };
  });
}

async function walk(manager: EntityManager, noted: ChainHead | null): Promise<TraceVerdict> {
  let previous = NOTHING_BEFORE;
  let position = 0;
  for (;;) {
    const lines = await manager.query<Line[]>(LINES, [position]);
    for (const { line, hash, removed, log, rowId, position: at } of lines) {
      const head = position === 0 ? null : { position, hash: previous.toString('hex') };
      const verdict = (kind: TraceFault['kind']): TraceVerdict => ({
        ...{ links: position, head },
        fault: { row: { log, id: rowId }, position: Number(at), kind },
      });
      if (Number(at) !== position + 1) return verdict('gap');
      if (removed) return verdict('removed');
      previous = createHash('sha256').update(previous).update(line, 'utf8').digest();
      if (previous.toString('hex') !== hash) return verdict('changed');
      position += 1;
      if (position === noted?.position && noted.hash !== hash) return verdict('not-as-noted');
    }
    if (lines.length < ROWS_AT_ONCE) break;
  }
  const isCutOff = noted !== null && noted.position > position;
  return {
    links: position,
    head: position === 0 ? null : { position, hash: previous.toString('hex') },
    fault: isCutOff ? { row: null, position: noted.position, kind: 'not-as-noted' } : null,
  };
}

async function looseRow(manager: EntityManager): Promise<TraceFault | null> {
  const [loose] = await manager.query<{ log: TraceLog; id: string; removed: boolean }[]>(LOOSE);
  if (!loose) return null;
  return { row: { log: loose.log, id: loose.id }, position: null, kind: loose.removed ? 'removed' : 'never-sealed' };
}
