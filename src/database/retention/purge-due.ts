import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { RETENTION_CATEGORIES, type RetentionCategory } from '../../core/retention/retention-categories';
import type { IsoDate } from '../../core/time/calendar';
import { fieldKeys } from '../sealing/key-ring';
import { seal } from '../sealing/sealed-text';
import { inTransaction } from '../transaction';

/** How often one category was purged, and how often the database refused because something had changed meanwhile. */
export interface PurgedCategory {
  readonly category: RetentionCategory;
  readonly purged: number;
  readonly refused: number;
}

const AT_ONCE = 1000;
/** Then something is wrong with more than one row, and trying the rest is no use. */
const MOST_FAILURES = 10;
const LOG_ROWS_AT_ONCE = 5000;
/** The SQLSTATE with which the database says that something is not due. */
const NOT_DUE = '55000';

/** Ids of what is due in a region, by the day as which it is asked. Of the logs: nothing, they are of all regions. */
export async function dueIn(
  manager: EntityManager,
  regionId: string,
  category: RetentionCategory,
  day: IsoDate,
): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>('SELECT d AS id FROM retention_due($1, $2, $3) d ORDER BY d', [
    regionId,
    category,
    day,
  ]);
  return rows.map(({ id }) => id);
}

/**
 * Purges everything that is due in a region: each household and round in a transaction of its own together with its proof, so
 * that whoever stops half-way has lost nothing and does nothing twice. The database decides again for each whether it is due.
 * One that fails does not keep the others; then it throws at the end, with every fault.
 */
export async function purgeDueIn(dataSource: DataSource, regionId: string, day: IsoDate): Promise<PurgedCategory[]> {
  const done: PurgedCategory[] = [];
  const failures: unknown[] = [];
  for (const category of RETENTION_CATEGORIES) {
    if (category === 'log') continue;
    if (category === 'session') {
      done.push({ category, purged: await repeat(() => purgeSessions(dataSource, regionId, day)), refused: 0 });
      continue;
    }
    const due = await inTransaction(dataSource, (manager) => dueIn(manager, regionId, category, day), { actor: null });
    let refused = 0;
    for (const id of due) {
      try {
        await inTransaction(dataSource, (manager) => purgeOne(manager, category, id, day), { actor: null });
      } catch (error) {
        // A hold was set, or another process was first.
        if (isNotDue(error)) refused += 1;
        else if (failures.push(error) === MOST_FAILURES) throw failed(regionId, failures);
      }
    }
    done.push({ category, purged: due.length - refused, refused });
  }
  if (failures.length > 0) throw failed(regionId, failures);
  return done;
}

function failed(regionId: string, failures: readonly unknown[]): AggregateError {
  return new AggregateError(failures, `${failures.length} purges in ${regionId} failed: ${String(failures[0])}`);
}

/** Removes the oldest rows of the logs of all regions; returns in how many parts. */
export function purgeLogs(dataSource: DataSource, day: IsoDate): Promise<number> {
  const part = (manager: EntityManager): Promise<boolean> =>
    proof(manager, 'SELECT purge_logs($1, $2) AS proof', [day, LOG_ROWS_AT_ONCE]);
  return repeat(() => inTransaction(dataSource, part, { actor: null }));
}

/** Purges one category of one household, or one round. False: it is no longer there. Refused with SQLSTATE 55000: not due. */
export function purgeOne(
  manager: EntityManager,
  category: Exclude<RetentionCategory, 'session' | 'log'>,
  id: string,
  day: IsoDate,
): Promise<boolean> {
  if (category === 'round') return proof(manager, 'SELECT purge_round($1, $2) AS proof', [id, day]);
  // Only who holds the keys can write that nothing is known.
  const safe = seal(false, 'household.herkomst_waived', fieldKeys());
  const noFacts = seal({}, 'household.facts', fieldKeys());
  return proof(manager, 'SELECT purge_household($1, $2, $3, $4, $5) AS proof', [id, category, day, safe, noFacts]);
}

export function isNotDue(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === NOT_DUE;
}

function purgeSessions(dataSource: DataSource, regionId: string, day: IsoDate): Promise<boolean> {
  const work = (manager: EntityManager): Promise<boolean> =>
    proof(manager, 'SELECT purge_sessions($1, $2, $3) AS proof', [regionId, day, AT_ONCE]);
  return inTransaction(dataSource, work, { actor: null });
}

async function proof(manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> {
  const [row] = await manager.query<{ proof: string | null }[]>(sql, values);
  return (row?.proof ?? null) !== null;
}

/** Until there is nothing left; returns how often there was something. */
async function repeat(work: () => Promise<boolean>): Promise<number> {
  let times = 0;
  while (await work()) times += 1;
  return times;
}
