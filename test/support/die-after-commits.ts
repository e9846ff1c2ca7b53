import { Client } from 'pg';

interface Result {
  readonly rowCount: number | null;
}
/** Without a result where it calls back. */
type Query = (...args: unknown[]) => Promise<Result | undefined>;

const WRITES = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/i;

/** Kills this process, as a power cut would, right after so many transactions that changed something were committed. */
export function dieAfterCommits(commits: number): void {
  const prototype = Client.prototype as unknown as { query: Query };
  const send = prototype.query;
  const changed = new WeakSet();
  let left = commits;
  prototype.query = async function (this: object, ...args): Promise<Result | undefined> {
    const [text] = args;
    const result = await send.apply(this, args);
    if (typeof text !== 'string') return result;
    if (WRITES.test(text) && (result?.rowCount ?? 0) > 0) changed.add(this);
    if (text !== 'COMMIT' && text !== 'ROLLBACK') return result;
    if (changed.delete(this) && text === 'COMMIT') {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    }
    return result;
  };
}
