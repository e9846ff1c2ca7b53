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
  readonly kind: 'changed' | 'removed' | 'gap' | 'never-sealed' | 'not-as-noted' | 'no-proof-of-purge';
}

export interface TraceVerdict {
  /** How many links were recomputed. */
  readonly links: number;
  /** Up to where the logs were removed because their term had passed; null: nothing was. */
  readonly anchor: ChainHead | null;
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

/**
 * Where the chain that is left begins: after the last link that was purged. Its proof has to stand in the change log, where it
 * is chained itself, or anybody could cut off the beginning and write a proof of their own.
 */
const ANCHOR = `
  SELECT p.anchor_position AS position, p.anchor_hash AS hash,
         EXISTS (SELECT FROM change_log c
                  WHERE c.table_name = 'purge_record' AND c.operation = 'insert' AND c.row_id = p.id::text
                    AND c.after->>'anchor_hash' = p.anchor_hash AND c.after->>'anchor_position' = p.anchor_position::text) AS proven
    FROM purge_record p WHERE p.anchor_position IS NOT NULL ORDER BY p.anchor_position DESC LIMIT 1`;

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
    const [found] = await manager.query<{ position: string; hash: string; proven: boolean }[]>(ANCHOR);
    const anchor = found ? { position: Number(found.position), hash: found.hash } : null;
    if (anchor && !found!.proven) {
      const fault = { row: null, position: anchor.position, kind: 'no-proof-of-purge' } as const;
      return { links: 0, anchor, head: anchor, fault };
    }
    const verdict = await walk(manager, anchor, noted);
    return { ...verdict, fault: verdict.fault ?? (await looseRow(manager)) };
  });
}

async function walk(manager: EntityManager, anchor: ChainHead | null, noted: ChainHead | null): Promise<TraceVerdict> {
  const start = anchor?.position ?? 0;
  let previous: Buffer = anchor ? Buffer.from(anchor.hash, 'hex') : NOTHING_BEFORE;
  let position = start;
  const verdict = (fault: TraceFault | null): TraceVerdict => ({
    ...{ links: position - start, anchor, fault },
    head: position === 0 ? null : { position, hash: previous.toString('hex') },
  });
  if (noted !== null && noted.position === start && noted.hash !== anchor?.hash) {
    return verdict({ row: null, position: start, kind: 'not-as-noted' });
  }
  for (;;) {
    const lines = await manager.query<Line[]>(LINES, [position]);
    for (const { line, hash, removed, log, rowId, position: at } of lines) {
      const fault = (kind: TraceFault['kind']): TraceVerdict =>
        verdict({ row: { log, id: rowId }, position: Number(at), kind });
      if (Number(at) !== position + 1) return fault('gap');
      if (removed) return fault('removed');
      const next = createHash('sha256').update(previous).update(line, 'utf8').digest();
      if (next.toString('hex') !== hash) return fault('changed');
      previous = next;
      position += 1;
      if (position === noted?.position && noted.hash !== hash) return fault('not-as-noted');
    }
    if (lines.length < ROWS_AT_ONCE) break;
  }
  const isCutOff = noted !== null && noted.position > position;
  return verdict(isCutOff ? { row: null, position: noted.position, kind: 'not-as-noted' } : null);
}

async function looseRow(manager: EntityManager): Promise<TraceFault | null> {
  const [loose] = await manager.query<{ log: TraceLog; id: string; removed: boolean }[]>(LOOSE);
  if (!loose) return null;
  return { row: { log: loose.log, id: loose.id }, position: null, kind: loose.removed ? 'removed' : 'never-sealed' };
}
