import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { type Acting, actingAs, currentActing, SYSTEM } from './acting';
import { actingSettings } from './acting-data-source';

/** Who acts, in which role and for which organisation. */
export interface TransactionActor {
  readonly accountId: string;
  readonly role: string;
  readonly organisationId: string;
  readonly regionId: string;
}

export interface TransactionOptions {
  /**
   * Who acts; null: the system itself. The database knows it during the transaction: it stamps it on every row that is
   * touched, and shows and takes only the rows that this role may see.
   */
  readonly actor: TransactionActor | null;
  /** Default: READ COMMITTED. A snapshot for a round wants REPEATABLE READ. */
  readonly isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
}

type Hook = () => void | Promise<void>;

const MAX_ATTEMPTS = 5;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

const current = new AsyncLocalStorage<Hook[]>();

/**
 * Runs `work` in one transaction and commits when it resolves. When the database asks for another try (serialization failure
 * or deadlock), `work` runs again from the start: it may touch nothing but the database through its `manager`. Everything
 * else, such as putting a job on the queue, goes through `afterCommit`. Do not nest: pass the manager on.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  { actor, isolation = 'READ COMMITTED' }: TransactionOptions,
): Promise<T> {
  if (current.getStore() !== undefined) {
    throw new Error('A transaction is open already: pass its manager on instead of opening another');
  }
  for (let attempt = 1; ; attempt += 1) {
    const hooks: Hook[] = [];
    let result: T;
    try {
      result = await current.run(hooks, () => actingAs(actor ?? SYSTEM, () => dataSource.transaction(isolation, work)));
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !asksForAnotherTry(error)) throw error;
      await pause(attempt);
      continue;
    }
    for (const hook of hooks) await hook();
    return result;
  }
}

/**
 * Lets a part of an open transaction be for somebody else: mostly the system, to count or check what the one who asked may
 * not see. Only use it for what does not itself end up in an answer. When `work` fails the transaction has to end.
 */
export async function actingWithin<T>(manager: EntityManager, who: Acting, work: () => Promise<T>): Promise<T> {
  const before = currentActing() ?? null;
  await manager.query(actingSettings(who));
  const result = await actingAs(who, work);
  await manager.query(actingSettings(before));
  return result;
}

/**
 * Runs `hook` once the open transaction is committed, in the order of registration; not at all when it rolls back. A hook
 * that fails makes `inTransaction` reject although the data are saved, so what a hook does must also be found in the database.
 */
export function afterCommit(hook: Hook): void {
  const hooks = current.getStore();
  if (hooks === undefined) throw new Error('afterCommit was called outside inTransaction');
  hooks.push(hook);
}

function asksForAnotherTry(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** Longer after each try; spread by the process' own timing, so that two that collided do not collide again. */
function pause(attempt: number): Promise<void> {
  const spread = Number(process.hrtime.bigint() % 20n);
  return new Promise((resolve) => setTimeout(resolve, 10 * attempt + spread));
}
